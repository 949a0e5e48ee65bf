"""Scores and calibrates a million forecasts with numpy and scikit-learn, and prints how long that took as JSON.

usage: scikit.py PAIRS TIMES, where PAIRS holds n unsigned 16-bit ten-thousandths and then n unsigned bytes of outcomes.
"""

import json
import statistics
import sys
import time

import numpy
import sklearn
from sklearn.calibration import calibration_curve
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import brier_score_loss


def raw(bp, outcome):
    """The three figures from every pair."""
    p = bp / 10000
    brier_score_loss(outcome, p)
    calibration_curve(outcome, p, n_bins=10)
    IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(p, outcome)


def counted(bp, outcome):
    """The same three from counts: each probability twice, with its misses and its hits as weights."""
    counts = numpy.bincount(bp.astype(numpy.int32) * 2 + outcome, minlength=20002)
    keys = numpy.flatnonzero(counts)
    p, y, n = (keys >> 1) / 10000, keys & 1, counts[keys]
    brier_score_loss(y, p, sample_weight=n)
    bins = numpy.minimum((p * 10).astype(int), 9)
    hits = numpy.bincount(bins, weights=n * y, minlength=10)
    said = numpy.bincount(bins, weights=n * p, minlength=10)
    total = numpy.bincount(bins, weights=n, minlength=10)
    hits / total, said / total  # calibration_curve takes no weights
    IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(p, y, sample_weight=n)


def times(fn, runs):
    fn()
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        fn()
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    p99 = took[min(len(took) - 1, int(len(took) * 0.99))]
    return {"median": statistics.median(took), "p99": p99, "samples": len(took)}


path, runs = sys.argv[1], int(sys.argv[2])
with open(path, "rb") as file:
    data = file.read()
n = len(data) // 3
bp = numpy.frombuffer(data, dtype=numpy.uint16, count=n)
outcome = numpy.frombuffer(data, dtype=numpy.uint8, offset=2 * n)
print(
    json.dumps(
        {
            "numpy": numpy.__version__,
            "sklearn": sklearn.__version__,
            "raw": times(lambda: raw(bp, outcome), max(1, runs // 5)),
            "counted": times(lambda: counted(bp, outcome), runs),
        }
    )
)
