"""The head of the probe of untrusted data and its score: the same sums as the product's (media/probes/README.md)."""

import json

import numpy as np
import torch

WIDTH = 8  # tokens whose mean is a window's score


class Head(torch.nn.Module):
    """States of several layers, standardised → 128 → 1. Input `[tokens, layers × hidden]`, output `[tokens]` logits."""

    def __init__(self, mean: np.ndarray, scale: np.ndarray, hidden: int = 128, dropout: float = 0.2):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean, dtype=torch.float32))
        self.register_buffer("scale", torch.tensor(scale, dtype=torch.float32))
        self.first = torch.nn.Linear(len(mean), hidden)
        self.last = torch.nn.Linear(hidden, 1)
        self.drop = torch.nn.Dropout(dropout)

    def forward(self, x):
        x = (x - self.mean) / self.scale
        return self.last(self.drop(torch.relu(self.first(x)))).squeeze(-1)


def running_means(logits: np.ndarray, width: int = WIDTH) -> np.ndarray:
    """Means of `width` neighbouring tokens, `[tokens - width + 1]`; of all tokens where there are fewer."""
    if len(logits) <= width:
        return np.array([logits.mean()]) if len(logits) else np.array([-20.0])
    sums = np.concatenate([[0.0], np.cumsum(logits, dtype=np.float64)])
    return (sums[width:] - sums[:-width]) / width


def best(logits: np.ndarray) -> tuple[float, int]:
    """A window's score, and the token in the middle of the best run."""
    means = running_means(logits)
    at = int(means.argmax())
    return float(means[at]), min(at + WIDTH // 2, len(logits) - 1)


def write(head: Head, folder, name: str, about: dict) -> None:
    """Writes `NAME.json` and `NAME.bin` as `media/probes/README.md` says."""
    steps = [head.first, head.last]
    numbers = [s.weight.detach().numpy().astype("<f2") for s in steps]
    (folder / f"{name}.bin").write_bytes(b"".join(np.ascontiguousarray(n).tobytes() for n in numbers))
    shapes = [{"in": s.in_features, "out": s.out_features, "bias": short(s.bias.detach().numpy())} for s in steps]
    standardize = {"mean": short(head.mean.numpy()), "scale": short(head.scale.numpy())}
    fields = {**about, "standardize": standardize, "weights": f"{name}.bin", "head": shapes, "activation": "relu", "score": "best-mean-of-8", "skipFirstToken": True}
    lines = [f"  {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in fields.items()]
    (folder / f"{name}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def short(numbers: np.ndarray) -> list[float]:
    return [float(f"{x:.6g}") for x in numbers]


def read(folder, name: str) -> tuple[Head, dict]:
    """The head as the product has it: with its float16 matrices."""
    about = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    numbers = np.frombuffer((folder / about["weights"]).read_bytes(), dtype="<f2").astype(np.float32)
    head = Head(np.array(about["standardize"]["mean"]), np.array(about["standardize"]["scale"]), about["head"][0]["out"])
    at = 0
    with torch.no_grad():
        for step, shape in zip([head.first, head.last], about["head"]):
            size = shape["in"] * shape["out"]
            step.weight.copy_(torch.tensor(numbers[at : at + size].reshape(shape["out"], shape["in"])))
            step.bias.copy_(torch.tensor(shape["bias"]))
            at += size
    assert at == len(numbers)
    return head.eval(), about
