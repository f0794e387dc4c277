#!/usr/bin/env python3
"""Makes the benchmark's table, plots and results.json of what `src/bench/run` measured."""

import argparse
import datetime
import glob
import json
import os
import statistics
from collections import defaultdict

BEGIN, END = "<!-- benchmark:begin -->", "<!-- benchmark:end -->"
CASES = {"batch-all": "60 000", "batch-6000": "6000", "batch-128": "128", "batch-1": "1"}
PEERS = {
    "numpy-float32": "NumPy float32",
    "numpy-float64": "NumPy float64",
    "torch": "PyTorch",
    "dl4j": "Deeplearning4j",
    "sklearn": "scikit-learn",
}
# Our seconds over theirs, at most; nothing was asked of scikit-learn.
ASKED = {
    "numpy-float32": (0.60, 0.60, 0.60, 1 / 45),
    "numpy-float64": (0.30, 0.30, 0.30, 1 / 60),
    "torch": (0.60, 0.60, 0.60, 1 / 30),
    "dl4j": (0.30, 0.30, 0.20, 1 / 60),
}
RULES = ("momentum", "nesterov", "adagrad", "rmsprop", "adam")
# The steps of an epoch of 60 000 images in batches of 128, as the products are counted.
STEPS = 60000 / 128


def lines(path):
    if not os.path.exists(path):
        return []
    with open(path) as file:
        return [json.loads(line) for line in file if line.startswith("{")]


def load(path):
    with open(path) as file:
        return json.load(file)


def median(values):
    values = [value for value in values if value is not None]
    return statistics.median(values) if values else None


def read(folder):
    """Everything that was measured, medians over the rounds."""
    figures, machine, memory = defaultdict(list), {}, defaultdict(list)
    for path in sorted(glob.glob(f"{folder}/ours-*.json")):
        run = load(path)
        machine = run["machine"]
        for figure in run["figures"]:
            figures[figure["name"]].append(figure["value"])
            memory[figure["name"]].append(run["peakMemoryMiB"])
    runs = defaultdict(lambda: defaultdict(list))
    versions, parts = {}, {}
    for run in lines(f"{folder}/peers.jsonl"):
        runs[run["peer"], run["case"]][run["threads"]].append(run["value"])
        versions[run["peer"]] = run["version"]
        parts[run["peer"], run["case"]] = run["images"]
    peers = {key: best(by_threads) for key, by_threads in runs.items()}
    return {
        "date": datetime.date.today().isoformat(),
        "machine": {**machine, "versions": versions},
        "ours": {name: {"value": median(each), "rounds": each} for name, each in figures.items()},
        "peakMemoryMiB": {name: median(each) for name, each in memory.items()},
        "peers": [
            {"peer": peer, "case": case, "images": parts[peer, case], **run}
            for (peer, case), run in peers.items()
        ],
        "command": {
            name: median(run[name] for run in lines(f"{folder}/command.jsonl"))
            for name in ("firstLineSeconds", "seconds", "peakMemoryMiB")
        },
        "productSeconds": product_seconds(folder, peers),
    }


def best(by_threads):
    """The better thread count, by the median over the rounds."""
    medians = {threads: median(values) for threads, values in by_threads.items()}
    threads = min(medians, key=medians.get)
    return {
        "value": medians[threads],
        "threads": threads,
        "byThreads": medians,
        "rounds": by_threads[threads],
    }


def product_seconds(folder, peers):
    """Seconds of an epoch of the deep network's products alone, at the best rate seen: OpenBLAS
    called by this program's own code (JMH) or by NumPy."""
    totals = defaultdict(list)
    for path in glob.glob(f"{folder}/products-*.json"):
        sums = defaultdict(float)
        for run in load(path):
            product = run["benchmark"].rsplit(".", 1)[1]
            inputs, threads = int(run["params"]["inputs"]), run["params"]["threads"]
            # The input layer hands nothing down; of the other shape there are two layers.
            times = 2 if inputs == 1024 else 0 if product == "backward" else 1
            sums[threads] += times * run["primaryMetric"]["score"] / 1e6 * STEPS
        for threads, seconds in sums.items():
            totals[threads].append(seconds)
    rates = {f"JMH, {threads} threads": median(each) for threads, each in totals.items()}
    numpy = peers.get(("numpy-float32", "products"))
    if numpy:
        rates["NumPy"] = numpy["value"]
    return rates


def number(value, digits=3):
    return "–" if value is None else f"{value:.{digits}g}"


def verdict(value, most):
    return "–" if value is None else "yes" if value <= most else "no"


def fraction(value):
    return f"1/{round(1 / value)}" if value < 0.1 else f"{value:.2f}"


def ours(results, name):
    return results["ours"].get(name, {}).get("value")


def theirs(results, peer, case):
    return next((r for r in results["peers"] if (r["peer"], r["case"]) == (peer, case)), None)


def ratio(value, other):
    return value / other if value and other else None


def heading(results):
    machine = results["machine"]
    versions = machine.get("versions", {})
    peers = ", ".join(
        f"{label} {versions[peer]}"
        for peer, label in PEERS.items()
        if peer in versions and peer != "numpy-float64"
    ).replace("NumPy float32", "NumPy")
    return [
        f"Measured on {results['date']}: {machine.get('processor')}, {machine.get('processors')} "
        f"processors, {machine.get('os')}; Java {machine.get('java')}; {machine.get('blas')}, "
        f"{machine.get('threads')} threads; beside {peers}.",
        "",
    ]


def epochs(results):
    """Seconds of an epoch, and ours over theirs."""
    rows = [
        "Seconds of an epoch of 60 000 images; in parentheses the peer's better thread count, then "
        "our seconds over theirs, and what was asked.",
        "",
        "| batch | Digit Studio | " + " | ".join(PEERS.values()) + " |",
        "|---" * (len(PEERS) + 2) + "|",
    ]
    partial = set()
    for index, (case, label) in enumerate(CASES.items()):
        mine = ours(results, case)
        cells = [label, number(mine)]
        for peer in PEERS:
            run = theirs(results, peer, case)
            if run is None:
                cells.append("–")
                continue
            if run["images"] < 60000:
                partial.add((PEERS[peer], label, run["images"]))
            cell = f"{number(run['value'])} ({run['threads']}): "
            share = ratio(mine, run["value"])
            cell += "–" if share is None else f"**{fraction(share)}**"
            if peer in ASKED:
                most = ASKED[peer][index]
                cell += f" ≤ {fraction(most)} {verdict(share, most)}"
            cells.append(cell)
        rows.append("| " + " | ".join(cells) + " |")
    if partial:
        timed = "; ".join(f"{p}, batch {b}: {i}" for p, b, i in sorted(partial))
        rows += ["", f"Images timed where it was not the whole epoch, and scaled: {timed}."]
    return rows + [""]


def spread(results, prefix):
    """Largest distance of the cost of one from the middle one's, and the points."""
    points = sorted(
        (int(name.split(".")[1]), figure["value"])
        for name, figure in results["ours"].items()
        if name.startswith(prefix + ".") and figure["value"]
    )
    if not points:
        return None, points
    costs = [seconds / size for size, seconds in points]
    middle = statistics.median(costs)
    return max(abs(cost / middle - 1) for cost in costs), points


def others(results):
    rows = []

    def most(what, value, asked, unit="", digits=3):
        asked_text = f"≤ {asked}{unit}"
        rows.append(
            f"| {what} | {asked_text} | {number(value, digits)}{unit if value is not None else ''} "
            f"| {verdict(value, asked)} |"
        )

    deep, torch = ours(results, "deep"), theirs(results, "torch", "deep")
    most("Deep, 784-1024-1024-1024-10, batch 128: over PyTorch", ratio(deep, torch and torch["value"]), 0.9)
    rates = [value for value in results["productSeconds"].values() if value]
    share = ratio(min(rates), deep) if rates else None
    rows.append(
        "| Deep: time of the products at the machine's sgemm rate, of all its time | ≥ 85 % | "
        + ("–" if share is None else f"{100 * share:.0f} %")
        + f" ({number(ours(results, 'deep.rate'))} GFLOP/s) | "
        + ("–" if share is None else "yes" if share >= 0.85 else "no")
        + " |"
    )
    for batch, asked in ((128, 1.15), (1, 2.5)):
        for rule in RULES:
            value = ours(results, f"rules-{batch}.{rule}.ratio")
            most(f"{rule} over plain steps, batch {batch}", value, asked)
    most("Evaluation of the 10 000 test images", ours(results, "evaluation"), 20, " ms")
    most("One prediction", ours(results, "prediction"), 0.3, " ms")
    for percent, asked in ((97, 0.6), (98, 1.5)):
        value = ours(results, f"accuracy.{percent}")
        most(f"Training to {percent} % test accuracy, mean of 5 seeds", value, asked, " s")
    for prefix, what in (("images", "6000 to 600 000 images"), ("parameters", "10⁵ to 10⁷ parameters")):
        distance, _ = spread(results, prefix)
        value = None if distance is None else 100 * distance
        most(f"Cost of one, from {what}: farthest from the middle", value, 10, " %")
    command = results["command"]
    most("Peak memory of the command line, batch 128", command["peakMemoryMiB"], 700, " MiB")
    most("Start of the command line to its first epoch's end", command["firstLineSeconds"], 3, " s")
    return ["| | asked | measured | reached |", "|---|---|---|---|", *rows, ""]


def plot(folder, results):
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    titles = {
        "images": "Images of an epoch (batch 128)",
        "parameters": "Parameters (batch 256)",
    }
    for prefix, title in titles.items():
        _, points = spread(results, prefix)
        if not points:
            continue
        sizes, seconds = zip(*points)
        cost = statistics.median(s / n for n, s in points)
        figure, axes = pyplot.subplots(figsize=(6, 4))
        line = [cost * size for size in sizes]
        axes.fill_between(
            sizes, [0.9 * y for y in line], [1.1 * y for y in line], alpha=0.2, label="linear ± 10 %"
        )
        axes.loglog(sizes, seconds, "o-", label="measured")
        axes.set(xlabel=title, ylabel="Seconds of an epoch")
        axes.grid(True, which="both", alpha=0.3)
        axes.legend()
        figure.savefig(f"{folder}/{prefix}.svg", bbox_inches="tight")
        pyplot.close(figure)


def put_into(path, table):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if BEGIN not in text or END not in text:
        raise SystemExit(f"{path} has no place between {BEGIN} and {END}")
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before}{BEGIN}\n\n{table}\n{END}{after}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--readme", help="file to put the table into")
    arguments = parser.parse_args()
    results = read(arguments.folder)
    with open(f"{arguments.folder}/results.json", "w", encoding="utf-8") as file:
        json.dump(results, file, indent=2, ensure_ascii=False)
    table = "\n".join(heading(results) + epochs(results) + others(results))
    with open(f"{arguments.folder}/table.md", "w", encoding="utf-8") as file:
        file.write(table)
    plot(arguments.folder, results)
    if arguments.readme:
        put_into(arguments.readme, table)
    print(table)


if __name__ == "__main__":
    main()
