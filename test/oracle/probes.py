"""Two small probes with random weights, states for them, and their scores by NumPy: `test/fixtures/probes`.

    python test/oracle/probes.py
"""

import json
from pathlib import Path

import numpy as np

OUT = Path(__file__).parent.parent / "fixtures" / "probes"
TOKENS, WIDTH = 24, 6
# Tokens of the sentences: one begins with the first token, one has a single token, one is the first token alone.
SPANS = [[0, 5], [5, 6], [6, 17], [17, 24], [0, 1]]
# Tokens of the segments: the second has fewer than 8.
SEGMENTS = [[0, 17], [17, 24]]


def write(name, layers, hidden, score, rng):
    inputs = WIDTH * len(layers)
    sizes = [inputs, *hidden, 1]
    head, weights = [], []
    for width, out in zip(sizes, sizes[1:]):
        weights.append(rng.normal(size=(out, width)).astype("<f2"))
        head.append({"in": width, "out": out, "bias": [float(b) for b in rng.normal(size=out).astype("f4")]})
    probe = {
        "schemaVersion": 1,
        "name": name,
        "model": {"sha256": "0" * 64},
        "layers": layers,
        "input": WIDTH,
        "standardize": {
            "mean": [float(m) for m in rng.normal(size=inputs).astype("f4")],
            "scale": [float(s) for s in rng.uniform(0.5, 3, size=inputs).astype("f4")],
        },
        "weights": f"{name}.bin",
        "head": head,
        "activation": "relu",
        "score": score,
        "threshold": {"file": 0.5, "window": 0.25, "document": 0.75},
        "falseAlarms": {"file": 0.01, "window": 0.01, "document": 0.02},
        "skipFirstToken": True,
    }
    (OUT / f"{name}.json").write_text(json.dumps(probe))
    (OUT / f"{name}.bin").write_bytes(b"".join(w.tobytes() for w in weights))
    return probe, [w.astype("f8") for w in weights]


def run(probe, weights, x):
    """Scores of states `[rows, inputs]`."""
    h = (x - np.array(probe["standardize"]["mean"])) / np.array(probe["standardize"]["scale"])
    for i, (step, matrix) in enumerate(zip(probe["head"], weights)):
        h = h @ matrix.T + np.array(step["bias"])
        if i < len(weights) - 1:
            h = np.maximum(h, 0)
    return h[:, 0]


def by_sentence(probe, weights, x):
    scores = []
    for first, end in SPANS:
        rows = [t for t in range(first, end) if t > 0]
        scores.append(float(run(probe, weights, x[rows].mean(0, keepdims=True))[0]) if rows else None)
    return scores


def by_token(probe, weights, x):
    tokens = run(probe, weights, x)
    best = [-np.inf] * TOKENS
    for first, end in SEGMENTS:
        first = max(first, 1)
        for t in range(first, end):
            window = max(first, min(t - 3, end - 8))
            best[t] = tokens[window : min(window + 8, end)].mean()
    spans = [max(best[first:end]) for first, end in SPANS]
    return [None if s == -np.inf else float(s) for s in spans]


def main():
    OUT.mkdir(exist_ok=True)
    rng = np.random.default_rng(7)
    states = {layer: rng.normal(scale=2, size=(TOKENS, WIDTH)).astype("f4") for layer in (1, 2, 4)}
    for state in states.values():
        state[0] *= 300
    join = lambda layers: np.concatenate([states[layer].astype("f8") for layer in layers], axis=1)
    planted = write("planted-instruction", [2], [5], "sentence-mean", rng)
    data = write("instruction-in-data", [1, 2, 4], [7, 4], "best-mean-of-8", rng)
    expected = {
        "spans": SPANS,
        "segments": SEGMENTS,
        "states": {str(layer): [[float(v) for v in row] for row in state] for layer, state in states.items()},
        "instruction": by_sentence(*planted, join([2])),
        "data": by_token(*data, join([1, 2, 4])),
    }
    (OUT / "expected.json").write_text(json.dumps(expected))


main()
