"""Fits the probe of prompt files, media/probes/planted-instruction.json and .bin.

    plantedInstruction.py TEXTS.jsonl STATES [TEXTS.jsonl STATES ...] --out FOLDER [--clean TEXTS.jsonl STATES]

TEXTS are those of promptFiles/compose.ts, STATES the folder that states.ts made of them. `--clean` names prompt files
kept out of training: the threshold is set so that the share `--false-alarms` of them holds a sentence above it.
Needs numpy and torch. Everything follows from the seeds.

A sentence's input is the mean state of its tokens, the first token of the prompt left out, standardised. The head is
an MLP per seed, trained to tell planted sentences from the others; several heads of different seeds stand side by
side in one matrix, so that the score is the mean of their logits.
"""

import argparse
import json
import re
from pathlib import Path

import numpy as np
import torch

HIDDEN = 576
# Letters outside of ASCII.
LETTERS = re.compile(r"[^\W\d_a-zA-Z]")
NAME = "planted-instruction"


def sentence_means(row, indexed, states):
    """The mean state of each sentence whose tokens were all read, float32 [sentences, layers * hidden]."""
    starts, ends = np.array(indexed["starts"]), np.array(indexed["ends"])
    first = indexed["row"]
    block = np.asarray(states[first : first + indexed["rows"]], dtype=np.float32)
    means, kept = [], []
    last = ends.max(initial=0)
    for at, (start, end) in enumerate(row["sentences"]):
        tokens = np.flatnonzero((starts >= 0) & (starts < end) & (ends > start))
        tokens = tokens[tokens > 0]
        if end > last or len(tokens) == 0:
            continue
        # From the first to the last, as the product takes them; sums in 64 bits for the sake of outliers.
        means.append(block[tokens[0] : tokens[-1] + 1].mean(axis=0, dtype=np.float64))
        kept.append(at)
    width = states.shape[1]
    return np.array(means, dtype=np.float32).reshape(-1, width), kept


def load(texts, folder):
    """Rows of `texts` that have states, each with `x` [sentences, inputs], `y` and `kept`."""
    meta = json.loads((Path(folder) / "meta.json").read_text())
    width = len(meta["layers"]) * HIDDEN
    index = {}
    for line in open(Path(folder) / "index.jsonl"):
        entry = json.loads(line)
        index[entry["id"]] = entry
    # Opened last: a run that is still going on writes states before it writes the index.
    states = np.memmap(Path(folder) / "states.f16", dtype="<f2", mode="r")
    states = states[: len(states) // width * width].reshape(-1, width)
    rows = []
    for line in open(texts):
        row = json.loads(line)
        if row["id"] not in index or not row.get("sentences"):
            continue
        row["x"], row["kept"] = sentence_means(row, index[row["id"]], states)
        if len(row["kept"]) == 0:
            continue
        row["y"] = labels(row)
        rows.append(row)
    return rows, meta


def planted_text(row, plant):
    """Offsets are UTF-16 code units."""
    return row["text"].encode("utf-16-le")[2 * plant["start"] : 2 * plant["end"]].decode("utf-16-le", "replace")


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def labels(row):
    """1 for a sentence at least half of which was planted, 0 for others, -1 for what is left out.

    Left out are sentences in between, and plants in other languages: those of the training sets are all attacks, and
    would teach that another language is one.
    """
    foreign = [bool(LETTERS.search(planted_text(row, p))) for p in row.get("plants", [])]
    out = []
    for at in row["kept"]:
        start, end = row["sentences"][at]
        shares = [overlap((start, end), (p["start"], p["end"])) / (end - start) for p in row.get("plants", [])]
        skipped = any(share > 0 and other for share, other in zip(shares, foreign))
        share = sum(shares)
        out.append(-1 if skipped or 0.1 <= share < 0.5 else 1 if share >= 0.5 else 0)
    return np.array(out)


def fit_head(x, y, weight, seed, units, epochs, decay, dropout):
    """One MLP inputs-units-1 by AdamW on the weighted logistic loss; every batch has a share of each class."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    head = torch.nn.Sequential(
        torch.nn.Dropout(0.1), torch.nn.Linear(x.shape[1], units), torch.nn.ReLU(), torch.nn.Dropout(dropout), torch.nn.Linear(units, 1)
    )
    steps = epochs * (len(x) // 512 + 1)
    optimizer = torch.optim.AdamW(head.parameters(), lr=1.5e-3, weight_decay=decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=steps)
    planted, others = np.flatnonzero(y == 1), np.flatnonzero(y == 0)
    head.train()
    for _ in range(steps):
        batch = np.concatenate([rng.choice(planted, 96), rng.choice(others, 416)])
        logit = head(torch.from_numpy(x[batch]))[:, 0]
        target = torch.from_numpy(y[batch].astype(np.float32))
        loss = torch.nn.functional.binary_cross_entropy_with_logits(logit, target, reduction="none")
        loss = (loss * torch.from_numpy(weight[batch])).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    head.eval()
    return [p.detach().numpy() for p in head.parameters()]


def fit(rows, seeds=(1, 2, 3, 4), units=32, epochs=8, decay=0.3, dropout=0.5):
    """The probe as plain numbers: mean, scale, and matrices and biases of two layers."""
    x = np.concatenate([r["x"] for r in rows])
    y = np.concatenate([r["y"] for r in rows])
    # A text of many sentences counts no more than a short one by more than a factor of three.
    weight = np.concatenate([np.full(len(r["y"]), min(1.0, 12 / len(r["y"]))) for r in rows]).astype(np.float32)
    weight[y == 1] = 1.0
    known = y >= 0
    mean, scale = x[known].mean(axis=0, dtype=np.float64), x[known].std(axis=0, dtype=np.float64) + 1e-6
    z = ((x - mean) / scale).astype(np.float32)[known]
    heads = [fit_head(z, y[known], weight[known], seed, units, epochs, decay, dropout) for seed in seeds]
    return {
        "mean": mean.astype(np.float32),
        "scale": scale.astype(np.float32),
        "w1": np.concatenate([h[0] for h in heads]).astype(np.float16),
        "b1": np.concatenate([h[1] for h in heads]).astype(np.float32),
        "w2": (np.concatenate([h[2][0] for h in heads]) / len(heads)).astype(np.float16)[None],
        "b2": np.array([np.mean([h[3][0] for h in heads])], dtype=np.float32),
    }


def scores(probe, x):
    """Scores [sentences] of mean states [sentences, inputs], as the product computes them."""
    z = (x - probe["mean"]) / probe["scale"]
    hidden = np.maximum(z @ probe["w1"].astype(np.float32).T + probe["b1"], 0)
    return (hidden @ probe["w2"].astype(np.float32).T + probe["b2"])[:, 0]


def export(probe, meta, threshold, false_alarms, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    matrices = [probe["w1"], probe["w2"]]
    (folder / f"{NAME}.bin").write_bytes(b"".join(m.astype("<f2").tobytes() for m in matrices))
    rounded = lambda values: [float(f"{v:.6g}") for v in values]
    described = {
        "schemaVersion": 1,
        "name": NAME,
        "model": {"sha256": meta["model"]},
        "layers": meta["layers"],
        "input": HIDDEN,
        "standardize": {"mean": rounded(probe["mean"]), "scale": rounded(probe["scale"])},
        "weights": f"{NAME}.bin",
        "head": [
            {"in": m.shape[1], "out": m.shape[0], "bias": rounded(b)}
            for m, b in zip(matrices, (probe["b1"], probe["b2"]))
        ],
        "activation": "relu",
        "score": "sentence-mean",
        "threshold": {"file": round(float(threshold), 4)},
        "falseAlarms": {"file": false_alarms},
        "skipFirstToken": True,
    }
    (folder / f"{NAME}.json").write_text(json.dumps(described) + "\n")


def threshold_for(best, share):
    """The score that the given share of files reaches or passes."""
    ordered = np.sort(best)[::-1]
    allowed = int(np.floor(share * len(ordered)))
    return (ordered[allowed - 1] + ordered[allowed]) / 2 if allowed else ordered[0] + 1e-3


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", nargs="+", help="pairs of TEXTS.jsonl and STATES")
    parser.add_argument("--out", required=True)
    parser.add_argument("--clean", nargs=2, action="append", required=True)
    parser.add_argument("--false-alarms", type=float, default=0.01)
    args = parser.parse_args()
    rows = []
    for texts, folder in zip(args.train[::2], args.train[1::2]):
        some, meta = load(texts, folder)
        rows += some
    probe = fit(rows)
    clean = [row for texts, folder in args.clean for row in load(texts, folder)[0]]
    best = np.array([scores(probe, row["x"]).max() for row in clean])
    threshold = threshold_for(best, args.false_alarms)
    print(f"{len(rows)} texts, {sum((r['y'] == 1).sum() for r in rows)} planted sentences; {len(clean)} clean files")
    print(f"threshold {threshold:.4f}: {np.mean(best >= threshold):.4f} of the clean files")
    export(probe, meta, threshold, args.false_alarms, args.out)


if __name__ == "__main__":
    main()
