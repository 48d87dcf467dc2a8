import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Diagnosis } from '../../../src/protocol/requests/doctor';
import { writeTinyModel } from '../tinyModel';
import { file, folder, root, run } from './runCli';

const fixtures = path.join(root, 'test/fixtures');
const diagnose = (model: string): Diagnosis =>
  Diagnosis.parse(JSON.parse(run(['doctor', model, '--format', 'json']).stdout));

describe('doctor', () => {
  let tiny: string;
  beforeAll(() => (tiny = writeTinyModel(path.join(folder, 'tiny'))));

  it('of the bundled model: what it is, all layers, every check with its figure', () => {
    const { stdout, status, stderr } = run(['doctor']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^SmolLM2-135M-Instruct\n\nFile\n {2}Kind: ONNX\n {2}Size: 97\.1 MB\n/);
    expect(stdout).toContain('  Written by: attnscope-gguf 1\n');
    expect(stdout).toContain('Attention, layers: 30\n  Layers 0–29: 9 heads, read from softmax-matmul\n');
    expect(stdout).toMatch(/ {2}rows sum as they should: yes, off by at most \S+ \(limit 0\.001\)\n/);
    expect(stdout).toMatch(/\n\nPrompts can be read with this model\.\n$/);
  });

  it('of a GGUF file: its architecture and the types of its weights', () => {
    const { problem, ...diagnosis } = diagnose(path.join(fixtures, 'gguf/mixed-tied.gguf'));
    expect(problem).toBeNull();
    expect(diagnosis).toMatchObject({ kind: 'gguf', producer: 'llama', tokenizer: true });
    const types = Object.fromEntries(diagnosis.types.map(({ type, tensors }) => [type, tensors]));
    expect(types).toEqual({ F32: 3, Q4_K: 2, Q6_K: 1, Q5_K: 1, Q2_K: 1, Q5_0: 1, IQ4_XS: 1, Q3_K: 1 });
    expect(diagnosis.layers).toHaveLength(1);
    expect(diagnosis.layers[0]!.checks.map(({ name }) => name)).toContain('pieces');
  });

  it('of a model without a tokenizer: its maps, and that no text can be read', () => {
    const { layers, problem } = diagnose(tiny);
    expect(layers).toHaveLength(1);
    expect(problem).toMatch(/tokenizer/);
    const { stdout, status } = run(['doctor', tiny]);
    expect(stdout).toMatch(/No prompt can be read with this model\. .*tokenizer/);
    expect(status).toBe(2);
  });

  it('of a GGUF file whose tokenizer is not known: its name; that beside the file is taken', () => {
    const bytes = readFileSync(path.join(fixtures, 'gguf/q4_0-tied.gguf'));
    bytes.write('unheard-f', bytes.indexOf('llama-bpe'), 'latin1');
    const model = path.join(folder, 'unheard/m.gguf');
    mkdirSync(path.dirname(model));
    writeFileSync(model, bytes);
    const { layers, tokenizer, problem } = diagnose(model);
    expect(layers).toHaveLength(2);
    expect(tokenizer).toBe(false);
    expect(problem).toMatch(
      /the pre-tokenizer "unheard-f" is not known \(known: gpt-2, .*Put the tokenizer\.json of the model beside its GGUF file\.$/,
    );
    copyFileSync(
      path.join(fixtures, 'tokens/byte-level-nfc.json'),
      path.join(folder, 'unheard/tokenizer.json'),
    );
    expect(diagnose(model)).toMatchObject({ tokenizer: true, problem: null });
  });

  it('of a graph without attention, and of a file that is no model: what stands in the way', () => {
    const notes = file('notes.onnx', 'no model');
    expect(diagnose(notes)).toMatchObject({ kind: 'onnx', layers: [], sha256: null });
    expect(diagnose(notes).problem).toMatch(/notes\.onnx/);
    copyFileSync(path.join(fixtures, 'gguf/blocks.json'), path.join(folder, 'blocks.json'));
    expect(run(['doctor', 'blocks.json']).stdout).toMatch(
      /^blocks\n\nFile\n {2}Kind: neither ONNX nor GGUF\n/,
    );
  });

  it('of a path with nothing: the paragraph that every command tells', () => {
    const { stdout, stderr, status } = run(['doctor', 'nowhere']);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^There is no model at "nowhere"\. [^\n]+\n$/);
    expect(status).toBe(2);
  });
});
