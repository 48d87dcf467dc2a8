"""The bundled model as transformers sees it: an independent reading of the same GGUF file.

Shares no code with the project's importer: the `gguf` package reads and dequantises the tensors,
transformers' LlamaForCausalLM computes in float32 with eager attention. Needs the CPU build of torch.

    from loadBundled import load_bundled
    model, tokenizer = load_bundled()
    out = model(torch.tensor([ids]), output_attentions=True)   # 30 maps [1, 9, queries, keys]

The GGUF is found at `out/model/` (where `npm run build:model` keeps it) or at `$ATTNSCOPE_GGUF`; the
tokenizer is transformers' reading of `media/model/`.
"""

import os
from pathlib import Path

import numpy as np
import torch
from gguf import GGUFReader
from gguf.quants import dequantize
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

ROOT = Path(__file__).resolve().parents[2]
GGUF = ROOT / "out" / "model" / "SmolLM2-135M-Instruct.Q4_1.gguf"

LAYER_NAMES = {
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
    "attn_norm": "input_layernorm",
    "ffn_norm": "post_attention_layernorm",
}
TOP_NAMES = {"token_embd": "model.embed_tokens", "output_norm": "model.norm", "output": "lm_head"}


def unpermute(weight: np.ndarray, heads: int) -> np.ndarray:
    """Rows of llama-family Q and K alternate between the two halves of a head: put the halves back."""
    rows, columns = weight.shape
    return weight.reshape(heads, rows // heads // 2, 2, columns).swapaxes(1, 2).reshape(rows, columns)


def files_of(path: Path) -> list[Path]:
    """A file, or the shards that stand in its place."""
    return sorted(path.parent.glob(f"{path.stem}-*-of-*.gguf")) or [path]


def load_model(path: str | Path | None = None) -> LlamaForCausalLM:
    """A llama-family GGUF file as a float32 model with eager attention."""
    readers = [GGUFReader(file) for file in files_of(Path(path or os.environ.get("ATTNSCOPE_GGUF") or GGUF))]

    def field(name: str):
        return readers[0].fields[f"llama.{name}"].contents()

    heads, kv_heads = field("attention.head_count"), field("attention.head_count_kv")
    tensors = {t.name: t for reader in readers for t in reader.tensors}
    config = LlamaConfig(
        vocab_size=int(tensors["token_embd.weight"].shape[1]),
        hidden_size=field("embedding_length"),
        intermediate_size=field("feed_forward_length"),
        num_hidden_layers=field("block_count"),
        num_attention_heads=heads,
        num_key_value_heads=kv_heads,
        head_dim=int(tensors["blk.0.attn_q.weight"].shape[1]) // heads,
        max_position_embeddings=field("context_length"),
        rms_norm_eps=field("attention.layer_norm_rms_epsilon"),
        rope_parameters={"rope_type": "default", "rope_theta": field("rope.freq_base")},
        tie_word_embeddings="output.weight" not in tensors,
        attn_implementation="eager",
    )
    state = {}
    for name, tensor in tensors.items():
        if name == "rope_freqs.weight":
            continue  # not a parameter of the model: the caller sets the frequencies
        weight = np.array(dequantize(tensor.data, tensor.tensor_type), dtype=np.float32)
        if name.endswith("attn_q.weight"):
            weight = unpermute(weight, heads)
        if name.endswith("attn_k.weight"):
            weight = unpermute(weight, kv_heads)
        if name.startswith("blk."):
            _, layer, part, kind = name.split(".")
            target = f"model.layers.{layer}.{LAYER_NAMES[part]}.{kind}"
        else:
            part, kind = name.split(".")
            target = f"{TOP_NAMES[part]}.{kind}"
        state[target] = torch.from_numpy(weight)
    model = LlamaForCausalLM(config)
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert not unexpected and set(missing) <= {"lm_head.weight"}, (missing, unexpected)
    model.tie_weights()
    return model.float().eval()


def load_bundled(path: str | Path | None = None) -> tuple[LlamaForCausalLM, PreTrainedTokenizerFast]:
    """The bundled model and its tokenizer."""
    tokenizer = PreTrainedTokenizerFast.from_pretrained(ROOT / "media" / "model")
    return load_model(path), tokenizer
