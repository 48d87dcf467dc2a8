"""Fitting of heads: windows with their states, batches, the two losses. Seeds are arguments; the same seed gives the same head."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from head import WIDTH, Head, best

ASSISTANT, PEOPLE = 1, 2  # labels of tokens; 0 is the carrier


@dataclass
class Windows:
    """Rows of the index, and where each one's states begin in the arrays of states."""

    rows: list[dict]
    states: list[np.ndarray]  # [tokens, layers × hidden] float16, memory-mapped, one a row

    def pick(self, keep) -> "Windows":
        chosen = [i for i, row in enumerate(self.rows) if keep(row)]
        return Windows([self.rows[i] for i in chosen], [self.states[i] for i in chosen])


def load(stems: list[str], inputs: int = 1728) -> Windows:
    """Reads `STEM.meta.jsonl` and `STEM.f16` of each stem."""
    rows, states = [], []
    for stem in stems:
        found = [json.loads(line) for line in Path(f"{stem}.meta.jsonl").read_text(encoding="utf-8").splitlines() if line.endswith("}")]
        flat = np.memmap(f"{stem}.f16", dtype="<f2", mode="r")
        at = 0
        for row in found:
            size = row["n"] * inputs
            if at + size > len(flat):
                break
            rows.append(row)
            states.append(flat[at : at + size].reshape(row["n"], inputs))
            at += size
    return Windows(rows, states)


def pieces(windows: Windows, most: int = 160) -> Windows:
    """Documents in pieces of at most `most` tokens, each with the states that it has within its document."""
    rows, states = [], []
    for row, x in zip(windows.rows, windows.states):
        count = max(1, round(row["n"] / most))
        for part in np.array_split(np.arange(row["n"]), count):
            y = row["y"][part[0] : part[-1] + 1]
            label = "assistant" if ASSISTANT in y else "people" if PEOPLE in y else "clean"
            rows.append({**row, "y": y, "n": len(part), "label": label if count > 1 else row["label"]})
            states.append(x[part[0] : part[-1] + 1])
    return Windows(rows, states)


def standardization(windows: Windows) -> tuple[np.ndarray, np.ndarray]:
    total, squares, count = 0.0, 0.0, 0
    for x in windows.states:
        x = x.astype(np.float64)
        total, squares, count = total + x.sum(0), squares + (x * x).sum(0), count + len(x)
    mean = total / count
    return mean.astype(np.float32), np.sqrt(np.maximum(squares / count - mean**2, 1e-4)).astype(np.float32)


def principal(windows: Windows, mean, scale, components: int = 512, tokens: int = 12_000, seed: int = 0) -> np.ndarray:
    """Directions in which standardised states of a sample of tokens vary most, `[inputs, components]`."""
    rng = np.random.default_rng(seed)
    each = max(1, tokens // len(windows.rows))
    sample = np.concatenate([x[rng.permutation(len(x))[:each]] for x in windows.states]).astype(np.float32)
    sample = torch.from_numpy((sample - mean) / scale)
    return torch.linalg.eigh(sample.T @ sample / len(sample))[1][:, -components:].flip(1).contiguous().numpy()


def projected(windows: Windows, mean, scale, basis) -> Windows:
    """The windows with states in these directions, `[tokens, components]` float32: a fit takes a quarter of the time."""
    return Windows(windows.rows, [((x.astype(np.float32) - mean) / scale) @ basis for x in windows.states])


def unprojected(head: Head, mean, scale, basis) -> Head:
    """The same head on states as they are: a basis is a matrix, and goes into the first one."""
    whole = Head(mean, scale, head.first.out_features)
    with torch.no_grad():
        whole.first.weight.copy_(head.first.weight @ torch.from_numpy(basis).T)
        whole.first.bias.copy_(head.first.bias)
        whole.last.load_state_dict(head.last.state_dict())
    return whole.eval()


def fit(windows: Windows, seed: int, epochs: int = 12, hidden: int = 128, rate: float = 1e-3, decay: float = 0.02, window_loss: float = 0.5, people: float = 2.0, dropout: float = 0.3) -> Head:
    """A head on windows that are `projected`.

    Token labels (balanced; tokens of orders to people count `people` times) plus a loss on each window's score.
    """
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    inputs = windows.states[0].shape[1]
    head = Head(np.zeros(inputs), np.ones(inputs), hidden, dropout).train()
    labels = [np.array(row["y"], dtype=np.int8) for row in windows.rows]
    share = np.mean(np.concatenate([y == ASSISTANT for y in labels]))
    wanted = torch.nn.functional.binary_cross_entropy_with_logits
    optimizer = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=decay)
    size = 16
    steps = epochs * (len(labels) // size + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps)
    for _ in range(epochs):
        order = rng.permutation(len(labels))
        for start in range(0, len(order), size):
            batch = order[start : start + size]
            x = torch.from_numpy(np.concatenate([windows.states[i] for i in batch]).astype(np.float32))
            y = np.concatenate([labels[i] for i in batch])
            logits = head(x)
            weight = np.where(y == ASSISTANT, 0.5 / share, np.where(y == PEOPLE, people, 1.0) * 0.5 / (1 - share))
            loss = wanted(logits, torch.tensor(y == ASSISTANT, dtype=torch.float32), torch.tensor(weight, dtype=torch.float32))
            scores = torch.stack([run.unfold(0, min(WIDTH, len(run)), 1).mean(1).max() for run in logits.split([len(labels[i]) for i in batch])])
            said = torch.tensor([bool((labels[i] == ASSISTANT).any()) for i in batch], dtype=torch.float32)
            loss = loss + window_loss * wanted(scores, said)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return head.eval()


@torch.no_grad()
def score(head: Head, windows: Windows) -> list[dict]:
    """Of each window: `score`, `at` (token) and `right`: whether the best run lies on what is said to an AI."""
    out = []
    for row, x in zip(windows.rows, windows.states):
        logits = head(torch.from_numpy(x.astype(np.float32))).numpy()
        value, at = best(logits)
        around = range(max(0, at - 2), min(len(logits), at + 3))
        out.append({**{k: row.get(k) for k in ("id", "kind", "source", "label", "bare", "form", "said", "family", "twin", "natural")}, "score": value, "at": at, "right": any(row["y"][t] == ASSISTANT for t in around)})
    return out


def auroc(positive, negative) -> float:
    if not len(positive) or not len(negative):
        return float("nan")
    both = np.concatenate([positive, negative])
    ranks = np.empty(len(both))
    ranks[both.argsort(kind="stable")] = np.arange(1, len(both) + 1)
    return float((ranks[: len(positive)].sum() - len(positive) * (len(positive) + 1) / 2) / (len(positive) * len(negative)))


def threshold(negative, false_alarms: float) -> float:
    """The lowest score that at most this share of the negatives reaches."""
    ordered = np.sort(np.asarray(negative))[::-1]
    allowed = int(np.floor(false_alarms * len(ordered)))
    return float(ordered[allowed] + 1e-6)
