"""Reference values of the bundled model: PyTorch's attention and greedy continuation.

Reads `test/fixtures/bundled-model/prompts.json`, writes one `.safetensors` for each prompt beside it:

  ids           [tokens]                  what transformers' tokenizer makes of the text
  greedy        [20]                      the continuation that the model finds likeliest, token by token
  maps          [layers, heads, N, N]     the first prompt: every weight
  cells         [2000, 4]                 the others: layer, head, query, key of sampled cells
  cellWeights   [2000]                    and their weights
  received      [layers, N]               and the head-mean weight that each key gets from all queries

Half of the cells are drawn evenly from all that a query may see, half by weight, so that large weights are
among them. Run it with the CPU build of torch: `python test/oracle/bundledModel.py`.
"""

import json

import numpy as np
import torch
from safetensors.numpy import save_file

from loadBundled import ROOT, load_bundled

FOLDER = ROOT / "test" / "fixtures" / "bundled-model"
CELLS = 2000
CONTINUATION = 20


def sample_cells(maps: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    layers, heads, n, _ = maps.shape
    heads_of = rng.integers(0, layers * heads, CELLS)
    queries = rng.integers(0, n, CELLS)
    keys = np.empty(CELLS, dtype=np.int64)
    for i in range(CELLS):
        row = maps[heads_of[i] // heads, heads_of[i] % heads, queries[i], : queries[i] + 1].astype(np.float64)
        by_weight = i % 2 == 1
        keys[i] = rng.choice(len(row), p=row / row.sum() if by_weight else None)
    return np.stack([heads_of // heads, heads_of % heads, queries, keys], axis=1).astype(np.int32)


def greedy(model, ids: list[int], steps: int) -> tuple[list[int], float]:
    """The continuation, and the smallest lead of a chosen token over the next best."""
    cache, feed, chosen, lead = None, ids, [], float("inf")
    for _ in range(steps):
        out = model(torch.tensor([feed]), cache=cache, use_cache=True)
        top = out.logits[0, -1].topk(2)
        lead = min(lead, float(top.values[0] - top.values[1]))
        cache, feed = out.past_key_values, [int(top.indices[0])]
        chosen += feed
    return chosen, lead


@torch.no_grad()
def main() -> None:
    model, tokenizer = load_bundled()
    for number, prompt in enumerate(json.loads((FOLDER / "prompts.json").read_text(encoding="utf-8"))):
        ids = tokenizer(prompt["text"])["input_ids"]
        attentions = model(torch.tensor([ids]), output_attentions=True).attentions
        maps = np.stack([layer[0].numpy() for layer in attentions])
        continuation, lead = greedy(model, ids, CONTINUATION)
        tensors = {
            "ids": np.array(ids, dtype=np.int32),
            "greedy": np.array(continuation, dtype=np.int32),
        }
        if number == 0:
            tensors["maps"] = maps
        else:
            cells = sample_cells(maps, np.random.default_rng(number))
            tensors["cells"] = cells
            tensors["cellWeights"] = maps[tuple(cells.T)]
            tensors["received"] = maps.mean(axis=1, dtype=np.float64).sum(axis=1).astype(np.float32)
        save_file(tensors, FOLDER / f"{prompt['name']}.safetensors")
        print(prompt["name"], len(ids), "tokens, smallest lead", round(lead, 4), repr(tokenizer.decode(continuation)))


if __name__ == "__main__":
    torch.manual_seed(0)
    main()
