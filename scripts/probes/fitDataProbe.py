"""Fits the probe of untrusted data and sets its thresholds: `python fitDataProbe.py FOLDER STEM... --sha256 HASH --seed N`.

STEMs are states of windows (trunk.py). Folds are whole kinds of carriers: each fold's windows are scored by a head that has
seen none of their kinds, and on these scores of clean windows stand the thresholds. The head
that is written is fitted on all windows; its threshold is checked on other sources by evaluateDataProbe.py.
"""

import argparse
import json
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch

from fitting import auroc, fit, load, pieces, principal, projected, score, standardization, unprojected
from head import write

FOLDS = 4
# Shares of clean windows, of kinds left out, that reach the thresholds. Scores of documents were not found to grow with length.
WINDOW_ALARMS, DOCUMENT_ALARMS = 0.0125, 0.01


def tail(negative: np.ndarray, alarms: float, start: float = 0.05) -> float:
    """The score that a share `alarms` of the negatives reaches, where too few lie so high to be counted.

    Scores above the `1 - start` quantile are taken to fall off exponentially (peaks over threshold).
    """
    limit = np.quantile(negative, 1 - start)
    return float(limit + (negative[negative > limit] - limit).mean() * np.log(start / alarms))


def folds_of(kinds: list[str], seed: int) -> dict[str, int]:
    order = np.random.default_rng(seed).permutation(sorted(kinds))
    return {str(kind): number % FOLDS for number, kind in enumerate(order)}


def by_said(scores: list[dict], limit: float) -> dict[str, str]:
    """Of windows without anything said to an AI: how many are flagged, by what was said to people in them."""
    found = {}
    for s in scores:
        for kind in [] if s["label"] == "assistant" else s["said"] or ["nothing"]:
            found.setdefault(kind, []).append(s["score"] >= limit)
    return {kind: f"{sum(f)}/{len(f)}" for kind, f in sorted(found.items())}


shared = {}  # what the processes of the folds, forked from this one, read: too large to be sent


def left_out(number: int) -> list[dict]:
    """Scores of a fold's windows by a head that has seen none of their kinds."""
    windows, fold, seed = shared["windows"], shared["fold"], shared["seed"]
    head = fit(windows.pick(lambda row: fold[row["kind"]] != number), seed)
    return score(head, windows.pick(lambda row: fold[row["kind"]] == number))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("stems", nargs="+")
    parser.add_argument("--sha256", required=True, help="of the bundled model, as states.ts writes it into meta.json")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--scores", type=Path, help="where the out-of-fold scores are written, JSON")
    args = parser.parse_args()
    torch.set_num_threads(1)
    windows = pieces(load(args.stems))
    mean, scale = standardization(windows)
    basis = principal(windows, mean, scale, seed=args.seed)
    windows = projected(windows, mean, scale, basis)
    fold = folds_of(sorted({row["kind"] for row in windows.rows}), args.seed)
    shared.update(windows=windows, fold=fold, seed=args.seed)
    with get_context("fork").Pool(FOLDS) as pool:
        folds = pool.map_async(left_out, range(FOLDS))
        head = fit(windows, args.seed)
        scores = [s for found in folds.get() for s in found]
    of = lambda *labels: np.array([s["score"] for s in scores if s["label"] in labels])
    negative = of("clean", "people")
    limits = {"window": tail(of("clean"), WINDOW_ALARMS), "document": tail(of("clean"), DOCUMENT_ALARMS)}
    print(f"{len(windows.rows)} windows, {len(fold)} kinds; kinds left out: AUROC {auroc(of('assistant'), negative):.3f}, against orders to people {auroc(of('assistant'), of('people')):.3f}")
    print("share of negatives flagged by kind of what was said:", by_said(scores, limits["window"]))
    print({name: (round(limit, 3), f"recall {(of('assistant') >= limit).mean():.3f}") for name, limit in limits.items()})
    if args.scores:
        args.scores.write_text(json.dumps(scores), encoding="utf-8")
    about = {
        "schemaVersion": 1,
        "name": "instruction-in-data",
        "model": {"sha256": args.sha256},
        "layers": [14, 18, 22],
        "input": 576,
        "threshold": {name: round(limit, 3) for name, limit in limits.items()},
        # Of windows. evaluateDataProbe.py counts documents, of which more are warned of: put their share beside it.
        "falseAlarms": {"window": WINDOW_ALARMS},
    }
    write(unprojected(head, mean, scale, basis), args.folder, "instruction-in-data", about)


if __name__ == "__main__":
    main()
