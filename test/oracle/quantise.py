"""Quantisers of the types that the `gguf` package can read and not write: by plain rounding, no search for better scales.

`quantise(weights, type)` gives the bytes `[rows, bytes of a row]` of a float32 matrix whose rows are whole blocks. Layouts: ggml-common.h and
ggml-quants.c of llama.cpp. What they lose is checked against the package's own `dequantize` where they are used.
"""

import numpy as np
from gguf import GGMLQuantizationType as Type
from gguf import quants

CODE_BOOK = np.array([-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113], dtype=np.float32)
BOUNDS = (CODE_BOOK[1:] + CODE_BOOK[:-1]) / 2


def over(values: np.ndarray, scales: np.ndarray) -> np.ndarray:
    """Values over scales, 0 where a scale is 0."""
    return np.divide(values, scales, out=np.zeros(np.broadcast(values, scales).shape, dtype=np.float32), where=scales != 0)


def codes_of(values: np.ndarray, lowest: int, highest: int) -> np.ndarray:
    return np.clip(np.rint(values), lowest, highest).astype(np.int32)


def half(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """As float16 `[blocks, 2 bytes]`, and the numbers that these are `[blocks, 1]`."""
    stored = values.astype(np.float16)
    return stored.view(np.uint8).reshape(-1, 2), stored.astype(np.float32).reshape(-1, 1)


def affine(blocks: np.ndarray, parts: int, levels: int, steps: int):
    """Codes `[blocks, parts, values]` of d s q − dmin m, with s and m below `steps`, and d and dmin as bytes."""
    x = blocks.reshape(len(blocks), parts, -1)
    lowest = np.minimum(x.min(axis=2), 0)
    scale = (x.max(axis=2).clip(min=0) - lowest) / (levels - 1)
    d_bytes, d = half(scale.max(axis=1) / (steps - 1))
    m_bytes, dmin = half(-lowest.min(axis=1) / (steps - 1))
    s = codes_of(over(scale, d), 0, steps - 1)
    m = codes_of(over(-lowest, dmin), 0, steps - 1)
    q = codes_of(over(x + (dmin * m)[..., None], (d * s)[..., None]), 0, levels - 1)
    return q, s, m, d_bytes, m_bytes


def symmetric(blocks: np.ndarray, parts: int, reach: int, steps: int):
    """Codes `[blocks, parts, values]` of d s q, with |s| up to `steps` and q from −reach to reach − 1, and d as bytes."""
    x = blocks.reshape(len(blocks), parts, -1)
    scale = np.abs(x).max(axis=2) / (reach - 0.5)
    d_bytes, d = half(scale.max(axis=1) / steps)
    s = codes_of(over(scale, d), -steps, steps)
    return codes_of(over(x, (d * s)[..., None]), -reach, reach - 1), s, d_bytes


def two_bits(codes: np.ndarray) -> np.ndarray:
    """Four quarters of 128 values over one another in 32 bytes: `[blocks, 64]`."""
    q = codes.reshape(len(codes), 2, 4, 32)
    return (q[:, :, 0] | q[:, :, 1] << 2 | q[:, :, 2] << 4 | q[:, :, 3] << 6).reshape(len(codes), 64)


def nibbles(codes: np.ndarray, half_size: int) -> np.ndarray:
    """Two halves of 2 × half_size values over one another."""
    q = codes.reshape(len(codes), -1, 2, half_size)
    return (q[:, :, 0] | q[:, :, 1] << 4).reshape(len(codes), -1)


def six_bit_pairs(s: np.ndarray, m: np.ndarray) -> np.ndarray:
    """Eight scales and minima of 6 bits in 12 bytes."""
    first = s[:, :4] | (s[:, 4:] >> 4) << 6
    second = m[:, :4] | (m[:, 4:] >> 4) << 6
    return np.concatenate([first, second, (s[:, 4:] & 15) | (m[:, 4:] & 15) << 4], axis=1)


def bits_over(codes: np.ndarray) -> np.ndarray:
    """One bit of each of 256 values, those of a stretch of 32 in a bit of their own: `[blocks, 32]`."""
    bits = codes.reshape(len(codes), 8, 32)
    return sum(bits[:, j] << j for j in range(8))


def in_book(values: np.ndarray) -> np.ndarray:
    return np.searchsorted(BOUNDS, values).astype(np.int32)


def join(*parts: np.ndarray) -> np.ndarray:
    return np.concatenate([part.astype(np.uint8) for part in parts], axis=1)


def q2_k(x: np.ndarray) -> np.ndarray:
    q, s, m, d, dmin = affine(x, 16, 4, 16)
    return join(s | m << 4, two_bits(q.reshape(len(x), 256)), d, dmin)


def q3_k(x: np.ndarray) -> np.ndarray:
    q, s, d = symmetric(x, 16, 4, 31)
    q, s = (q + 4).reshape(len(x), 256), s + 32
    high = sum((s[:, 4 * k : 4 * k + 4] >> 4) << 2 * k for k in range(4))
    return join(bits_over(q >> 2), two_bits(q & 3), (s[:, :8] & 15) | (s[:, 8:] & 15) << 4, high, d)


def q4_k(x: np.ndarray) -> np.ndarray:
    q, s, m, d, dmin = affine(x, 8, 16, 64)
    return join(d, dmin, six_bit_pairs(s, m), nibbles(q, 32))


def q5_k(x: np.ndarray) -> np.ndarray:
    q, s, m, d, dmin = affine(x, 8, 32, 64)
    return join(d, dmin, six_bit_pairs(s, m), bits_over(q >> 4), nibbles(q & 15, 32))


def q6_k(x: np.ndarray) -> np.ndarray:
    q, s, d = symmetric(x, 16, 32, 127)
    q = (q + 32).reshape(len(x), 256)
    upper = (q >> 4).reshape(len(x), 2, 4, 32)
    high = (upper[:, :, 0] | upper[:, :, 1] << 2 | upper[:, :, 2] << 4 | upper[:, :, 3] << 6).reshape(len(x), 64)
    return join(nibbles(q & 15, 64), high, s.astype(np.int8).view(np.uint8), d)


def iq4_nl(x: np.ndarray) -> np.ndarray:
    d_bytes, d = half(np.abs(x).max(axis=1) / 113)
    return join(d_bytes, nibbles(in_book(over(x, d)), 16))


def iq4_xs(x: np.ndarray) -> np.ndarray:
    parts = x.reshape(len(x), 8, 32)
    scale = np.abs(parts).max(axis=2) / 113
    d_bytes, d = half(scale.max(axis=1) / 31)
    s = codes_of(over(scale, d), 0, 31)
    places = in_book(over(parts, (d * s)[..., None]))
    s = s + 32
    upper = sum((s[:, j] >> 4) << 2 * j for j in range(8)).astype(np.uint16).view(np.uint8).reshape(-1, 2)
    lower = (s[:, 0::2] & 15) | (s[:, 1::2] & 15) << 4
    return join(d_bytes, upper, lower, nibbles(places.reshape(len(x), 256), 16))


OWN = {
    Type.Q2_K: (256, q2_k),
    Type.Q3_K: (256, q3_k),
    Type.Q4_K: (256, q4_k),
    Type.Q5_K: (256, q5_k),
    Type.Q6_K: (256, q6_k),
    Type.IQ4_NL: (32, iq4_nl),
    Type.IQ4_XS: (256, iq4_xs),
}


def quantise(weights: np.ndarray, type_: Type) -> np.ndarray:
    if type_ not in OWN:
        return quants.quantize(weights, type_)
    values, of_blocks = OWN[type_]
    return of_blocks(weights.reshape(-1, values)).reshape(len(weights), -1)
