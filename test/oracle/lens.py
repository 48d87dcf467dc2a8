"""The logit lens and direct logit attribution, by their formulas, in PyTorch and NumPy.

Writes `lens.safetensors` beside each model of `test/fixtures/language`, and `test/fixtures/bundled-model/lens.safetensors`:

  ids            [tokens]
  positions      [positions]          tokens after which the next one is asked for
  words          [words]
  lens           [positions, layers, sampled]   probabilities of the words `sampled`
  sampled        [sampled]            token ids; of the tiny models all
  attribution    [positions, words, 2 + layers * (heads + 2)]
                 embedding, constant, then of each layer its heads, the bias of their projection, its MLP
  logits         [positions, words]

Lens: softmax(W norm(x) + b) for the state x after each layer, with the model's own final norm (nostalgebraist 2020).
Attribution: a part x of the state adds W_w γ (x - mean x) / σ with LayerNorm, W_w γ x / σ with RMSNorm, σ being that of
the whole state (Elhage et al. 2021); head h adds A_h V_h W_O,h. All of it is computed here from weights, in float64.
Run it with the CPU build of torch: `python test/oracle/lens.py`.
"""

import json

import numpy as np
import torch
from safetensors.numpy import save_file

from loadBundled import ROOT, load_bundled
from tinyLanguage import FOLDER, IDS, load_tiny

BUNDLED = ROOT / "test" / "fixtures" / "bundled-model"


class Parts:
    """What a model has, whatever its family calls it."""

    def __init__(self, model):
        self.model, config = model, model.config
        self.gpt = hasattr(model, "transformer")
        self.blocks = model.transformer.h if self.gpt else model.model.layers
        self.norm = model.transformer.ln_f if self.gpt else model.model.norm
        self.heads = config.num_attention_heads
        self.unembed = model.lm_head.weight.detach().double().numpy()
        self.gamma = self.norm.weight.detach().double().numpy()
        self.beta = self.norm.bias.detach().double().numpy() if self.gpt else np.zeros_like(self.gamma)
        self.eps = self.norm.eps if self.gpt else self.norm.variance_epsilon

    def projection(self, block):
        """W_O [heads * size, hidden] and its bias."""
        if self.gpt:
            return block.attn.c_proj.weight.detach().double().numpy(), block.attn.c_proj.bias.detach().double().numpy()
        weight = block.self_attn.o_proj.weight.detach().double().numpy().T
        return weight, np.zeros(weight.shape[1])

    @torch.no_grad()
    def run(self, ids):
        """Embedding, states after each layer, what goes into W_O, and what comes out of the MLP: [tokens, ...]."""
        seen = {"mixed": [], "mlp": [], "after": [], "embedding": []}
        first = lambda out: (out[0] if isinstance(out, tuple) else out)[0].double().numpy()
        hooks = [self.blocks[0].register_forward_pre_hook(
            lambda _m, args, kwargs: seen["embedding"].append(first(args or tuple(kwargs.values()))), with_kwargs=True)]  # fmt: skip
        for block in self.blocks:
            out = block.attn.c_proj if self.gpt else block.self_attn.o_proj
            hooks.append(out.register_forward_pre_hook(lambda _m, args: seen["mixed"].append(first(args))))
            hooks.append(block.mlp.register_forward_hook(lambda _m, _i, o: seen["mlp"].append(first(o))))
            hooks.append(block.register_forward_hook(lambda _m, _i, o: seen["after"].append(first(o))))
        logits = self.model(torch.tensor([ids]), use_cache=False).logits[0].double().numpy()
        for hook in hooks:
            hook.remove()
        return seen, logits

    def scale(self, state):
        centred = state - state.mean(-1, keepdims=True) if self.gpt else state
        return np.sqrt((centred**2).mean(-1, keepdims=True) + self.eps)

    def normed(self, state):
        centred = state - state.mean(-1, keepdims=True) if self.gpt else state
        return self.gamma * centred / self.scale(state) + self.beta

    def adds(self, part, state, word):
        centred = part - part.mean() if self.gpt else part
        return float(self.unembed[word] @ (self.gamma * centred / self.scale(state)))


def softmax(logits):
    e = np.exp(logits - logits.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def reference(model, ids, positions, words, sampled):
    parts = Parts(model)
    seen, logits = parts.run(ids)
    states = np.stack(seen["after"])
    lens = np.stack([softmax(parts.normed(states[:, p]) @ parts.unembed.T)[:, sampled] for p in positions])
    own = softmax(logits[positions])[:, sampled]
    assert np.abs(lens[:, -1] - own).max() < 1e-5, np.abs(lens[:, -1] - own).max()
    rows = []
    for p in positions:
        state, of_words = states[-1, p], []
        for word in words:
            adds = lambda part: parts.adds(part, state, word)
            values = [adds(seen["embedding"][0][p]), float(parts.unembed[word] @ parts.beta)]
            for layer, block in enumerate(parts.blocks):
                weight, bias = parts.projection(block)
                mixed = seen["mixed"][layer][p]
                size = len(mixed) // parts.heads
                for head in range(parts.heads):
                    own = slice(head * size, (head + 1) * size)
                    values.append(adds(mixed[own] @ weight[own]))
                values += [adds(bias), adds(seen["mlp"][layer][p])]
            assert abs(sum(values) - logits[p, word]) < 1e-3 * abs(np.array(values)).max()
            of_words.append(values)
        rows.append(of_words)
    return {
        "ids": np.array(ids, dtype=np.int32),
        "positions": np.array(positions, dtype=np.int32),
        "words": np.array(words, dtype=np.int32),
        "sampled": np.array(sampled, dtype=np.int32),
        "lens": np.ascontiguousarray(lens, dtype=np.float32),
        "attribution": np.array(rows, dtype=np.float32),
        "logits": np.ascontiguousarray(logits[np.ix_(positions, words)], dtype=np.float32),
    }


def main():
    for name in ("gpt2", "llama"):
        tensors = reference(load_tiny(name), IDS, [4, 11], [7, 30], list(range(48)))
        save_file(tensors, FOLDER / name / "lens.safetensors")
    model, tokenizer = load_bundled()
    text = json.loads((BUNDLED / "prompts.json").read_text(encoding="utf-8"))[0]["text"]
    ids = tokenizer(text)["input_ids"]
    with torch.no_grad():
        next_word = int(model(torch.tensor([ids])).logits[0, -1].argmax())
    likely = [next_word, *(17 * i for i in range(1, 16))]
    save_file(reference(model, ids, [9, len(ids) - 1], [next_word, 260], likely), BUNDLED / "lens.safetensors")


if __name__ == "__main__":
    main()
