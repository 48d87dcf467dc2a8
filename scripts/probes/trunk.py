"""States of windows, from the bundled model's own graph in onnxruntime: `python trunk.py WINDOWS.jsonl STEM [--tokens 176]`.

The graph of `media/model` is cut off after the last of the layers; it is what the product runs, so the numbers are the
product's (compared with what `states.ts` writes: docs/probes/instruction-in-data.md). `STEM.f16` gets float16 `[tokens, layers ×
hidden]` of the data's tokens, `STEM.meta.jsonl` a line for each window: the fields of the window, `n` tokens, `y` their
labels (1 said to an AI, 2 said to people, 0 the carrier), `chars` where each stands in the data. The first token of a prompt is left out.
A run that was broken off goes on where it stopped.
"""

import argparse
import json
import os
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from tokenizers import Tokenizer

MODEL = Path(__file__).resolve().parents[2] / "media" / "model"
LAYERS = (14, 18, 22)
HIDDEN = 576
KEPT = ("id", "kind", "source", "label", "bare", "form", "said", "twin", "family", "natural")


def trunk(folder: Path) -> Path:
    """Writes the part of the graph that gives the states after `LAYERS`."""
    model = onnx.load(MODEL / "model.onnx", load_external_data=False)
    graph = model.graph
    outputs = [f"layers.{layer - 1}.output" for layer in LAYERS]
    makers = {name: node for node in graph.node for name in node.output}
    needed, open_names = set(), list(outputs)
    while open_names:
        node = makers.get(open_names.pop())
        if node is not None and node.name not in needed:
            needed.add(node.name)
            open_names += [name for name in node.input if name]
    keep = [node for node in graph.node if node.name in needed]
    used = {name for node in keep for name in node.input}
    for field, wanted in (("node", keep), ("initializer", [i for i in graph.initializer if i.name in used]), ("input", [i for i in graph.input if i.name in used])):
        wanted = list(wanted)
        graph.ClearField(field)
        getattr(graph, field).extend(wanted)
    graph.ClearField("output")
    graph.output.extend(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, ["batch", "queries", HIDDEN]) for name in outputs)
    for weights in MODEL.glob("model.onnx_data*"):
        shutil.copy(weights, folder)
    onnx.save(model, folder / "trunk.onnx")
    return folder / "trunk.onnx"


class Trunk:
    def __init__(self, folder: Path):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(trunk(folder), options)

    def states(self, ids: list[int]) -> np.ndarray:
        """`[layers, tokens, hidden]` float32."""
        count = len(ids)
        known = {"input_ids": [ids], "attention_mask": [[1] * count], "position_ids": [list(range(count))]}
        feed = {i.name: np.array(known[i.name], np.int64) if i.name in known else np.zeros((1, 3, 0, 64), np.float32) for i in self.session.get_inputs()}
        return np.concatenate(self.session.run(None, feed))


def labels_of(window: dict, chars: list[tuple[int, int]]) -> list[int]:
    inside = lambda spans, start, end: any(start < e and end > s for s, e in spans)
    return [1 if inside(window["spans"], s, e) else 2 if inside(window["people"], s, e) else 0 for s, e in chars]


def read(window: dict, tokenizer: Tokenizer, model: Trunk, most: int):
    """The line of the index and the states of one window; nothing where what is said to an AI lies behind `most` tokens."""
    before, text = window["before"], window["text"]
    encoding = tokenizer.encode(before + text + window["after"], add_special_tokens=False)
    first, last = len(before), len(before) + len(text)
    use = [i for i, (start, end) in enumerate(encoding.offsets) if end > first and start < last and i > 0][:most]
    chars = [(encoding.offsets[i][0] - first, encoding.offsets[i][1] - first) for i in use]
    labels = labels_of(window, chars)
    if not use or window["spans"] and 1 not in labels:
        return None
    states = model.states(encoding.ids[: use[-1] + 1])[:, use]
    meta = {**{k: window.get(k) for k in KEPT}, "n": len(use), "y": labels, "chars": chars}
    return meta, states.transpose(1, 0, 2).reshape(len(use), -1).astype("<f2")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("windows")
    parser.add_argument("stem")
    parser.add_argument("--tokens", type=int, default=176)
    args = parser.parse_args()
    index, numbers = Path(f"{args.stem}.meta.jsonl"), Path(f"{args.stem}.f16")
    known = [json.loads(line) for line in index.read_text(encoding="utf-8").splitlines()] if index.exists() else []
    done = {row["id"] for row in known}
    if numbers.exists():
        os.truncate(numbers, sum(row["n"] for row in known) * len(LAYERS) * HIDDEN * 2)
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    with tempfile.TemporaryDirectory() as folder, open(args.windows, encoding="utf-8") as windows, numbers.open("ab") as data, index.open("a", encoding="utf-8") as lines:
        model = Trunk(Path(folder))
        for window in map(json.loads, windows):
            found = None if window["id"] in done else read(window, tokenizer, model, args.tokens)
            if found:
                meta, states = found
                states.tofile(data)
                data.flush()
                lines.write(json.dumps(meta) + "\n")
                lines.flush()


if __name__ == "__main__":
    main()
