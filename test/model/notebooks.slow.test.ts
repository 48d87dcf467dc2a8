import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUNDLED } from './bundledModel';
import { file, folder, root, run } from './cli/runCli';
import { readSafetensors, tokensIn } from './readSafetensors';

/** A Python with the packages of the page, by its path; the usual one where none is named. */
const python = process.env.ATTNSCOPE_PYTHON ?? 'python3';
const packages = 'attnview, bertviz, IPython, safetensors.torch, onnxruntime, tokenizers';
const isThere = spawnSync(python, ['-c', `import ${packages}`]).status === 0;
if (!isThere) console.log(`Skipped: no Python with ${packages} (name one in ATTNSCOPE_PYTHON).`);

const page = readFileSync(path.join(root, 'docs/extract.md'), 'utf8');
const [ofBertViz, ofAttnview, ofServed] = [...page.matchAll(/^```python\n([^]*?)^```/gm)].map(
  ([, code]) => code!,
);

/** Keeps what a notebook would show. */
const SHOWN = `
import IPython.display, attnview, bertviz.head_view
keep = lambda page: open("shown.html", "a").write(page.data)
import sys
sys.modules["bertviz.head_view"].display = keep
drawn = attnview.display
attnview.display = lambda *args, **more: keep(drawn(*args, **more))
open("shown.html", "w").close()
`;

/** Runs lines of the page, and gives what they show. */
function shownBy(code: string): string {
  const { status, stderr } = spawnSync(python, ['-c', SHOWN + code], { cwd: folder, encoding: 'utf8' });
  expect(stderr).not.toMatch(/Error/);
  expect(status).toBe(0);
  return readFileSync(path.join(folder, 'shown.html'), 'utf8');
}

/** Maps of all layers that BertViz was given, flat, and the tokens. */
function inBertViz(shown: string): { weights: number[]; tokens: string[] } {
  const given = /"attention": (\[\{.*?\}\])/s.exec(shown)![1]!;
  const [{ attn, left_text: tokens }] = JSON.parse(given) as [{ attn: number[]; left_text: string[] }];
  return { weights: (attn as unknown[]).flat(Infinity) as number[], tokens };
}

const maps = () => readFileSync(path.join(folder, 'maps.safetensors'));
const written = () => [...readSafetensors(maps()).values()].flatMap(({ values }) => values);
const largestDifference = (one: number[], other: number[]) => {
  expect(one).toHaveLength(other.length);
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - other[at]!)), 0);
};

describe.skipIf(!isThere)('the lines for notebooks', () => {
  const text = 'The key is under the mat.';
  beforeAll(() => {
    const prompt = file('prompt.txt', text);
    expect(run(['extract', BUNDLED, '--text', prompt, '--out', 'maps.safetensors']).status).toBe(0);
  });

  it('show a text of "extract" in BertViz and attnview', () => {
    const { weights, tokens } = inBertViz(shownBy(ofBertViz!));
    expect(tokens.join('')).toBe(text);
    expect(largestDifference(weights, written())).toBe(0);
    expect(shownBy(ofAttnview!)).toContain(' mat');
  });

  it('show what a served model gives, the same', () => {
    expect(run(['tap', BUNDLED, '--out', 'repository', '--name', 'mine']).status).toBe(0);
    const { weights } = inBertViz(shownBy(ofServed!.replace('/model.onnx"', '/model.onnx/model.onnx"')));
    expect(largestDifference(weights, written())).toBeLessThan(1e-5);
  });

  it('show a prompt of "analyze --maps"', () => {
    const analyzed = run(['analyze', 'prompt.txt', '--maps', 'maps.safetensors', '--format', 'json']);
    expect(analyzed).toMatchObject({ status: 0, stderr: '' });
    const { weights, tokens } = inBertViz(shownBy(ofBertViz!));
    expect(tokens).toEqual(tokensIn(maps()));
    expect(tokens.join('')).toContain(text);
    expect(largestDifference(weights, written())).toBe(0);
  });
});
