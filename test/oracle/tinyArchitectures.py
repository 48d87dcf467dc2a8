"""Tiny GGUF files of each architecture that can be imported, made of models of transformers with random weights, and their attention.

Writes `test/fixtures/gguf/architectures/<name>.gguf` and `<name>.safetensors` with

  ids, mask     [2, 11]                        the second sequence is padded on the left, by 4
  maps          [layers, 2, heads, 11, 11]
  logits        [2, vocabulary]                of the last position

The files are written here as convert_hf_to_gguf.py of llama.cpp writes them (names, order of rows, 1 added to the norms of
Gemma), in float16. Run it with the CPU build of torch: `python test/oracle/tinyArchitectures.py`.
"""

import numpy as np
import torch
import transformers
from gguf import GGMLQuantizationType as Type
from gguf import GGUFWriter
from safetensors.numpy import save_file

from loadBundled import ROOT

FOLDER = ROOT / "test" / "fixtures" / "gguf" / "architectures"
LENGTH, PADDING, VOCABULARY, WINDOW = 11, 4, 48, 4

NAMES = {
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.qkv_proj": "attn_qkv",
    "self_attn.o_proj": "attn_output",
    "self_attn.q_norm": "attn_q_norm",
    "self_attn.k_norm": "attn_k_norm",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.gate_up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
    "input_layernorm": "attn_norm",
    # Of most architectures the norm before the feed-forward part, whatever its name; see `names_of`.
    "post_attention_layernorm": "ffn_norm",
}
AROUND = {
    "post_attention_layernorm": "post_attention_norm",
    "pre_feedforward_layernorm": "ffn_norm",
    "post_feedforward_layernorm": "post_ffw_norm",
}

SIZES = {
    "vocab_size": VOCABULARY,
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 128,
    "attn_implementation": "eager",
    "pad_token_id": 0,
}
# Configuration of transformers, and fields of the file without the architecture's name before them.
CASES = {
    "qwen2": ("Qwen2", {"num_hidden_layers": 2, "tie_word_embeddings": True}, {}),
    "qwen3": ("Qwen3", {"num_hidden_layers": 2, "head_dim": 16, "tie_word_embeddings": True}, {"attention.key_length": 16, "attention.value_length": 16}),
    "gemma2": (
        "Gemma2",
        {"num_hidden_layers": 2, "head_dim": 16, "query_pre_attn_scalar": 16, "sliding_window": WINDOW},
        {"attention.key_length": 16, "attention.value_length": 16, "attention.sliding_window": WINDOW, "attn_logit_softcapping": 50.0, "final_logit_softcapping": 30.0},
    ),
    "gemma3": (
        "Gemma3",
        {"num_hidden_layers": 6, "head_dim": 16, "query_pre_attn_scalar": 16, "sliding_window": WINDOW},
        {"attention.key_length": 16, "attention.value_length": 16, "attention.sliding_window": WINDOW},
    ),
    "phi3": ("Phi3", {"num_hidden_layers": 2, "sliding_window": WINDOW, "tie_word_embeddings": False}, {"attention.sliding_window": WINDOW}),
    "olmo2": ("Olmo2", {"num_hidden_layers": 2, "tie_word_embeddings": False}, {}),
    "granite": (
        "Granite",
        {"num_hidden_layers": 2, "embedding_multiplier": 3.0, "residual_multiplier": 0.5, "attention_multiplier": 0.2, "logits_scaling": 2.0, "tie_word_embeddings": True},
        {"embedding_scale": 3.0, "residual_scale": 0.5, "attention.scale": 0.2, "logit_scale": 2.0},
    ),
}


def names_of(name: str) -> dict[str, str]:
    if name == "olmo2" or name.startswith("gemma"):
        return NAMES | AROUND
    return NAMES


def permute(weight: np.ndarray, heads: int) -> np.ndarray:
    """Rows of the two halves of a head, one after the other, as llama.cpp turns them."""
    rows, columns = weight.shape
    return weight.reshape(heads, 2, rows // heads // 2, columns).swapaxes(1, 2).reshape(rows, columns)


def write(path, name: str, config, fields: dict, state: dict[str, torch.Tensor]) -> None:
    writer = GGUFWriter(path, name)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads)
    writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    rope = config.rope_parameters
    writer.add_rope_freq_base(float((rope.get("full_attention") or rope)["rope_theta"]))
    for key, value in fields.items():
        add = writer.add_uint32 if isinstance(value, int) else writer.add_float32
        add(f"{name}.{key}", value)
    table = names_of(name)
    for key, tensor in state.items():
        weight = tensor.numpy().astype(np.float32)
        part, kind = key.removeprefix("model.").rsplit(".", 1)
        if part == "lm_head" and config.tie_word_embeddings:
            continue
        if part in ("embed_tokens", "norm", "lm_head"):
            target = {"embed_tokens": "token_embd", "norm": "output_norm", "lm_head": "output"}[part]
        else:
            _, layer, own = part.split(".", 2)
            target = f"blk.{layer}.{table[own]}"
        if name.startswith("gemma") and "norm" in target:
            weight = weight + 1
        if name == "granite" and target.endswith(("attn_q", "attn_k")):
            weight = permute(weight, config.num_attention_heads if target.endswith("q") else config.num_key_value_heads)
        plain = weight.ndim == 1
        writer.add_tensor(f"{target}.{kind}", weight if plain else weight.astype(np.float16), raw_dtype=Type.F32 if plain else Type.F16)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


@torch.no_grad()
def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for number, (name, (kind, changes, fields)) in enumerate(CASES.items()):
        torch.manual_seed(number)
        text = "TextConfig" if name == "gemma3" else "Config"
        config = getattr(transformers, f"{kind}{text}")(**(SIZES | changes))
        model = getattr(transformers, f"{kind}ForCausalLM")(config).float().eval()
        for key, parameter in model.named_parameters():
            if parameter.ndim == 1:
                around = 0.0 if name.startswith("gemma") and "norm" in key else 1.0 if "norm" in key else 0.0
                parameter.copy_(around + 0.4 * torch.randn_like(parameter))
            else:
                parameter.copy_((torch.randn_like(parameter) * 1.5 / parameter.shape[1] ** 0.5).half().float())
        write(FOLDER / f"{name}.gguf", name, config, fields, model.state_dict())
        ids = torch.randint(2, VOCABULARY, (2, LENGTH))
        mask = torch.ones(2, LENGTH, dtype=torch.int64)
        mask[1, :PADDING] = 0
        positions = (mask.cumsum(1) - 1).clamp(min=0)
        out = model(input_ids=ids, attention_mask=mask, position_ids=positions, output_attentions=True)
        tensors = {
            "ids": ids.numpy().astype(np.int32),
            "mask": mask.numpy().astype(np.int32),
            "maps": np.stack([layer.numpy() for layer in out.attentions]),
            "logits": np.ascontiguousarray(out.logits[:, -1].numpy()),
        }
        save_file(tensors, FOLDER / f"{name}.safetensors")
        peak = float(tensors["maps"][:, 0].max(axis=-1).mean())
        print(name, (FOLDER / f"{name}.gguf").stat().st_size, "bytes; a row's largest weight is", round(peak, 2), "on average")


if __name__ == "__main__":
    main()
