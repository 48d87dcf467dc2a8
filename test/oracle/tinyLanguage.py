"""Two tiny language models of unlike shapes, as ONNX graphs, and what PyTorch computes with them.

  gpt2    LayerNorm with biases, biases everywhere, learned positions, untied output matrix; three layers of 4 heads
  llama   RMSNorm, rotary positions, two heads of keys and values for four of queries; three layers; a cache

Run it with the CPU build of torch, transformers and onnx: `python test/oracle/tinyLanguage.py` writes
`test/fixtures/language/<name>/model.onnx`. `load_tiny(name)` gives the same model in PyTorch, for scripts that
compute references. Weights are random, with seeds, and wide enough for attention and states far from uniform.
"""

import io
import sys
import warnings

import onnx
import torch
from transformers import GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM
from transformers.cache_utils import DynamicCache

from loadBundled import ROOT

warnings.filterwarnings("ignore")
FOLDER = ROOT / "test" / "fixtures" / "language"
VOCABULARY, WIDTH, LAYERS, HEADS = 48, 16, 3, 4
#: The prompt of all references.
IDS = [3, 17, 29, 8, 41, 5, 5, 22, 36, 11, 47, 2]


def load_tiny(name: str) -> torch.nn.Module:
    torch.manual_seed({"gpt2": 1, "llama": 2}[name])
    if name == "gpt2":
        config = GPT2Config(
            vocab_size=VOCABULARY, n_positions=64, n_embd=WIDTH, n_layer=LAYERS, n_head=HEADS,
            tie_word_embeddings=False, attn_implementation="eager",
        )  # fmt: skip
        model = GPT2LMHeadModel(config)
    else:
        config = LlamaConfig(
            vocab_size=VOCABULARY, hidden_size=WIDTH, intermediate_size=28, num_hidden_layers=LAYERS,
            num_attention_heads=HEADS, num_key_value_heads=2, head_dim=6, max_position_embeddings=64,
            rms_norm_eps=1e-5, attn_implementation="eager",
        )  # fmt: skip
        model = LlamaForCausalLM(config)
    with torch.no_grad():
        for parameter in model.parameters():
            is_scale = parameter.dim() == 1 and bool((parameter == 1).all())
            parameter.copy_(torch.randn_like(parameter) * 0.35 + (1.0 if is_scale else 0.0))
    return model.float().eval()


class WithoutCache(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask):
        return self.model(input_ids=input_ids, attention_mask=attention_mask, use_cache=False).logits


class WithCache(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, position_ids, *past):
        cache = DynamicCache()
        for layer in range(LAYERS):
            cache.update(past[2 * layer], past[2 * layer + 1], layer)
        out = self.model(
            input_ids=input_ids, attention_mask=attention_mask, position_ids=position_ids,
            past_key_values=cache, use_cache=True,
        )  # fmt: skip
        return (out.logits, *(t for layer in out.past_key_values.layers for t in (layer.keys, layer.values)))


def export(name: str) -> onnx.ModelProto:
    model, ids = load_tiny(name), torch.tensor([IDS])
    tokens = {0: "batch", 1: "sequence"}
    if name == "gpt2":
        wrapped, inputs = WithoutCache(model), {"input_ids": ids, "attention_mask": torch.ones_like(ids)}
        outputs, dynamic = ["logits"], {key: tokens for key in inputs}
    else:
        past, total = {0: "batch", 2: "past"}, {0: "batch", 2: "total"}
        names = [f"{layer}.{kind}" for layer in range(LAYERS) for kind in ("key", "value")]
        inputs = {
            "input_ids": ids,
            "attention_mask": torch.ones(1, len(IDS) + 5, dtype=torch.long),
            "position_ids": torch.arange(5, len(IDS) + 5)[None],
        } | {f"past_key_values.{n}": torch.randn(1, 2, 5, 6) for n in names}
        wrapped, outputs = WithCache(model), ["logits", *(f"present.{n}" for n in names)]
        dynamic = {key: tokens for key in ("input_ids", "position_ids")} | {"attention_mask": {0: "batch", 1: "total"}}
        dynamic |= {f"past_key_values.{n}": past for n in names} | {f"present.{n}": total for n in names}
    buffer = io.BytesIO()
    torch.onnx.export(
        wrapped, tuple(inputs.values()), buffer, input_names=list(inputs), output_names=outputs,
        dynamic_axes=dynamic | {"logits": tokens}, opset_version=17, dynamo=False,
    )  # fmt: skip
    return shortened(onnx.load_from_string(buffer.getvalue()))


def shortened(model: onnx.ModelProto) -> onnx.ModelProto:
    """Exporters write the place of each node into the names of its tensors: half of so small a file."""
    graph = model.graph
    names = {port.name: port.name for port in [*graph.input, *graph.output]} | {"": ""}
    short = lambda name: names.setdefault(name, f"t{len(names)}")
    for tensor in graph.initializer:
        tensor.name = short(tensor.name)
    for node in graph.node:
        node.name = node.doc_string = ""
        for ports in (node.input, node.output):
            ports[:] = [short(name) for name in ports]
    del graph.value_info[:]
    return model


def main() -> None:
    for name in sys.argv[1:] or ["gpt2", "llama"]:
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        onnx.save(export(name), FOLDER / name / "model.onnx")


if __name__ == "__main__":
    main()
