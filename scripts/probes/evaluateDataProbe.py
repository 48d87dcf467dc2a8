"""What the probe of untrusted data is worth on sources that it was not fitted on: `python evaluateDataProbe.py STEM... [--documents STEM...]`.

Prints for all sources and for each: recall at 0.5, 1 and 5 % of the negatives and at the probe's own threshold, AUROC against
all negatives and against the twins with orders to people, how often the best run of tokens lies on what is said to the AI,
and the share of clean windows and of twins flagged; with 95 % intervals from a bootstrap over whole twin groups.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from fitting import auroc, load, score, threshold
from head import read

PROBES = Path(__file__).resolve().parents[2] / "media" / "probes"


def groups_of(rows):
    groups = {}
    for row in rows:
        groups.setdefault(row.get("twin") or row["id"], []).append(row)
    return list(groups.values())


def interval(rows, measure, rounds=400, seed=0):
    """`measure` of the rows with its bootstrap interval, as text."""
    rng, groups = np.random.default_rng(seed), groups_of(rows)
    draws = [measure([r for i in rng.integers(0, len(groups), len(groups)) for r in groups[i]]) for _ in range(rounds)]
    draws = [d for d in draws if not np.isnan(d)]
    if not draws:
        return "–"
    low, high = np.percentile(draws, [2.5, 97.5])
    return f"{measure(rows):.3f} [{low:.3f}, {high:.3f}]"


def of(rows, *labels):
    return np.array([r["score"] for r in rows if r["label"] in labels])


def share(scores, limit):
    return float((scores >= limit).mean()) if len(scores) else float("nan")


def recall_at(alarms, negatives):
    limit = threshold(of(negatives, "clean", "people", "statement"), alarms)
    return lambda rows: share(of(rows, "assistant"), limit)


def right(rows):
    found = [r["right"] for r in rows if r["label"] == "assistant"]
    return float(np.mean(found)) if found else float("nan")


def report(rows, limit, name):
    counts = {label: sum(r["label"] == label for r in rows) for label in ("assistant", "people", "statement", "clean")}
    print(f"\n## {name}: {counts}")
    if counts["assistant"]:
        negatives = of(rows, "clean", "people", "statement")
        if len(negatives) > 1:
            for alarms in (0.005, 0.01, 0.05):
                print(f"recall at {alarms:.1%} of these negatives {interval(rows, recall_at(alarms, rows))}")
            print(f"AUROC {interval(rows, lambda r: auroc(of(r, 'assistant'), of(r, 'clean', 'people', 'statement')))}; against orders to people {interval(rows, lambda r: auroc(of(r, 'assistant'), of(r, 'people')))}")
        print(f"recall at the threshold {interval(rows, lambda r: share(of(r, 'assistant'), limit))}; right passage first {interval(rows, right)}")
    for label in ("people", "statement", "clean"):
        if counts[label]:
            print(f"flagged of {label} {interval(rows, lambda r, label=label: share(of(r, label), limit))}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("stems", nargs="+")
    parser.add_argument("--documents", nargs="*", default=[])
    parser.add_argument("--folder", type=Path, default=PROBES)
    parser.add_argument("--scores", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(1)
    head, about = read(args.folder, "instruction-in-data")
    rows = score(head, load(args.stems))
    limits = about["threshold"]
    plain = [r for r in rows if not r["source"].endswith("encoded")]
    report(plain, limits["window"], "all sources")
    for source in sorted({r["source"] for r in rows if r["label"] == "assistant"}):
        report([r for r in rows if r["source"] == source], limits["window"], source)
    natural = [r for r in rows if r.get("natural")]
    report(natural, limits["window"], "natural clean windows")
    for kind in sorted({r["kind"] for r in natural}):
        report([r for r in natural if r["kind"] == kind], limits["window"], f"natural: {kind}")
    if args.documents:
        documents = score(head, load(args.documents))
        report(documents, limits["document"], "documents")
        report(documents, limits["window"], "documents, at the threshold of a window")
        rows += documents
    if args.scores:
        args.scores.write_text(json.dumps(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
