"""Graphs of `test/fixtures/zoo` with 8-bit arithmetic, as onnxruntime's own quantiser writes it, and their maps.

Writes `<case>` beside them, with the files that tinyGraphs.py describes:

  other-softmaxes-in-8-bits   among-other-softmaxes, weights dynamically quantised: scales are worked out at run time
  four-bit-matrices           the same, matrices of 4 bits that are dequantised before each product; exact, since the runtime would round what they are
                              multiplied with to 8 bits
  rounded-weights             the same, quantised statically: weights are rounded to 8 bits before they meet the values

The maps are what the quantised graph itself multiplies with the values, handed out by onnxruntime under the name that the tensor has
there. Run it after tinyGraphs.py, with onnx and onnxruntime: `python test/oracle/quantisedGraphs.py`.
"""

import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import helper
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_dynamic, quantize_static
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

FOLDER = Path(__file__).resolve().parents[2] / "test" / "fixtures" / "zoo"


def inputs_of(case: str) -> dict[str, np.ndarray]:
    given = json.loads((FOLDER / case / "inputs.json").read_text())["inputs"]
    return {name: np.array(one["data"], dtype=one["dtype"]).reshape(one["dims"]) for name, one in given.items()}


def maps_of(path: Path, tensors: list[str], inputs: dict[str, np.ndarray], as_it_stands: bool) -> dict[str, np.ndarray]:
    model = onnx.load(path)
    model.graph.output.extend([helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in tensors])
    options = onnxruntime.SessionOptions()
    if as_it_stands:
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(model.SerializeToString(), options)
    return {f"attention.{i}": value for i, value in enumerate(session.run(tensors, inputs))}


class Once(CalibrationDataReader):
    def __init__(self, inputs: dict[str, np.ndarray]):
        self.rest = [inputs]

    def get_next(self):
        return self.rest.pop() if self.rest else None


def softmaxes(path: Path, blocks: list[int]) -> list[str]:
    """Outputs of the attention's softmaxes, by the blocks that they belong to."""
    nodes = [node for node in onnx.load(path).graph.node if node.op_type == "Softmax"]
    return [next(node.output[0] for node in nodes if f"blocks.{block}/" in node.name + node.output[0]) for block in blocks]


def write(case: str, source: str, quantise, blocks: list[int], suffix: str, as_it_stands=False) -> None:
    folder = FOLDER / case
    folder.mkdir(exist_ok=True)
    inputs = inputs_of(source)
    quantise(FOLDER / source / "model.onnx", folder / "model.onnx", inputs)
    shutil.copy(FOLDER / source / "inputs.json", folder / "inputs.json")
    tensors = [f"{name}{suffix}" for name in softmaxes(FOLDER / source / "model.onnx", blocks)]
    maps = maps_of(folder / "model.onnx", tensors, inputs, as_it_stands)
    np.savez_compressed(folder / "reference.npz", **maps)
    sums = [round(float(value.sum(-1).min()), 3) for value in maps.values()]
    print(case, (folder / "model.onnx").stat().st_size, "bytes", {k: v.shape for k, v in maps.items()}, "smallest sums", sums)


def four_bits(source: Path, target: Path, _) -> None:
    quantiser = MatMulNBitsQuantizer(
        onnx.load(source), block_size=16, is_symmetric=True, quant_format=QuantFormat.QDQ, op_types_to_quantize=("MatMul",)
    )
    quantiser.process()
    onnx.save(quantiser.model.model, target)


def main() -> None:
    dynamic = lambda source, target, _: quantize_dynamic(source, target, weight_type=QuantType.QInt8)
    write("other-softmaxes-in-8-bits", "among-other-softmaxes", dynamic, [1, 3], "")
    write("four-bit-matrices", "among-other-softmaxes", four_bits, [1, 3], "", as_it_stands=True)
    static = lambda source, target, inputs: quantize_static(source, target, Once(inputs))
    write("rounded-weights", "among-other-softmaxes", static, [1, 3], "_DequantizeLinear_Output")


if __name__ == "__main__":
    main()
