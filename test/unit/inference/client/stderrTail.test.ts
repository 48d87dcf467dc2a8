import { describe, expect, it } from 'vitest';
import { StderrTail } from '../../../../src/inference/client/stderrTail';

function tailOf(...chunks: string[]): string {
  const tail = new StderrTail();
  for (const chunk of chunks) tail.push(chunk);
  return tail.paragraph();
}

describe('the last words of a process', () => {
  it('are its last lines, as one line', () => {
    expect(tailOf('one\ntwo\nthr', 'ee\nfour\nfive\n')).toBe('two / three / four / five');
  });

  it('are the error alone where Node reports an uncaught one, without its stack', () => {
    const report = [
      '/x/main.js:3',
      '    throw new TypeError("no");',
      'TypeError: no such thing',
      '    at Object.<anonymous> (/x/main.js:3:9)',
      'Node.js v20.1.0',
    ].join('\n');
    expect(tailOf(report)).toBe('TypeError: no such thing');
  });

  it('hold no markup, control or bidi character and stay short', () => {
    const words = tailOf(`${'x'.repeat(10_000)}<b>\u202e\u001b[31m\u0000\`\n`);
    expect(words.length).toBeLessThanOrEqual(401);
    expect(words).not.toMatch(/[<>`\p{C}]/u);
  });
});
