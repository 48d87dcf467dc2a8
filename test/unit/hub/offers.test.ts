import { expect, it } from 'vitest';
import type { Listing } from '../../../src/hub/listing';
import { chooseOffer, offersOf } from '../../../src/hub/offers';

/** A listing of files of so many bytes. */
const listing = (files: Record<string, number>): Listing => ({
  name: 'org/name',
  commit: 'c0'.repeat(20),
  files: Object.entries(files).map(([path, bytes]) => ({ path, bytes, hash: { kind: 'git', hex: 'ab' } })),
});

const GGUF = listing({
  'README.md': 1,
  'tiny-Q8_0.gguf': 80,
  'tiny-Q4_K_M.gguf': 40,
  'tiny.IQ2_XXS.gguf': 20,
  'mmproj-F16.gguf': 10,
  'big-F16-00002-of-00002.gguf': 100,
  'big-F16-00001-of-00002.gguf': 100,
  'torn-Q6_K-00001-of-00002.gguf': 100,
});
const ONNX = listing({
  'config.json': 1,
  'tokenizer.json': 2,
  'model.safetensors': 500,
  'onnx/model.onnx': 4,
  'onnx/model.onnx_data': 400,
  'onnx/model_q4.onnx': 50,
  'onnx/other.json': 1,
  'deep/er/model.onnx': 7,
});

it('GGUF files are offered by the type of their weights, with parts together; what cannot be read is not', () => {
  expect(offersOf(GGUF).map(({ path, type, bytes }) => [path, type, bytes])).toEqual([
    ['tiny-Q4_K_M.gguf', 'Q4_K_M', 40],
    ['tiny-Q8_0.gguf', 'Q8_0', 80],
    ['big-F16-00001-of-00002.gguf', 'F16', 200],
  ]);
});

it('graphs are offered with their weights and the files beside them, which come first', () => {
  const offers = offersOf(ONNX);
  expect(offers.map(({ path, bytes }) => [path, bytes])).toEqual([
    ['deep/er/model.onnx', 7],
    ['onnx/model_q4.onnx', 53],
    ['onnx/model.onnx', 407],
  ]);
  expect(offers[2]!.files.map(({ path }) => path)).toEqual([
    'config.json',
    'tokenizer.json',
    'onnx/model.onnx_data',
    'onnx/model.onnx',
  ]);
});

it('one is meant by its path, its end or its type', () => {
  const path = (of: Listing, named?: string) => chooseOffer(offersOf(of), of, named).path;
  expect(path(GGUF, 'q4_k_m')).toBe('tiny-Q4_K_M.gguf');
  expect(path(ONNX, 'model_q4.onnx')).toBe('onnx/model_q4.onnx');
  expect(path(ONNX, 'onnx/model.onnx')).toBe('onnx/model.onnx');
  expect(path(listing({ 'a.gguf': 1 }))).toBe('a.gguf');
});

it('what is not meant clearly is told with what there is', () => {
  const choose = (of: Listing, named?: string) => () => chooseOffer(offersOf(of), of, named);
  expect(choose(GGUF)).toThrow(
    /has several files that can be read\. Name one after a colon, such as "tiny-Q4_K_M.gguf"/,
  );
  expect(choose(ONNX, 'model.onnx')).toThrow(/has several files/);
  expect(choose(GGUF, 'IQ2_XXS')).toThrow(/has no file "IQ2_XXS" that can be read\. Name one/);
  expect(choose(listing({ 'model.safetensors': 1 }))).toThrow(
    /weights of PyTorch: export them with “optimum-cli export onnx”/,
  );
});
