import { expect, it } from 'vitest';
import { parseModelId } from '../../../src/hub/modelId';

const HUB = 'https://hub.example';

it.each([
  ['org/name', { name: 'org/name' }],
  [' org/Name-1.5_b ', { name: 'org/Name-1.5_b' }],
  ['gpt2', { name: 'gpt2' }],
  ['org/name:Q4_K_M', { name: 'org/name', file: 'Q4_K_M' }],
  ['org/name:onnx/model.onnx@v1.0', { name: 'org/name', file: 'onnx/model.onnx', revision: 'v1.0' }],
  ['org/name@refs/pr/1', { name: 'org/name', revision: 'refs/pr/1' }],
  [`${HUB}/org/name`, { name: 'org/name' }],
  [
    `${HUB}/org/name/blob/main/onnx/a%20b.onnx`,
    { name: 'org/name', file: 'onnx/a b.onnx', revision: 'main' },
  ],
])('%s', (text, id) => {
  expect(parseModelId(text, HUB)).toEqual(id);
});

it.each([
  '',
  '../name',
  'org/..',
  'org/na..me',
  'a/b/c',
  '/etc/passwd',
  'org/name.',
  'https://other.example/org/name',
])('names no model: %s', (text) => {
  expect(() => parseModelId(text, HUB)).toThrow(/names no model of the hub\. Write ORG\/NAME/);
});
