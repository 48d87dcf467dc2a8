import { basename } from 'node:path';
import { plainText, quoted } from '../../protocol/plainText';
import { OF_PYTORCH, OF_TFLITE, ORT_GRAPH } from './exportAdvice';

/** Formats of models that are not read, by the ends of their names: what they are, and what to do. */
const FORMATS: readonly [RegExp, string][] = [
  [/\.safetensors$|\.safetensors\.index\.json$/i, `it holds weights alone, as safetensors: ${OF_PYTORCH}`],
  [/\.(?:bin|pt|pth|ckpt)$/i, `it holds weights of PyTorch: ${OF_PYTORCH}`],
  [/\.ort$/i, ORT_GRAPH],
  [/\.tflite$/i, `it is a TensorFlow Lite model: ${OF_TFLITE}`],
  [
    /\.(?:mlmodel|mlmodelc|mlpackage)$/i,
    'it is a Core ML model, of which no graph of ONNX can be made: export the model that it was made from, with "optimum-cli export onnx --model NAME OUT"',
  ],
  [
    /\.(?:h5|keras)$|^saved_model\.pb$/i,
    'it is a model of TensorFlow: export it with "python -m tf2onnx.convert --saved-model FOLDER --output model.onnx"',
  ],
  [/\.msgpack$/i, `it holds weights of Flax: ${OF_PYTORCH}`],
  [
    /^openvino_model\.xml$|_openvino\.xml$/i,
    'it is a model of OpenVINO: export the model that it was made from, with "optimum-cli export onnx --model NAME OUT"',
  ],
  [/\.(?:pdmodel|pdiparams)$/i, 'it is a model of PaddlePaddle: convert it with "paddle2onnx"'],
  [/\.(?:engine|plan|trt)$/i, 'it is an engine of TensorRT: take the .onnx file that it was made from'],
];

/** What a file of another format is, by its name, and what to do: the end of a sentence. */
export function otherFormat(path: string): string | undefined {
  const name = basename(path);
  return FORMATS.find(([pattern]) => pattern.test(name))?.[1];
}

/** Says of a folder without a graph what models it holds in other formats; `undefined` where it holds none that is known. */
export function otherFormatsIn(folder: string, names: readonly string[]): string | undefined {
  const [first] = FORMATS.flatMap(([pattern, what]) => {
    const files = names.filter((name) => pattern.test(name));
    return files.length > 0 ? [{ what, files }] : [];
  });
  if (!first) return undefined;
  const more = first.files.length > 1 ? `, and ${first.files.length - 1} more like it` : '';
  const what = first.what.replaceAll('FOLDER', plainText(folder, 120, 'end'));
  return `The folder ${quoted(folder)} holds no .onnx or .gguf file. Of ${quoted(first.files[0]!)}${more}: ${what}.`;
}
