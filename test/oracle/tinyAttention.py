"""Attention `[layers, heads, queries, keys]` of two random models of other shapes than the bundled one."""

import base64

import numpy as np
import torch


def causal_attention(ids, seed=1):
    """2 layers of 3 heads, causal."""
    from transformers import LlamaConfig, LlamaForCausalLM

    torch.manual_seed(seed)
    config = LlamaConfig(
        vocab_size=64, hidden_size=24, intermediate_size=32, num_hidden_layers=2, num_attention_heads=3,
        num_key_value_heads=1, max_position_embeddings=64, attn_implementation="eager",
    )  # fmt: skip
    return _attention(_peaked(LlamaForCausalLM(config).eval(), ("q_proj", "k_proj")), ids)


def both_ways_attention(ids, seed=2):
    """5 layers of 2 heads, reading both ways."""
    from transformers import BertConfig, BertModel

    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=64, hidden_size=16, intermediate_size=32, num_hidden_layers=5, num_attention_heads=2,
        max_position_embeddings=64, attn_implementation="eager",
    )  # fmt: skip
    return _attention(_peaked(BertModel(config).eval(), ("query", "key")), ids)


def _peaked(model, names):
    """Random attention is near uniform: make it peaked."""
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if name.endswith(tuple(n + ".weight" for n in names)):
                weight.mul_(20)
    return model


def _attention(model, ids):
    with torch.no_grad():
        out = model(torch.tensor([ids]), output_attentions=True)
    return torch.stack([a[0] for a in out.attentions]).float().numpy()


def floats(array) -> str:
    """Little-endian float32, base64."""
    return base64.b64encode(np.asarray(array, dtype="<f4").tobytes()).decode()


def plain(value, digits=9):
    """JSON values; numbers to so many significant digits, what is not a number as null."""
    if isinstance(value, dict):
        return {k: plain(v, digits) for k, v in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(v, digits) for v in value]
    if isinstance(value, (float, np.floating)):
        return None if np.isnan(value) else float(f"{value:.{digits}g}")
    return int(value) if isinstance(value, np.integer) else value
