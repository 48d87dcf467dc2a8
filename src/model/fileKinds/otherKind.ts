import { open } from 'node:fs/promises';
import { OF_PYTORCH, OF_TFLITE, ORT_GRAPH } from './exportAdvice';

/** Beginnings of files that are often found in place of a model's. */
const kinds: readonly [RegExp, string][] = [
  [
    /^version https:\/\/git-lfs/,
    'it is a Git LFS pointer, not the file itself: run "git lfs pull" where it was cloned, or download the file itself',
  ],
  [/^\s*<(!doctype|\?xml|html)\b/i, 'it is a web page or XML file: download it again'],
  [/^PK\u0003\u0004/, `it is a zip archive (PyTorch writes these): ${OF_PYTORCH}`],
  // A length of 8 bytes, then JSON (https://huggingface.co/docs/safetensors).
  [/^[^]{5}\0{3}\{/, `it holds weights alone, as safetensors: ${OF_PYTORCH}`],
  [/^\u0080[\u0002-\u0005]/, `it is a pickle (PyTorch writes these): ${OF_PYTORCH}`],
  // The file identifiers of the two flatbuffers stand behind an offset of 4 bytes.
  [/^[^]{4}ORTM/, ORT_GRAPH],
  [/^[^]{4}TFL3/, `it is a TensorFlow Lite model: ${OF_TFLITE}`],
  [
    /^\u0089HDF\r\n/,
    'it holds weights of Keras, as HDF5: export the model to ONNX with "python -m tf2onnx.convert"',
  ],
];

/** How many bytes of a file are looked at. */
const HEAD = 64;

/** What a file is, by its beginning, where it is not one of a model's, and what to do; the end of a sentence. */
export function otherKind(start: Uint8Array | string): string | undefined {
  const head =
    typeof start === 'string' ? start.slice(0, HEAD) : String.fromCharCode(...start.subarray(0, HEAD));
  return kinds.find(([pattern]) => pattern.test(head))?.[1];
}

/** The same for a file on disk; `undefined` too where it cannot be read. */
export async function otherKindOfFile(path: string): Promise<string | undefined> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return undefined;
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0);
    return otherKind(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
