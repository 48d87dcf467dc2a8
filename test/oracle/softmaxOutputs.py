"""What goes on from each Softmax of an ONNX file, by ONNX Runtime's own Python package: the reference for files of others.

    python3 softmaxOutputs.py MODEL.onnx FOLDER

feeds the model inputs that are drawn at random, the same each time, and writes to FOLDER

    inputs.json   what was fed, as `attnscope extract --inputs` takes it
    softmax.json  [{"node": NAME, "dims": [...]}, ...], in the order of the file
    softmax.bin   their values as float32, one after the other

The file is read by the wire format of protobuf alone (https://protobuf.dev/programming-guides/encoding): nodes are field 1
of the graph, which is field 7 of the model; of a node 1 are inputs, 2 outputs, 3 its name, 4 its operator. Messages that follow one
another are merged, so that an output is added by appending a model that has nothing but it.
"""

import json
import sys

import numpy as np
import onnxruntime

# Sizes of axes that a model leaves open.
TOKENS = 11
WIDTH = 160


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def fields(data):
    """(number, bytes) of each field that has a length."""
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        wire = key & 7
        if wire == 0:
            _, at = varint(data, at)
        elif wire == 1:
            at += 8
        elif wire == 5:
            at += 4
        else:
            length, at = varint(data, at)
            yield key >> 3, data[at : at + length]
            at += length


def nodes(model):
    """(operator, name, inputs, outputs) of each node."""
    graph = next(part for number, part in fields(model) if number == 7)
    for number, node in fields(graph):
        if number == 1:
            texts = {field: [bytes(text).decode() for other, text in fields(node) if other == field] for field in range(1, 5)}
            yield (texts[4] or [""])[0], (texts[3] or [""])[0], texts[1], texts[2]


def softmaxes(model):
    """Name of each Softmax, and of what goes on from it: its output, dequantised where it is rounded first."""
    all_nodes = list(nodes(model))

    def reader(tensor, operator):
        found = [outputs[0] for kind, _, inputs, outputs in all_nodes if kind == operator and inputs[0] == tensor]
        return found[0] if found else None

    for operator, name, _, outputs in all_nodes:
        if operator == "Softmax":
            rounded = reader(outputs[0], "QuantizeLinear")
            yield name, (rounded and reader(rounded, "DequantizeLinear")) or outputs[0]


def message(number, content):
    length = len(content)
    encoded = bytearray([number << 3 | 2])
    while length > 127:
        encoded.append(length & 127 | 128)
        length >>= 7
    return bytes(encoded) + bytes([length]) + content


def with_outputs(model, names):
    # ValueInfoProto: name, and a type (tensor of float32) without a shape.
    float32 = message(2, message(1, b"\x08\x01"))
    values = [message(12, message(1, name.encode()) + float32) for name in names]
    return model + message(7, b"".join(values))


def drawn(value, random):
    kind = value.type.removeprefix("tensor(").removesuffix(")")
    open_sizes = {0: 1, 2: 48} if len(value.shape) == 4 else {0: 1}
    width = WIDTH if len(value.shape) == 4 else TOKENS
    dims = [size if isinstance(size, int) else open_sizes.get(axis, width) for axis, size in enumerate(value.shape)]
    if kind == "float":
        return "float32", random.standard_normal(dims).astype(np.float32)
    if "mask" in value.name:
        return kind, np.ones(dims, kind)
    if "type" in value.name:
        return kind, np.zeros(dims, kind)
    return kind, random.integers(5, 900, dims).astype(kind)


def main(path, folder):
    with open(path, "rb") as file:
        model = file.read()
    found = list(softmaxes(model))
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # Steps of rounding are kept as the file has them: else the more are fused, the fewer outputs are asked.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    session = onnxruntime.InferenceSession(
        with_outputs(model, [output for _, output in found]), options, providers=["CPUExecutionProvider"]
    )
    random = np.random.default_rng(7)
    fed = {value.name: drawn(value, random) for value in session.get_inputs()}
    given = {
        name: {"dtype": kind, "dims": list(array.shape), "data": array.ravel().tolist()}
        for name, (kind, array) in fed.items()
    }
    results = session.run([output for _, output in found], {name: array for name, (_, array) in fed.items()})
    with open(f"{folder}/inputs.json", "w") as file:
        json.dump({"inputs": given}, file)
    with open(f"{folder}/softmax.json", "w") as file:
        json.dump([{"node": node, "dims": list(r.shape)} for (node, _), r in zip(found, results)], file)
    with open(f"{folder}/softmax.bin", "wb") as file:
        for result in results:
            file.write(result.astype(np.float32).tobytes())


main(*sys.argv[1:])
