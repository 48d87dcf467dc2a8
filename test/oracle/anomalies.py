"""Concentrated attention by the published rule and against clean texts (docs/analyses/anomalies.md), with NumPy and SciPy.

    python test/oracle/anomalies.py     # test/fixtures/anomalies/tiny.json and bundled.json
"""

import json
from pathlib import Path

import numpy as np
from scipy.special import expit, logit
from scipy.stats import expon, false_discovery_control

from tinyAttention import both_ways_attention, causal_attention, floats, plain

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "test" / "fixtures" / "anomalies"


def reference(M):
    """As the published script has it: where the largest weight of a head-mean row is above 0.5."""
    layers, n, _ = M.shape
    return [[l, q, int(np.argmax(M[l, q])), float(np.max(M[l, q]))] for l in range(layers) for q in range(n) if np.max(M[l, q]) > 0.5]


def compared(M, baseline, causal, sink):
    layers, n, _ = M.shape
    edges = baseline["keysFrom"]
    rows = []
    for q in range(n):
        keys = q + 1 if causal else n
        cell = int(np.searchsorted(edges, keys, side="right")) - 1
        if not 0 <= cell < len(edges) - 1:
            continue
        for l in range(layers):
            row = M[l, q].copy()
            row[q] = 0
            if sink is not None:
                row[sink] = 0
            c = baseline["perLayer"][l][cell]
            over = logit(np.clip(row.max(), 1e-6, 1 - 1e-6)) - c["upper"]
            p = baseline["tail"] * expon.sf(over, scale=c["excess"]) if over > 0 else 1.0
            rows.append((l, q, int(row.argmax()), row.max(), expit(c["median"]), p, over > 0))
    if not rows:
        return {"rate": 0.05, "tests": 0, "unusual": 0, "items": []}
    adjusted = false_discovery_control([r[5] for r in rows], method="by")
    items = sorted(([*r[:6], a] for r, a in zip(rows, adjusted) if r[6]), key=lambda r: (r[5], -r[3]))
    return {"rate": 0.05, "tests": len(rows), "unusual": int(sum(a <= 0.05 for a in adjusted)), "items": items}


def named(result):
    names = ["layer", "output", "focus", "concentration", "expected", "p", "adjusted"]
    return {**result, "items": [dict(zip(names, item)) for item in result["items"]]}


def tiny_cases():
    ids = [3, 9, 4, 4, 17, 3, 9, 30, 4, 8, 9, 9, 3, 41, 8, 17, 3, 9, 4, 5]
    n = len(ids)
    rng = np.random.default_rng(3)
    for name, A, causal, sink in (
        ("causal", causal_attention(ids), True, 0),
        ("both ways", both_ways_attention(ids), False, None),
    ):
        M = A.mean(1)
        edges = [3, 6, 12, 18] if causal else [2, n, n + 4]
        cells = [
            [{"median": rng.uniform(-3, -1), "upper": rng.uniform(-1.5, 0), "excess": rng.uniform(0.05, 0.4)} for _ in edges[1:]]
            for _ in M
        ]
        baseline = {"keysFrom": edges, "tail": 0.05, "perLayer": cells}
        yield {
            "name": name,
            "layers": len(M),
            "tokens": n,
            "causal": causal,
            "sink": sink,
            "means": floats(M),
            "baseline": baseline,
            "reference": reference(M),
            "compared": named(compared(M.astype(np.float64), baseline, causal, sink)),
        }


def bundled_case():
    import torch
    from loadBundled import load_bundled

    model, tokenizer = load_bundled()
    [file] = (ROOT / "media" / "baselines").glob("*.json")
    baseline = json.loads(file.read_text())["rows"]
    text = "Water the plants on Monday. Water the plants on Monday. Water the plants on Monday. Water the plants on Monday, zxqj zxqj zxqj."
    ids = tokenizer(text)["input_ids"]
    with torch.no_grad():
        maps = model(torch.tensor([ids]), output_attentions=True).attentions
    M = torch.stack([a[0] for a in maps]).double().mean(1).numpy()
    result = named(compared(M, baseline, True, 0))
    result["items"] = result["items"][: max(20, result["unusual"])]
    return {"text": text, "ids": ids, "compared": result}


if __name__ == "__main__":
    FIXTURES.mkdir(parents=True, exist_ok=True)
    for name, cases, digits in (("tiny", list(tiny_cases()), 10), ("bundled", [bundled_case()], 8)):
        path = FIXTURES / f"{name}.json"
        path.write_text("[\n" + ",\n".join(json.dumps(plain(c, digits), separators=(",", ":")) for c in cases) + "\n]\n")
        print(path.name, f"{path.stat().st_size / 1e3:.0f} KB", [(c["compared"]["tests"], c["compared"]["unusual"]) for c in cases])
