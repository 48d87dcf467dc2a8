"""Serves what `attnscope tap` wrote with MLServer: python mlServer.py FOLDER PORT (pip install mlserver onnxruntime)."""

import asyncio
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from mlserver import MLModel, MLServer, ModelSettings, Settings
from mlserver.codecs import NumpyCodec
from mlserver.settings import ModelParameters
from mlserver.types import InferenceRequest, InferenceResponse, MetadataTensor, ResponseOutput

TYPES = {"tensor(int64)": "INT64", "tensor(float)": "FP32", "tensor(uint8)": "UINT8"}


def ports(ports):
    sizes = lambda port: [size if isinstance(size, int) else -1 for size in port.shape]
    return [MetadataTensor(name=port.name, datatype=TYPES[port.type], shape=sizes(port)) for port in ports]


def output(name, tensor):
    datatype = "UINT8" if tensor.dtype == np.uint8 else "FP32"
    return ResponseOutput(name=name, shape=list(tensor.shape), datatype=datatype, data=tensor.ravel().tolist())


class Tapped(MLModel):
    async def load(self) -> bool:
        graph = Path(self.settings.parameters.uri) / "1" / "model.onnx"
        self.session = onnxruntime.InferenceSession(graph / "model.onnx" if graph.is_dir() else graph)
        self.inputs, self.outputs = ports(self.session.get_inputs()), ports(self.session.get_outputs())
        return True

    async def predict(self, payload: InferenceRequest) -> InferenceResponse:
        names = [output.name for output in payload.outputs]
        given = self.session.run(names, {one.name: NumpyCodec.decode_input(one) for one in payload.inputs})
        outputs = [output(name, tensor) for name, tensor in zip(names, given)]
        return InferenceResponse(id=payload.id, model_name=self.name, outputs=outputs)


async def serve(folder: Path, port: int) -> None:
    settings = Settings(http_port=port, parallel_workers=0, grpc_port=port + 1, metrics_endpoint=None)
    model = ModelSettings(name=folder.name, implementation=Tapped, parameters=ModelParameters(uri=str(folder)))
    await MLServer(settings).start([model])


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]).resolve(), int(sys.argv[2])))
