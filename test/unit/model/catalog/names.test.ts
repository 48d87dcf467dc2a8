import { expect, it } from 'vitest';
import { isOllamaName } from '../../../../src/model/catalog/names';

it('a drive of Windows and a path are no names', () => {
  const names = ['llama3.2:1b', 'me/tuned:latest', 'C:/models', 'C:\\models', '/a/b:c', 'model.gguf'];
  expect(names.map(isOllamaName)).toEqual([true, true, false, false, false, false]);
});
