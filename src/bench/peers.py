#!/usr/bin/env python3
"""Times other libraries on the network that `digit-studio bench` times: 784-256-10, ReLU, softmax
and cross-entropy, plain gradient steps, on the 60 000 training images of MNIST.

Each line of the output is one measurement as JSON. Seconds are of an epoch of 60 000 images; where
only a part of an epoch was timed, `images` says how many, and the seconds are scaled. What is
timed is the whole epoch as a user would write it: the order, the batches, the steps.
"""

import argparse
import gzip
import json
import os
import statistics
import time

BATCHES = {"batch-all": 60000, "batch-6000": 6000, "batch-128": 128, "batch-1": 1}
HIDDEN = 256
CLASSES = 10
EPOCH = 60000
# Images of an epoch that is timed in part: a whole one takes up to half a minute.
PART = {"numpy-float64": 6000, "numpy-float32": 6000, "torch": 6000, "sklearn": 3000}
DEEP_IMAGES = 12800


def rate(batch):
    """The learning rate of the mean gradient, as `digit-studio bench` has it."""
    return 0.01 if batch == 1 else 0.1


def read(folder, name, header):
    for path, opener in ((name, open), (name + ".gz", gzip.open)):
        path = os.path.join(folder, path)
        if os.path.exists(path):
            with opener(path, "rb") as file:
                return numpy.frombuffer(file.read(), dtype=numpy.uint8, offset=header)
    raise SystemExit(f"{name} is not in {folder}")


def mnist(folder, images):
    x = read(folder, "train-images-idx3-ubyte", 16).reshape(-1, 784)[:images]
    y = read(folder, "train-labels-idx1-ubyte", 8)[:images]
    return x, y


class ReportNetwork:
    """The network in the report's way: float64, one-hot labels, a new array for every result."""

    def __init__(self, x, y, batch, seed):
        random = numpy.random.default_rng(seed)
        self.w1 = random.standard_normal((784, HIDDEN)) * 0.01
        self.b1 = numpy.zeros((1, HIDDEN))
        self.w2 = random.standard_normal((HIDDEN, CLASSES)) * 0.01
        self.b2 = numpy.zeros((1, CLASSES))
        x = x / 255.0
        one_hot = numpy.zeros((len(y), CLASSES))
        one_hot[numpy.arange(len(y)), y.astype(int)] = 1
        # The report puts the images in a new order once, before the first epoch.
        order = random.permutation(len(y))
        self.x, self.y = x[order], one_hot[order]
        self.batch = batch
        # The report adds the gradients of a batch; the rate makes the same step of it.
        self.rate = rate(batch) / batch

    def epoch(self, images):
        for start in range(0, images, self.batch):
            self.step(self.x[start : start + self.batch], self.y[start : start + self.batch])

    def step(self, x, y):
        z1 = numpy.dot(x, self.w1) + self.b1
        a1 = numpy.maximum(0, z1)
        scores = numpy.exp(numpy.dot(a1, self.w2) + self.b2)
        probabilities = scores / (numpy.sum(scores, axis=1, keepdims=True) + 1e-10)
        d2 = probabilities - y
        db2 = numpy.sum(d2, axis=0)
        dw2 = numpy.dot(d2.T, a1).T
        d1 = numpy.dot(d2, self.w2.T) * numpy.where(z1 > 0, 1, 0)
        db1 = numpy.sum(d1, axis=0)
        dw1 = numpy.dot(x.T, d1)
        self.w1 -= self.rate * dw1
        self.b1 -= self.rate * db1
        self.w2 -= self.rate * dw2
        self.b2 -= self.rate * db2


class Float32Network:
    """The network as one writes it in NumPy with speed in mind: float32, results in place."""

    def __init__(self, x, y, batch, seed):
        self.random = numpy.random.default_rng(seed)
        deviation = (2 / 784) ** 0.5, (2 / HIDDEN) ** 0.5
        self.w1 = self.normal((784, HIDDEN), deviation[0])
        self.b1 = numpy.zeros(HIDDEN, numpy.float32)
        self.w2 = self.normal((HIDDEN, CLASSES), deviation[1])
        self.b2 = numpy.zeros(CLASSES, numpy.float32)
        self.x = x.astype(numpy.float32) / numpy.float32(255)
        self.y = y.astype(numpy.intp)
        self.rows = numpy.arange(batch)
        self.batch = batch
        self.gradient1 = numpy.empty_like(self.w1)
        self.gradient2 = numpy.empty_like(self.w2)

    def normal(self, shape, deviation):
        return self.random.standard_normal(shape, numpy.float32) * numpy.float32(deviation)

    def epoch(self, images):
        if self.batch >= len(self.y):
            self.step(self.x, self.y)
            return
        order = self.random.permutation(len(self.y))
        for start in range(0, images, self.batch):
            chosen = order[start : min(start + self.batch, images)]
            self.step(self.x[chosen], self.y[chosen])

    def step(self, x, y):
        a1 = x @ self.w1
        a1 += self.b1
        numpy.maximum(a1, 0, out=a1)
        delta = a1 @ self.w2
        delta += self.b2
        delta -= delta.max(axis=1, keepdims=True)
        numpy.exp(delta, out=delta)
        delta /= delta.sum(axis=1, keepdims=True)
        delta[self.rows[: len(y)], y] -= 1
        delta *= numpy.float32(rate(self.batch) / len(y))
        below = delta @ self.w2.T
        below *= a1 > 0
        self.w2 -= numpy.matmul(a1.T, delta, out=self.gradient2)
        self.b2 -= delta.sum(axis=0)
        self.w1 -= numpy.matmul(x.T, below, out=self.gradient1)
        self.b1 -= below.sum(axis=0)


class TorchNetwork:
    """The network as PyTorch's tutorials have it, on tensors in memory and without a loader."""

    def __init__(self, x, y, batch, seed, hidden=(HIDDEN,)):
        torch.manual_seed(seed)
        layers, below = [], 784
        for units in hidden:
            layers += [torch.nn.Linear(below, units), torch.nn.ReLU()]
            below = units
        self.network = torch.nn.Sequential(*layers, torch.nn.Linear(below, CLASSES))
        self.loss = torch.nn.CrossEntropyLoss()
        self.optimizer = torch.optim.SGD(self.network.parameters(), lr=rate(batch))
        self.x = torch.from_numpy(x.astype(numpy.float32) / numpy.float32(255))
        self.y = torch.from_numpy(y.astype(numpy.int64))
        self.batch = batch

    def epoch(self, images):
        if self.batch >= len(self.y):
            self.step(self.x, self.y)
            return
        order = torch.randperm(len(self.y))
        if self.batch == 1:
            # Slices are views, which is faster than choosing rows.
            for i in order[:images].tolist():
                self.step(self.x[i : i + 1], self.y[i : i + 1])
            return
        for start in range(0, images, self.batch):
            chosen = order[start : min(start + self.batch, images)]
            self.step(self.x[chosen], self.y[chosen])

    def step(self, x, y):
        self.optimizer.zero_grad(set_to_none=True)
        self.loss(self.network(x), y).backward()
        self.optimizer.step()


class SklearnNetwork:
    """MLPClassifier, whose partial_fit makes one epoch of shuffled batches."""

    def __init__(self, x, y, batch, seed):
        self.network = neural_network.MLPClassifier(
            hidden_layer_sizes=(HIDDEN,),
            activation="relu",
            solver="sgd",
            alpha=0,
            batch_size=batch,
            learning_rate="constant",
            learning_rate_init=rate(batch),
            momentum=0,
            nesterovs_momentum=False,
            shuffle=True,
            random_state=seed,
        )
        self.x = x.astype(numpy.float32) / numpy.float32(255)
        self.y = y.astype(int)
        self.classes = numpy.arange(CLASSES)

    def epoch(self, images):
        self.network.partial_fit(self.x[:images], self.y[:images], self.classes)


LIBRARIES = {
    "numpy-float64": ReportNetwork,
    "numpy-float32": Float32Network,
    "torch": TorchNetwork,
    "sklearn": SklearnNetwork,
}


def tell(name, case, threads, samples, images, unit="s", **more):
    print(
        json.dumps(
            {
                "peer": name,
                "version": version(name),
                "case": case,
                "threads": threads,
                "unit": unit,
                "value": statistics.median(samples),
                "samples": samples,
                "images": images,
                **more,
            }
        ),
        flush=True,
    )


def version(name):
    if name == "torch":
        return torch.__version__
    if name == "sklearn":
        return sklearn.__version__
    return numpy.__version__


def timed(work, rounds):
    """Seconds of each round, after one that warms up."""
    work()
    samples = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        samples.append(time.perf_counter() - start)
    return samples


def time_epochs(arguments):
    x, y = mnist(arguments.data, arguments.images or EPOCH)
    batch = min(BATCHES[arguments.case], len(y))
    images = min(len(y), PART[arguments.peer]) if batch == 1 else len(y)
    network = LIBRARIES[arguments.peer](x, y, batch, seed=1)
    samples = timed(lambda: network.epoch(images), arguments.rounds)
    scaled = [each * EPOCH / images for each in samples]
    tell(arguments.peer, arguments.case, arguments.threads, scaled, images)


def time_deep(arguments):
    """784-1024-1024-1024-10 on inputs of which none is zero."""
    if arguments.peer != "torch":
        raise SystemExit("deep is a case of torch alone")
    x, y = mnist(arguments.data, min(arguments.images or EPOCH, DEEP_IMAGES))
    network = TorchNetwork(x, y, 128, seed=1, hidden=(1024, 1024, 1024))
    network.x = (network.x - network.x.mean()) / network.x.std()
    samples = timed(lambda: network.epoch(len(y)), arguments.rounds)
    scaled = [each * EPOCH / len(y) for each in samples]
    tell("torch", "deep", arguments.threads, scaled, len(y))


def time_products(arguments):
    """Seconds that the products alone of the deep network take in an epoch of 60 000 images, each
    at the rate of NumPy's BLAS on arrays that are ready: what no implementation on it can beat."""
    if arguments.peer != "numpy-float32":
        raise SystemExit("products is a case of numpy-float32 alone")
    random = numpy.random.default_rng(1)
    batch, total, operations = 128, [0.0] * arguments.rounds, 0

    for inputs, units, first in ((784, 1024, True), (1024, 1024, False), (1024, 1024, False)):
        x = random.standard_normal((batch, inputs), numpy.float32)
        w = random.standard_normal((inputs, units), numpy.float32)
        d = random.standard_normal((batch, units), numpy.float32)
        z, g, b = numpy.empty_like(d), numpy.empty_like(w), numpy.empty_like(x)
        products = [(x, w, z), (x.T, d, g)] + ([] if first else [(d, w.T, b)])
        for left, right, out in products:

            def repeat(left=left, right=right, out=out):
                for _ in range(20):
                    numpy.matmul(left, right, out=out)

            samples = timed(repeat, arguments.rounds)
            total = [sum(pair) for pair in zip(total, (each / 20 for each in samples))]
            operations += 2 * batch * inputs * units
    seconds = [each * EPOCH / batch for each in total]
    rate_now = operations / statistics.median(total) / 1e9
    tell("numpy-float32", "products", arguments.threads, seconds, 0, gflops=rate_now)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--peer", required=True, choices=LIBRARIES)
    parser.add_argument("--case", required=True, choices=[*BATCHES, "deep", "products"])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3, help="timed epochs")
    parser.add_argument("--images", type=int, default=0, help="most training images; 0 for all")
    parser.add_argument("--data", default=os.path.join(os.path.dirname(__file__), "../../data"))
    arguments = parser.parse_args()
    # The libraries read these when they are loaded.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(arguments.threads)
    load(arguments)
    {"deep": time_deep, "products": time_products}.get(arguments.case, time_epochs)(arguments)


def load(arguments):
    global numpy, torch, sklearn, neural_network
    import numpy

    if arguments.peer == "torch":
        import torch

        torch.set_num_threads(arguments.threads)
    if arguments.peer == "sklearn":
        import warnings

        import sklearn
        from sklearn import neural_network

        warnings.filterwarnings("ignore", module="sklearn")


if __name__ == "__main__":
    main()
