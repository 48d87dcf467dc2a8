"""Maps by what is added through attention: value-weighted norm and value zeroing, by the papers' formulas.

Writes `values.safetensors` beside each model of `test/fixtures/language`, and `test/fixtures/bundled-model/values.safetensors`:

  ids      [tokens]
  layers   [layers]                           which layers
  heads    [heads]                            which heads; -1: all together
  norm     [layers, heads, tokens, tokens]    ‖α_ij f_h(x_j)‖, all together ‖Σ_h α_ij f_h(x_j)‖ (Kobayashi et al. 2020)
  zeroing  [layers, tokens, tokens]           1 − cos(state, state with value j zero) after the layer (Mohebbi et al. 2023)

Rows are divided by their sums. f_h(x) = (x W_V + b_V)_h W_O,h. Zeroing runs the model with the value of one token set to
zero in one layer, by a hook. Run it with the CPU build of torch: `python test/oracle/valueWeighted.py`.
"""

import json

import numpy as np
import torch
from safetensors.numpy import save_file

from lens import Parts
from loadBundled import ROOT, load_bundled
from tinyLanguage import FOLDER, IDS, load_tiny

BUNDLED = ROOT / "test" / "fixtures" / "bundled-model"


def value_module(parts, block):
    """The projection whose output holds the values, and where in it they begin."""
    if parts.gpt:
        return block.attn.c_attn, 2 * parts.model.config.hidden_size
    return block.self_attn.v_proj, 0


@torch.no_grad()
def values_of(parts, block, ids):
    """[tokens, heads, size], heads that share a value repeated."""
    module, start = value_module(parts, block)
    seen = []
    hook = module.register_forward_hook(lambda _m, _i, out: seen.append(out[0, :, start:].double().numpy()))
    parts.model(torch.tensor([ids]), use_cache=False)
    hook.remove()
    size = parts.projection(block)[0].shape[0] // parts.heads
    values = seen[0].reshape(len(ids), -1, size)
    return np.repeat(values, parts.heads // values.shape[1], axis=1)


@torch.no_grad()
def zeroed(parts, block, ids):
    module, start = value_module(parts, block)
    states = []
    first = lambda out: (out[0] if isinstance(out, tuple) else out)[0].double().numpy()

    def run(token):
        def hide(_m, _i, out):
            out = out.clone()
            out[0, token, start:] = 0
            return out

        hooks = [block.register_forward_hook(lambda _m, _i, out: states.append(first(out)))]
        if token is not None:
            hooks.append(module.register_forward_hook(hide))
        parts.model(torch.tensor([ids]), use_cache=False)
        for hook in hooks:
            hook.remove()
        return states.pop()

    plain = run(None)
    columns = []
    for token in range(len(ids)):
        other = run(token)
        cosine = (plain * other).sum(-1) / np.linalg.norm(plain, axis=-1) / np.linalg.norm(other, axis=-1)
        columns.append(1 - cosine)
    return np.stack(columns, axis=1)


def by_rows(maps):
    lower = np.tril(np.ones(maps.shape[-2:]))
    maps = np.clip(maps, 0, None) * lower
    return maps / maps.sum(-1, keepdims=True)


@torch.no_grad()
def reference(model, ids, layers, heads):
    parts = Parts(model)
    weights = model(torch.tensor([ids]), output_attentions=True, use_cache=False).attentions
    norm, zeroing = [], []
    for layer in layers:
        block = parts.blocks[layer]
        projection = parts.projection(block)[0].reshape(parts.heads, -1, model.config.hidden_size)
        brought = np.einsum("jhd,hde->hje", values_of(parts, block, ids), projection)
        alpha = weights[layer][0].double().numpy()
        alone = alpha * np.linalg.norm(brought, axis=-1)[:, None, :]
        together = np.linalg.norm(np.einsum("hij,hje->ije", alpha, brought), axis=-1)
        norm.append(by_rows(np.stack([together if head < 0 else alone[head] for head in heads])))
        zeroing.append(by_rows(zeroed(parts, block, ids)))
    return {
        "ids": np.array(ids, dtype=np.int32),
        "layers": np.array(layers, dtype=np.int32),
        "heads": np.array(heads, dtype=np.int32),
        "norm": np.ascontiguousarray(norm, dtype=np.float32),
        "zeroing": np.ascontiguousarray(zeroing, dtype=np.float32),
    }


def main():
    for name in ("gpt2", "llama"):
        save_file(reference(load_tiny(name), IDS, [0, 1, 2], [-1, 0, 1, 2, 3]), FOLDER / name / "values.safetensors")
    model, tokenizer = load_bundled()
    text = json.loads((BUNDLED / "prompts.json").read_text(encoding="utf-8"))[0]["text"]
    ids = tokenizer(text)["input_ids"]
    save_file(reference(model, ids, [0, 14, 29], [-1, 0, 7]), BUNDLED / "values.safetensors")


if __name__ == "__main__":
    main()
