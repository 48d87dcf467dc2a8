"""Tiny GGUF files of each architecture that can be imported, made of models of transformers with random weights, and their attention.

Writes `test/fixtures/gguf/architectures/<name>.gguf` and `<name>.safetensors` with

  ids, mask     [2, 11]                        the second sequence is padded on the left, by 4
  maps          [layers, 2, heads, 11, 11]
  logits        [2, vocabulary]                of the last position

The files are written here as convert_hf_to_gguf.py of llama.cpp writes them (names, order of rows, 1 added to the norms of
Gemma), in float16. Run it with the CPU build of torch: `python test/oracle/tinyArchitectures.py`, with names of cases for these alone.
"""

import sys

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
    "mlp.c_fc": "ffn_up",
    "mlp.c_proj": "ffn_down",
    "self_attn.q_layernorm": "attn_q_norm",
    "self_attn.k_layernorm": "attn_k_norm",
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
YARN = {"rope_type": "yarn", "rope_theta": 10000.0, "factor": 4.0, "original_max_position_embeddings": 32, "beta_fast": 8.0, "beta_slow": 0.1}
DIVISORS = {"short_factor": [1.0, 1.5], "long_factor": [2.0, 9.0]}
LONG = {"rope_type": "longrope", "rope_theta": 10000.0, "partial_rotary_factor": 0.5, "original_max_position_embeddings": 16} | DIVISORS
PLAIN = {"rope_type": "default", "rope_theta": 10000.0}
ONE = {"num_hidden_layers": 1}
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
    "llama-biases-yarn": (
        "Llama",
        ONE | {"attention_bias": True, "mlp_bias": True, "rope_parameters": YARN},
        {"rope.scaling.type": "yarn", "rope.scaling.factor": 4.0, "rope.scaling.original_context_length": 32, "rope.scaling.yarn_beta_fast": 8.0, "rope.scaling.yarn_beta_slow": 0.1},
    ),
    "llama-mistral": ("Mistral", ONE | {"sliding_window": WINDOW}, {"attention.sliding_window": WINDOW}),
    "phi3-long": (
        "Phi3",
        ONE | {"sliding_window": None, "original_max_position_embeddings": 16, "rope_parameters": LONG, "tie_word_embeddings": False},
        # sqrt(1 + ln(128 / 16) / ln 16), as convert_hf_to_gguf.py writes it.
        {"attention.sliding_window": 0, "rope.dimension_count": 4, "rope.scaling.original_context_length": 16, "rope.scaling.attn_factor": 1.75**0.5},
    ),
    "stablelm": (
        "StableLm",
        {"num_hidden_layers": 2, "use_qkv_bias": True, "rope_parameters": PLAIN | {"partial_rotary_factor": 0.5}},
        {"rope.dimension_count": 4, "use_parallel_residual": True},
    ),
    "stablelm-parallel": (
        "StableLm",
        {"num_hidden_layers": 2, "qk_layernorm": True, "use_parallel_residual": True, "rope_parameters": PLAIN | {"partial_rotary_factor": 0.25}},
        {"rope.dimension_count": 2, "use_parallel_residual": True},
    ),
    "starcoder2": ("Starcoder2", {"num_hidden_layers": 2, "use_bias": True, "sliding_window": WINDOW, "tie_word_embeddings": True}, {"attention.sliding_window": WINDOW}),
}


def names_of(name: str) -> dict[str, str]:
    if name == "olmo2" or name.startswith("gemma"):
        return NAMES | AROUND
    return NAMES


def permute(weight: np.ndarray, heads: int) -> np.ndarray:
    """Rows of the two halves of a head, one after the other, as llama.cpp turns them."""
    return weight.reshape(heads, 2, len(weight) // heads // 2, *weight.shape[1:]).swapaxes(1, 2).reshape(weight.shape)


def one_norm_for_all_heads(state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Norms of single heads `….norms.<head>.weight` stacked as `….weight` `[heads, values]`."""
    result = {}
    for key, tensor in state.items():
        first, _, last = key.partition(".norms.")
        if not last:
            result[key] = tensor
        elif last == "0.weight":
            heads = sum(other.startswith(f"{first}.norms.") for other in state)
            result[f"{first}.weight"] = torch.stack([state[f"{first}.norms.{head}.weight"] for head in range(heads)])
    return result


def write(path, name: str, config, fields: dict, state: dict[str, torch.Tensor]) -> None:
    architecture = name.split("-")[0]
    writer = GGUFWriter(path, architecture)
    writer.add_block_count(config.num_hidden_layers)
    writer.add_context_length(config.max_position_embeddings)
    writer.add_embedding_length(config.hidden_size)
    writer.add_feed_forward_length(config.intermediate_size)
    writer.add_head_count(config.num_attention_heads)
    writer.add_head_count_kv(config.num_key_value_heads)
    if hasattr(config, "rms_norm_eps"):
        writer.add_layer_norm_rms_eps(config.rms_norm_eps)
    else:
        writer.add_layer_norm_eps(config.norm_epsilon if architecture == "starcoder2" else config.layer_norm_eps)
    rope = config.rope_parameters
    writer.add_rope_freq_base(float((rope.get("full_attention") or rope)["rope_theta"]))
    for key, value in fields.items():
        add = {bool: writer.add_bool, int: writer.add_uint32, float: writer.add_float32, str: writer.add_string}[type(value)]
        add(f"{architecture}.{key}", value)
    if name == "phi3-long":
        for length in ("short", "long"):
            writer.add_tensor(f"rope_factors_{length}.weight", np.array(DIVISORS[f"{length}_factor"], dtype=np.float32))
    table = names_of(name)
    for key, tensor in one_norm_for_all_heads(state).items():
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
        if architecture in ("granite", "llama") and target.endswith(("attn_q", "attn_k")):
            weight = permute(weight, config.num_attention_heads if target.endswith("q") else config.num_key_value_heads)
        plain = weight.ndim == 1 or "norm" in target
        writer.add_tensor(f"{target}.{kind}", weight if plain else weight.astype(np.float16), raw_dtype=Type.F32 if plain else Type.F16)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


@torch.no_grad()
def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    chosen = sys.argv[1:] or CASES
    for number, (name, (kind, changes, fields)) in enumerate(CASES.items()):
        if name not in chosen:
            continue
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
