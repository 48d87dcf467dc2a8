"""The bundled model's GGUF file, its matrices quantised anew to one type each time, and PyTorch's attention on the weights that these are.

    python test/oracle/requantised.py FOLDER TYPE…

writes `FOLDER/<type>.gguf` and `<type>.safetensors` with

  ids, mask     [1, tokens]                    the shortest of the bundled model's own test prompts
  maps          [layers, 1, heads, N, N]
  logits        [1, vocabulary]                of the last position

Rows of 576 values are no whole blocks of 256: of a type with such blocks only the feed-forward's last matrices (1,536) are, and the others are
of the type that llama.cpp takes instead (`llama_tensor_get_type`, fallback). Needs the CPU build of torch.
"""

import os
import sys
from pathlib import Path

import numpy as np
import torch
from gguf import GGMLQuantizationType as Type
from gguf import GGUFReader, GGUFValueType, GGUFWriter
from gguf.quants import dequantize
from safetensors.numpy import load_file, save_file

from loadBundled import GGUF, ROOT, load_model
from quantise import quantise

INSTEAD = {
    Type.Q2_K: Type.Q4_0,
    Type.Q3_K: Type.IQ4_NL,
    Type.Q4_K: Type.Q5_0,
    Type.Q5_K: Type.Q5_1,
    Type.Q6_K: Type.Q8_0,
    Type.IQ4_XS: Type.IQ4_NL,
}
# What a weight may lose, as a share of all weights' root mean square.
LOSS = {Type.Q2_K: 0.5, Type.Q3_K: 0.3, Type.Q4_0: 0.15, Type.Q4_1: 0.15, Type.Q4_K: 0.15, Type.IQ4_NL: 0.15, Type.IQ4_XS: 0.15}


def copy_fields(reader: GGUFReader, writer: GGUFWriter) -> None:
    for name, field in reader.fields.items():
        if name.startswith("GGUF.") or name == "general.architecture":
            continue
        kind, *sub = field.types
        writer.add_key_value(name, field.contents(), kind, sub_type=sub[-1] if kind == GGUFValueType.ARRAY else None)


def write(source: GGUFReader, path: Path, type_: Type) -> None:
    writer = GGUFWriter(path, "llama")
    copy_fields(source, writer)
    for tensor in source.tensors:
        weights = np.array(dequantize(tensor.data, tensor.tensor_type), dtype=np.float32)
        if weights.ndim == 1:
            writer.add_tensor(tensor.name, weights)
            continue
        own = type_ if type_ not in INSTEAD or weights.shape[1] % 256 == 0 else INSTEAD[type_]
        data = quantise(weights, own)
        lost = np.sqrt(np.mean((dequantize(data, own) - weights) ** 2) / np.mean(weights**2))
        assert lost < LOSS.get(own, 0.08), (tensor.name, own.name, lost)
        writer.add_tensor(tensor.name, data, raw_dtype=own)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


@torch.no_grad()
def main(folder: Path, types: list[str]) -> None:
    source = GGUFReader(os.environ.get("ATTNSCOPE_GGUF") or GGUF)
    prompt = load_file(ROOT / "test" / "fixtures" / "bundled-model" / "20.safetensors")
    ids = prompt["ids"].astype(np.int64)[None]
    for name in types:
        path = folder / f"{name}.gguf"
        write(source, path, Type[name])
        out = load_model(path)(torch.from_numpy(ids), output_attentions=True)
        tensors = {
            "ids": ids.astype(np.int32),
            "mask": np.ones_like(ids, dtype=np.int32),
            "maps": np.stack([layer.numpy() for layer in out.attentions]),
            "logits": np.ascontiguousarray(out.logits[:, -1].numpy()),
        }
        save_file(tensors, folder / f"{name}.safetensors")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
