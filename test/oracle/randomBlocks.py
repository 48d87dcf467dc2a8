"""Random blocks of a quantised type of GGUF, whose weights are about as large as those of a model."""

import numpy as np
from gguf import GGML_QUANT_SIZES
from gguf import GGMLQuantizationType as Type

# Where the float16 scales and minima stand in a block, and how large a code times its own scale is on average.
SCALES = {
    Type.Q4_0: ([0], [], 4),
    Type.Q4_1: ([0], [2], 4),
    Type.Q5_0: ([0], [], 8),
    Type.Q5_1: ([0], [2], 8),
    Type.Q8_0: ([0], [], 64),
    Type.IQ4_NL: ([0], [], 64),
    Type.Q2_K: ([80], [82], 8),
    Type.Q3_K: ([108], [], 32),
    Type.Q4_K: ([0], [2], 128),
    Type.Q5_K: ([0], [2], 256),
    Type.Q6_K: ([208], [], 1024),
    Type.IQ4_XS: ([0], [], 1024),
}


def random_blocks(rng: np.random.Generator, type_: Type, rows: int, columns: int) -> np.ndarray:
    """`[rows, bytes of a row]`"""
    values, size = GGML_QUANT_SIZES[type_]
    scales, minima, typical = SCALES[type_]
    blocks = rng.integers(0, 256, (rows * columns // values, size), dtype=np.uint8)
    wanted = 1.1 / np.sqrt(columns) / typical
    simple = type_ in (Type.Q4_1, Type.Q5_1)
    for places, factor in ((scales, 1.0), (minima, -typical * 1.7 if simple else typical / 20)):
        for place in places:
            numbers = (wanted * factor * rng.uniform(0.8, 1.2, len(blocks))).astype(np.float16)
            blocks[:, place : place + 2] = numbers.view(np.uint8).reshape(-1, 2)
    return blocks.reshape(rows, -1)
