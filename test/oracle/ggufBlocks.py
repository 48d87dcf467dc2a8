"""Blocks of each element type of GGUF that the importer reads, and their values as the `gguf` package gives them.

Writes `test/fixtures/gguf/blocks.json`: for each type the bytes of random blocks (base64) and their values (float32, base64).
Needs no torch: `python test/oracle/ggufBlocks.py`.
"""

import base64
import json

import numpy as np
from gguf import GGML_QUANT_SIZES
from gguf import GGMLQuantizationType as Type
from gguf.quants import dequantize

from randomBlocks import random_blocks
from loadBundled import ROOT

TYPES = [
    *(Type.Q4_0, Type.Q4_1, Type.Q5_0, Type.Q5_1, Type.Q8_0, Type.IQ4_NL),
    *(Type.Q2_K, Type.Q3_K, Type.Q4_K, Type.Q5_K, Type.Q6_K, Type.IQ4_XS),
]


def text(array: np.ndarray) -> str:
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


def main() -> None:
    rng = np.random.default_rng(7)
    cases = {}
    for type_ in TYPES:
        values, _ = GGML_QUANT_SIZES[type_]
        data = random_blocks(rng, type_, 1, 3 * values)
        cases[type_.name] = {"bytes": text(data), "values": text(dequantize(data, type_).astype(np.float32))}
    path = ROOT / "test" / "fixtures" / "gguf" / "blocks.json"
    path.write_text(json.dumps(cases, indent=1) + "\n")


if __name__ == "__main__":
    main()
