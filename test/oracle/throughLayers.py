"""Attention rollout and attention flow (Abnar & Zuidema 2020), from the paper's definitions.

Rollout multiplies whole matrices; flow is what networkx's preflow-push finds in the graph. Needs the CPU build of torch,
transformers and networkx.

    python test/oracle/throughLayers.py     # test/fixtures/throughLayers/tiny.json and bundled.json
"""

import json
from pathlib import Path

import networkx as nx
import numpy as np

from tinyAttention import both_ways_attention, causal_attention, floats, plain

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "throughLayers"


def mixed(A):
    """0.5 · head mean + 0.5 · identity, each row scaled to sum to 1."""
    M = 0.5 * A.astype(np.float64).mean(1) + 0.5 * np.eye(A.shape[-1])
    return M / M.sum(-1, keepdims=True)


def rollout(M, query):
    """`[layer, token]`"""
    product, rows = np.eye(M.shape[-1]), []
    for layer in M:
        product = layer @ product
        rows.append(product[query])
    return np.array(rows)


def flow(M, query):
    layers, n, _ = M.shape
    graph = nx.DiGraph()
    for l in range(layers):
        for i in range(n):
            for j in range(n):
                if M[l, i, j] > 0:
                    graph.add_edge((l + 1, i), (l, j), capacity=M[l, i, j])
    source = (layers, query)
    return [nx.maximum_flow_value(graph, source, (0, t)) if nx.has_path(graph, source, (0, t)) else 0.0 for t in range(n)]


def case(name, A, ids, queries, flow_layers, keep_maps):
    M = mixed(A)
    means = A.astype(np.float64).mean(1)
    return {
        "name": name,
        "layers": A.shape[0],
        "tokenIds": ids,
        **({"means": floats(means)} if keep_maps else {}),
        "expected": [
            {"query": q, "rollout": rollout(M, q), "flow": [{"layers": l, "row": flow(M[:l], q)} for l in flow_layers]}
            for q in queries
        ],
    }


def bundled_case():
    import torch
    from loadBundled import load_bundled

    model, tokenizer = load_bundled()
    ids = tokenizer("The keys are in the drawer. Ask Mrs. Lind for them.")["input_ids"]
    with torch.no_grad():
        maps = model(torch.tensor([ids]), output_attentions=True).attentions
    A = torch.stack([a[0] for a in maps]).float().numpy()
    return case("bundled", A, ids, [len(ids) - 1, 5], [1, 30], False)


def write(name, cases, digits):
    FIXTURES.mkdir(parents=True, exist_ok=True)
    path = FIXTURES / f"{name}.json"
    lines = ",\n".join(json.dumps(plain(c, digits), separators=(",", ":")) for c in cases)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(path.name, f"{path.stat().st_size / 1e3:.0f} KB")


if __name__ == "__main__":
    ids = [3, 9, 4, 4, 17, 3, 9, 30, 4, 8, 9, 9]
    write(
        "tiny",
        [
            case("causal", causal_attention(ids), ids, [0, 5, len(ids) - 1], [1, 2], True),
            case("both ways", both_ways_attention(ids), ids, [0, 6], [2, 5], True),
        ],
        10,
    )
    write("bundled", [bundled_case()], 8)
