"""Tiny llama-family GGUF files with random weights, one for each element type, and PyTorch's attention.

Writes `test/fixtures/gguf/<case>.gguf` and `<case>.safetensors` with

  ids, mask     [2, 11]                        the second sequence is padded on the left, by 4
  maps          [layers, 2, heads, 11, 11]
  logits        [2, vocabulary]                of the last position

Run it with the CPU build of torch: `python test/oracle/tinyGguf.py`, with names of cases for these alone.
"""

import sys

import numpy as np
import torch
from gguf import GGMLQuantizationType as Type
from gguf import GGUFWriter, TokenType
from gguf.quants import quantize
from safetensors.numpy import save_file

from loadBundled import ROOT, files_of, load_model
from randomBlocks import random_blocks

FOLDER = ROOT / "test" / "fixtures" / "gguf"
HEADS, KV_HEADS = 4, 2
# Sizes of the hidden state, of what the feed-forward layers compute, and of a head.
SIZES = (64, 96, 16)
LENGTH, PADDING = 11, 4

CASES = {
    # In three files, as llama.cpp's gguf-split leaves them.
    "f32-frequency-factors": {"type": Type.F32, "layers": 1, "factors": True, "few": True, "shards": 3, "sizes": (32, 48, 8)},
    "f16-linear-scaling": {"type": Type.F16, "layers": 1, "scaling": 2.0, "few": True, "sizes": (32, 48, 8)},
    "q4_0-tied": {"type": Type.Q4_0, "tied": True},
    "q4_1-tied": {"type": Type.Q4_1, "tied": True},
    "q4_1-untied": {"type": Type.Q4_1},
    "q8_0-tied": {"type": Type.Q8_0, "tied": True},
    # As quantised files are: a type for each matrix, by the last part of its name. Rows of 256 values.
    "mixed-tied": {
        "type": Type.Q4_K,
        "tied": True,
        "layers": 1,
        "sizes": (256, 256, 32),
        "matrices": {"token_embd": Type.Q6_K, "attn_k": Type.Q5_K, "attn_v": Type.Q2_K, "attn_output": Type.Q5_0, "ffn_gate": Type.IQ4_XS, "ffn_up": Type.Q3_K},
    },
    "mixed-untied": {
        "type": Type.Q4_K,
        "layers": 1,
        "sizes": (256, 256, 32),
        "matrices": {"token_embd": Type.Q2_K, "attn_q": Type.Q3_K, "attn_k": Type.IQ4_NL, "attn_v": Type.BF16, "attn_output": Type.Q5_1, "ffn_gate": Type.Q5_K, "ffn_up": Type.Q6_K, "ffn_down": Type.Q8_0},
    },
}


def byte_characters() -> list[str]:
    """The characters that byte-level BPE writes bytes as (GPT-2)."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [b for b in range(256) if b not in plain]
    names = {b: chr(b) for b in plain} | {b: chr(256 + i) for i, b in enumerate(rest)}
    return [names[b] for b in range(256)]


def write_gguf(
    path, rng: np.random.Generator, type_: Type, layers=2, tied=False, factors=False, scaling=None, sizes=SIZES, matrices={}, few=False, shards=1
) -> np.ndarray | None:
    hidden, feed_forward, head = sizes
    few = few or bool(matrices)
    letters = byte_characters()[33:65] if few else byte_characters()
    tokens = ["<s>", "</s>", *letters, "Ġt", "he", "Ġthe", "12", "<tool>"]
    types = [TokenType.CONTROL] * 2 + [TokenType.NORMAL] * (len(tokens) - 3) + [TokenType.USER_DEFINED]
    tensors_in_all = 9 * layers + (2 if tied else 3) + factors
    writer = GGUFWriter(path, "llama", split_max_tensors=-(-tensors_in_all // shards) if shards > 1 else 0)
    writer.add_block_count(layers)
    writer.add_context_length(128)
    writer.add_embedding_length(hidden)
    writer.add_feed_forward_length(feed_forward)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    if head * HEADS != hidden:
        writer.add_key_length(head)
        writer.add_value_length(head)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_freq_base(10000.0)
    if scaling:
        writer.add_string("llama.rope.scaling.type", "linear")
        writer.add_float32("llama.rope.scaling.factor", scaling)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("llama-bpe")
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    writer.add_token_merges(["1 2"] if few else ["Ġ t", "h e", "Ġt he", "1 2"])
    writer.add_bos_token_id(0)
    writer.add_eos_token_id(1)

    def add(name: str, rows: int, columns: int) -> None:
        own = matrices.get(name.split(".")[-2], type_)
        if matrices and own != Type.BF16:
            return writer.add_tensor(name, random_blocks(rng, own, rows, columns), raw_dtype=own)
        weight = (rng.standard_normal((rows, columns)) * 1.7 / np.sqrt(columns)).astype(np.float32)
        writer.add_tensor(name, quantize(weight, own), raw_dtype=own)

    def add_norm(name: str) -> None:
        writer.add_tensor(name, rng.uniform(0.5, 1.5, hidden).astype(np.float32))

    add("token_embd.weight", len(tokens), hidden)
    for layer in range(layers):
        block = f"blk.{layer}"
        add(f"{block}.attn_q.weight", HEADS * head, hidden)
        add(f"{block}.attn_k.weight", KV_HEADS * head, hidden)
        add(f"{block}.attn_v.weight", KV_HEADS * head, hidden)
        add(f"{block}.attn_output.weight", hidden, HEADS * head)
        add(f"{block}.ffn_gate.weight", feed_forward, hidden)
        add(f"{block}.ffn_up.weight", feed_forward, hidden)
        add(f"{block}.ffn_down.weight", hidden, feed_forward)
        add_norm(f"{block}.attn_norm.weight")
        add_norm(f"{block}.ffn_norm.weight")
    add_norm("output_norm.weight")
    if not tied:
        add("output.weight", len(tokens), hidden)
    divisors = rng.uniform(1, 8, head // 2).astype(np.float32) if factors else None
    if divisors is not None:
        writer.add_tensor("rope_freqs.weight", divisors)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return divisors


@torch.no_grad()
def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    chosen = sys.argv[1:] or CASES
    for number, (name, case) in enumerate(CASES.items()):
        if name not in chosen:
            continue
        rng = np.random.default_rng(number)
        path = FOLDER / f"{name}.gguf"
        divisors = write_gguf(path, rng, case["type"], **{k: v for k, v in case.items() if k != "type"})
        model = load_model(path)
        if divisors is not None:
            model.model.rotary_emb.inv_freq /= torch.from_numpy(divisors)
        if "scaling" in case:
            model.model.rotary_emb.inv_freq /= case["scaling"]
        ids = rng.integers(2, 34 if "matrices" in case or "few" in case else 250, (2, LENGTH))
        mask = np.ones((2, LENGTH), dtype=np.int64)
        mask[1, :PADDING] = 0
        positions = np.maximum(mask.cumsum(axis=1) - 1, 0)
        out = model(
            input_ids=torch.from_numpy(ids),
            attention_mask=torch.from_numpy(mask),
            position_ids=torch.from_numpy(positions),
            output_attentions=True,
        )
        tensors = {
            "ids": ids.astype(np.int32),
            "mask": mask.astype(np.int32),
            "maps": np.stack([layer.numpy() for layer in out.attentions]),
            "logits": np.ascontiguousarray(out.logits[:, -1].numpy()),
        }
        save_file(tensors, FOLDER / f"{name}.safetensors")
        peak = float(tensors["maps"][:, 0].max(axis=-1).mean())
        size = sum(file.stat().st_size for file in files_of(path))
        print(name, size, "bytes; a row's largest weight is", round(peak, 2), "on average")


if __name__ == "__main__":
    main()
