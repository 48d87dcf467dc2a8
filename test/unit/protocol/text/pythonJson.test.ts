import { describe, expect, it } from 'vitest';
import { parsePythonJson } from '../../../../src/protocol/text/pythonJson';

describe('JSON as Python writes it', () => {
  it('knows infinite numbers and NaN, and passes over a byte order mark', () => {
    expect(parsePythonJson('\ufeff{"a": Infinity, "b": [-Infinity, NaN], "c": null}')).toEqual({
      ...{ a: Infinity, b: [-Infinity, null], c: null },
    });
  });

  it('leaves texts alone', () => {
    const text = '{"NaN": "NaN \\"Infinity\\" \\\\", "x": NaN, "y": "-Infinity"}';
    expect(parsePythonJson(text)).toEqual({ NaN: 'NaN "Infinity" \\', x: null, y: '-Infinity' });
  });

  it('refuses what Python refuses', () => {
    for (const text of ['', '{', '{"a": infinity}', '{"a": +Infinity}', "{'a': 1}", '[1,]', 'xNaN'])
      expect(() => parsePythonJson(text), text).toThrow(SyntaxError);
  });
});
