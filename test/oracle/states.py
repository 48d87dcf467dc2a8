"""States after each layer, as PyTorch has them: `states.safetensors` beside each model of `test/fixtures/language`,
and `test/fixtures/bundled-model/states.safetensors`.

  ids      [tokens]
  states   [layers, tokens, hidden]; of the bundled model every 16th number of a state

Taken by hooks on the layers: transformers' last `hidden_states` stand behind the final norm. Run it with the CPU
build of torch: `python test/oracle/states.py`.
"""

import json

import numpy as np
import torch
from safetensors.numpy import save_file

from loadBundled import ROOT, load_bundled
from tinyLanguage import FOLDER, IDS, load_tiny

BUNDLED = ROOT / "test" / "fixtures" / "bundled-model"


@torch.no_grad()
def states_of(model: torch.nn.Module, ids: list[int]) -> torch.Tensor:
    """`[layers, tokens, hidden]`."""
    layers = model.transformer.h if hasattr(model, "transformer") else model.model.layers
    states: list[torch.Tensor] = []
    first = lambda out: out[0] if isinstance(out, tuple) else out
    hooks = [layer.register_forward_hook(lambda _m, _i, out: states.append(first(out)[0])) for layer in layers]
    model(torch.tensor([ids]), use_cache=False)
    for hook in hooks:
        hook.remove()
    return torch.stack(states)


def save(path, ids: list[int], states: torch.Tensor) -> None:
    tensors = {"ids": np.array(ids, dtype=np.int32), "states": np.ascontiguousarray(states.numpy())}
    save_file(tensors, path)


def main() -> None:
    for name in ("gpt2", "llama"):
        save(FOLDER / name / "states.safetensors", IDS, states_of(load_tiny(name), IDS))
    model, tokenizer = load_bundled()
    text = json.loads((BUNDLED / "prompts.json").read_text(encoding="utf-8"))[0]["text"]
    ids = tokenizer(text)["input_ids"]
    save(BUNDLED / "states.safetensors", ids, states_of(model, ids)[:, :, ::16])


if __name__ == "__main__":
    main()
