"""Reads rows with polars; prints the seconds that took and the highest memory in MB."""

import sys
import time

import polars

path = sys.argv[1]
start = time.perf_counter()
if path.endswith(".csv"):
    frame = polars.read_csv(path, infer_schema_length=10_000)
else:
    frame = polars.read_ndjson(path, infer_schema_length=10_000)
seconds = time.perf_counter() - start
assert frame.height > 0 or path.endswith(".csv")
peak_kb = float("nan")
with open("/proc/self/status", encoding="utf-8") as status:
    for line in status:
        if line.startswith("VmHWM:"):
            peak_kb = float(line.split()[1])
print(seconds, peak_kb / 1024)
