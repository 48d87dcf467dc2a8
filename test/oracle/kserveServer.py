"""Serves what `attnscope tap` wrote with KServe's model server: python kserveServer.py FOLDER PORT (pip install kserve onnxruntime)."""

import sys
from pathlib import Path

import numpy as np
import onnxruntime
from kserve import InferOutput, InferRequest, InferResponse, Model, ModelServer

TYPES = {"tensor(int64)": "INT64", "tensor(float)": "FP32", "tensor(uint8)": "UINT8"}


class Tapped(Model):
    def __init__(self, folder: Path):
        super().__init__(folder.name)
        graph = folder / "1" / "model.onnx"
        self.session = onnxruntime.InferenceSession(graph / "model.onnx" if graph.is_dir() else graph)
        self.ready = True

    def ports(self, ports):
        sizes = lambda port: [size if isinstance(size, int) else -1 for size in port.shape]
        return [{"name": port.name, "datatype": TYPES[port.type], "shape": sizes(port)} for port in ports]

    async def get_input_types(self):
        return self.ports(self.session.get_inputs())

    async def get_output_types(self):
        return self.ports(self.session.get_outputs())

    def predict(self, request: InferRequest, headers=None, response_headers=None) -> InferResponse:
        names = [output.name for output in request.request_outputs]
        given = self.session.run(names, {one.name: one.as_numpy() for one in request.inputs})
        outputs = []
        for name, tensor in zip(names, given):
            datatype = "UINT8" if tensor.dtype == np.uint8 else "FP32"
            # As an array: bytes that are set here would be read and written once more where the answer is put together.
            outputs.append(InferOutput(name, list(tensor.shape), datatype, data=tensor))
        return InferResponse(request.id, self.name, outputs, use_binary_outputs=True, requested_outputs=request.request_outputs)


if __name__ == "__main__":
    ModelServer(http_port=int(sys.argv[2]), enable_grpc=False, workers=1).start([Tapped(Path(sys.argv[1]))])
