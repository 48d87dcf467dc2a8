import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { ServedModel } from '../../../src/protocol/requests/tap';
import { readSafetensors } from '../readSafetensors';
import { writeTinyModel } from '../tinyModel';
import { expectRefusal, file, folder, root, run } from './runCli';

const ids = [3, 17, 5, 5, 30, 0, 8];
const count = ids.length;

/** Runs a served file as any program would that knows nothing of us, and gives all of its outputs. */
async function runPlainly(graph: string): Promise<Record<string, Tensor>> {
  const session = await InferenceSession.create(graph);
  const whole = (values: number[]) => new Tensor('int64', BigInt64Array.from(values, BigInt), [1, count]);
  const known: Record<string, Tensor> = {
    input_ids: whole(ids),
    attention_mask: whole(ids.map(() => 1)),
    position_ids: whole(ids.map((_, at) => at)),
  };
  const outputs = await session.run(
    Object.fromEntries(session.inputNames.map((name) => [name, known[name]!])),
  );
  await session.release();
  return outputs;
}

/** What `extract` says of the same tokens. */
function extracted(model: string): ReturnType<typeof readSafetensors> {
  const inputs = file(
    'inputs.json',
    JSON.stringify({ inputs: { input_ids: { dtype: 'int64', dims: [1, count], data: ids } } }),
  );
  expect(run(['extract', model, '--inputs', inputs, '--out', 'maps.safetensors']).status).toBe(0);
  return readSafetensors(readFileSync(path.join(folder, 'maps.safetensors')));
}

const close = (got: Tensor, expected: readonly number[]) => {
  const values = [...(got.data as Float32Array)];
  expect(values).toHaveLength(expected.length);
  expect(Math.max(...values.map((value, at) => Math.abs(value - expected[at]!)))).toBeLessThan(1e-6);
};

const models: [string, () => string, string[]][] = [
  [
    'a graph in one file',
    () => writeTinyModel(path.join(folder, 'whole'), { says: true }),
    ['1/model.onnx', 'config.pbtxt', 'attnscope.json'],
  ],
  [
    'weights beside the graph, read both ways',
    () => writeTinyModel(path.join(folder, 'beside'), { data: 'keys.bin', bothWays: true }),
    ['1/model.onnx/model.onnx', '1/model.onnx/keys.bin', 'config.pbtxt', 'attnscope.json'],
  ],
  ['a GGUF file, which has a cache', () => path.join(root, 'test/fixtures/gguf/q4_1-tied.gguf'), []],
];

describe('tap', () => {
  it.each(models)('%s becomes an ordinary model with the same maps', async (_, write, files) => {
    const model = write();
    const place = `repository/${files.length}`;
    const got = run(['tap', model, '--out', place, '--name', 'mine']);
    expect(got).toMatchObject({ status: 0, stderr: '' });
    const served = path.join(folder, place, 'mine');
    for (const name of files) {
      expect(got.stdout).toContain(`${path.join(place, 'mine', name)}\n`);
      expect(existsSync(path.join(served, name))).toBe(true);
    }
    const graph = ['1/model.onnx/model.onnx', '1/model.onnx']
      .map((name) => path.join(served, name))
      .find((name) => existsSync(name))!;
    const outputs = await runPlainly(graph);
    const expected = extracted(model);
    expect(expected.size).toBeGreaterThan(0);
    for (const [name, { shape, values }] of expected) {
      const [, heads = 0] = shape;
      const layer = name.slice('attention.'.length);
      expect(outputs[name]!.dims).toEqual(shape);
      close(outputs[name]!, values);
      const ofHead = (place: number) => values.slice(place * count ** 2, (place + 1) * count ** 2);
      const all = Array.from({ length: heads }, (_, head) => ofHead(head));
      const mean = all[0]!.map((__, cell) => all.reduce((sum, map) => sum + map[cell]! / heads, 0));
      close(outputs[`attention_mean.${layer}`]!, mean);
      close(
        outputs[`attention_last.${layer}`]!,
        all.flatMap((map) => map.slice(-count)),
      );
    }

    const about = Buffer.from(outputs.attnscope!.data as Uint8Array).toString('utf8');
    const says = ServedModel.parse(JSON.parse(about));
    expect(says.layers).toHaveLength(expected.size);
    expect(JSON.parse(readFileSync(path.join(served, 'attnscope.json'), 'utf8'))).toEqual(says);
    const isCausal = says.outputs.some(({ kind }) => kind === 'nextLogits');
    expect(isCausal ? outputs.next_logits!.dims.slice(0, 2) : outputs['attention_first.0']!.dims[2]).toEqual(
      isCausal ? [1, 1] : 1,
    );
    // What Triton is told of each is there.
    const config = readFileSync(path.join(served, 'config.pbtxt'), 'utf8');
    for (const name of Object.keys(outputs)) expect(config).toContain(`{ name: "${name}" data_type:`);
    expect(config).toContain('name: "mine"\n');
  });

  it('leaves single heads out where only means are wanted, writes over nothing and taps nothing twice', async () => {
    const model = writeTinyModel(path.join(folder, 'means'), { says: true });
    const tap = ['--out', 'means-only', '--reduce', 'head-mean'];
    expect(run(['tap', model, ...tap]).status).toBe(0);
    const served = path.join(folder, 'means-only/means/1/model.onnx');
    const names = ['attention_mean.0', 'attention_last.0', 'next_logits', 'attnscope'];
    expect(Object.keys(await runPlainly(served))).toEqual(names);
    expectRefusal(run(['tap', model, ...tap]), /something at ".*means" already/);
    expectRefusal(run(['tap', served, '--out', 'again']), /written by "attnscope tap" already/);
    expect(existsSync(path.join(folder, 'again'))).toBe(false);
  });

  it('refuses a name that no server takes', () => {
    const model = writeTinyModel(path.join(folder, 'named'));
    expectRefusal(run(['tap', model, '--out', 'x', '--name', '../up']), /"\.\.\/up" is no name/);
  });
});
