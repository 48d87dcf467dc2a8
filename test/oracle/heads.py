"""The figures of docs/analyses/heads.md and of the safety patterns per head, read off PyTorch's attention with NumPy.

Written from the formulas: dense arrays and plain loops. Needs the CPU build of torch, and transformers.

    python test/oracle/heads.py     # test/fixtures/heads/tiny.json and bundled.json
"""

import json
from pathlib import Path

import numpy as np

from tinyAttention import both_ways_attention, causal_attention, floats, plain

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "heads"


def earlier(ids, q, causal):
    """Other places of the token at q; in a causal model those before it."""
    return [k for k in range(len(ids)) if ids[k] == ids[q] and k != q and (k < q or not causal)]


def metrics(A, ids, sink, causal):
    """Clark et al. 2019 (entropy, token before), Olsson et al. 2022 (induction, previous token), Wang et al. 2023 (duplicate)."""
    layers, heads, n, _ = A.shape
    out = {name: np.full((layers, heads), np.nan) for name in ("entropy", "sink", "distance", "previousToken", "induction", "duplicateToken")}
    for l in range(layers):
        for h in range(heads):
            a = A[l, h]
            keys = [range(q + 1) if causal else range(n) for q in range(n)]
            entropies = [-sum(a[q, k] * np.log(a[q, k]) for k in keys[q] if a[q, k] > 0) / np.log(len(keys[q])) for q in range(n) if len(keys[q]) > 1]
            out["entropy"][l, h] = np.mean(entropies)
            others = [(q, k) for q in range(n) for k in keys[q] if k != sink]
            out["distance"][l, h] = sum(a[q, k] * abs(q - k) for q, k in others) / sum(a[q, k] for q, k in others)
            if sink is not None:
                out["sink"][l, h] = np.mean([a[q, sink] for q in range(n) if q != sink and sink in keys[q]])
            out["previousToken"][l, h] = np.mean([a[q, q - 1] for q in range(1, n)])
            same = {q: earlier(ids, q, causal) for q in range(n)}
            out["duplicateToken"][l, h] = np.mean([a[q, same[q]].sum() for q in range(n) if same[q]])
            # What stands right behind an occurrence of the query's token, the query itself aside.
            after = {q: [k + 1 for k in range(n) if k != q and ids[k] == ids[q] and k + 1 < n and k + 1 != q and (k + 1 < q or not causal)] for q in range(n)}
            out["induction"][l, h] = np.mean([a[q, after[q]].sum() for q in range(n) if after[q]])
    return out


def tokens_read(A, runs, reading):
    keys = [k for first, end in runs for k in range(first, end)]
    last = runs[-1][1]
    n = A.shape[-1]
    mass = A[..., keys].sum(-1)
    row = mass.mean(-1) if reading["token"] is None else mass[..., reading["token"]]
    later = mass[..., last:]
    none = np.full(mass.shape[:2], np.nan)
    return {
        "reading": row,
        "perToken": mass.mean(-1) / len(keys),
        "laterMean": later.mean(-1) if last < n else none,
        "laterMax": later.max(-1) if last < n else none,
    }


def share(own, other):
    with np.errstate(invalid="ignore"):
        return own / (own + other)


def patterns(A, sets, reading):
    """Set 0 against sets 1 and 2: what later queries give it, and what the reading position gives it."""
    read = [tokens_read(A, runs, reading) for runs in sets[:3]]
    return {
        "susceptible": share(read[0]["laterMean"], np.mean([r["laterMean"] for r in read[1:]], axis=0)),
        "defensive": share(read[0]["reading"], read[1]["reading"] + read[2]["reading"]),
    }


def between(A, groups):
    count = max(groups) + 1
    own = [[i for i, g in enumerate(groups) if g == group] for group in range(count)]
    out = np.zeros((*A.shape[:2], count, count))
    for i in range(count):
        for j in range(count):
            if own[i]:
                out[..., i, j] = A[:, :, own[i]][..., own[j]].sum(-1).mean(-1)
    return out


def case(name, A, ids, causal, sink, reading, sets, groups, keep_maps):
    B = A.astype(np.float64)
    return {
        "name": name,
        "layers": A.shape[0],
        "heads": A.shape[1],
        "causal": causal,
        "tokenIds": ids,
        "sink": sink,
        "reading": reading,
        "sets": [[{"first": a, "end": b} for a, b in runs] for runs in sets],
        "groupOf": groups,
        **({"maps": floats(A)} if keep_maps else {}),
        "expected": {
            "metrics": metrics(B, ids, sink, causal),
            "sets": [tokens_read(B, runs, reading) for runs in sets],
            "between": between(B, groups).reshape(-1),
        },
        **({"patterns": patterns(B, sets, reading)} if keep_maps else {}),
    }


def tiny_cases():
    ids = [3, 9, 4, 4, 17, 3, 9, 30, 4, 8, 9, 9, 3, 41, 8, 17, 3, 9, 4, 5]
    n = len(ids)
    sets = [[(4, 7)], [(1, 2), (9, 11)], [(0, 3)], [(n - 1, n)]]
    groups = [0] * 4 + [1] * 6 + [3] * 3 + [1] * (n - 13)
    yield case("causal", causal_attention(ids), ids, True, 0, {"kind": "last", "token": n - 1}, sets, groups, True)
    yield case("causal, no sink", causal_attention(ids, 5), ids, True, None, {"kind": "last", "token": n - 1}, sets, groups, True)
    yield case("both ways", both_ways_attention(ids), ids, False, 7, {"kind": "mean", "token": None}, sets, groups, True)
    yield case("both ways, first token", both_ways_attention(ids, 6), ids, False, None, {"kind": "classification", "token": 0}, sets, groups, True)


def bundled_case():
    import torch
    from loadBundled import load_bundled

    model, tokenizer = load_bundled()
    text = "The keys are in the drawer. Ask Mrs. Lind for the keys; she keeps the keys of the side door in the drawer too."
    ids = tokenizer(text)["input_ids"]
    n = len(ids)
    with torch.no_grad():
        maps = model(torch.tensor([ids]), output_attentions=True).attentions
    A = torch.stack([a[0] for a in maps]).float().numpy()
    sets = [[(7, 12)], [(1, 3), (16, 19)]]
    groups = [0] * 9 + [1] * (n - 9)
    return case("bundled", A, ids, True, 0, {"kind": "last", "token": n - 1}, sets, groups, False)


def write(name, cases, digits):
    FIXTURES.mkdir(parents=True, exist_ok=True)
    path = FIXTURES / f"{name}.json"
    lines = ",\n".join(json.dumps(plain(c, digits), separators=(",", ":")) for c in cases)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(path.name, f"{path.stat().st_size / 1e3:.0f} KB")


if __name__ == "__main__":
    write("tiny", list(tiny_cases()), 9)
    write("bundled", [bundled_case()], 7)
