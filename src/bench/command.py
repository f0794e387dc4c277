#!/usr/bin/env python3
"""Runs a command and prints as JSON how long it took to its first line of output, to its end, and
the most memory it had."""

import json
import resource
import subprocess
import sys
import time

start = time.perf_counter()
with subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True) as process:
    process.stdout.readline()
    first_line = time.perf_counter() - start
    process.stdout.read()
if process.returncode != 0:
    sys.exit(process.returncode)
print(
    json.dumps(
        {
            "firstLineSeconds": first_line,
            "seconds": time.perf_counter() - start,
            # Linux counts in KiB.
            "peakMemoryMiB": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        }
    )
)
