import { readFileSync } from 'node:fs';
import path from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { NumberTensor } from './readSafetensors';

/**
 * Runs an imported model on the sequences of a reference (`ids` and `mask`, `[batch, tokens]`): the maps of all layers, one after
 * another, and the logits of the last position.
 */
export async function runImported(
  folder: string,
  reference: Map<string, NumberTensor>,
): Promise<{ maps: number[]; logits: number[] }> {
  const layers = reference.get('maps')!.shape[0]!;
  const batch = reference.get('ids')!.shape[0]!;
  const names = Array.from({ length: layers }, (_, layer) => `layers.${layer}.attention.weights`);
  const outputs = names.map((name) => {
    // GraphProto.output (12) { ValueInfoProto.name (1) } behind the model: protobuf merges the two.
    const text = Buffer.from(name);
    const value = Buffer.concat([Buffer.from([0x0a, text.length]), text]);
    const output = Buffer.concat([Buffer.from([0x62, value.length]), value]);
    return Buffer.concat([Buffer.from([0x3a, output.length]), output]);
  });
  const before = process.cwd();
  process.chdir(folder);
  const session = await InferenceSession.create(Buffer.concat([readFileSync('model.onnx'), ...outputs]), {
    logSeverityLevel: 3,
  }).finally(() => process.chdir(before));

  const integers = (values: number[]): Tensor =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), [batch, values.length / batch]);
  const mask = reference.get('mask')!.values;
  const length = mask.length / batch;
  const positions = mask.map((_, i) => {
    const row = mask.slice(Math.floor(i / length) * length, i + 1);
    return Math.max(0, row.reduce((sum, real) => sum + real, 0) - 1);
  });
  const config = JSON.parse(readFileSync(path.join(folder, 'config.json'), 'utf8')) as Record<string, number>;
  const empty = (): Tensor =>
    new Tensor('float32', new Float32Array(0), [batch, config.num_key_value_heads!, 0, config.head_dim!]);
  const cache = names.flatMap((_, layer) =>
    ['key', 'value'].map((kind) => [`past_key_values.${layer}.${kind}`, empty()] as const),
  );
  const results = await session.run({
    input_ids: integers(reference.get('ids')!.values),
    attention_mask: integers(mask),
    position_ids: integers(positions),
    ...Object.fromEntries(cache),
  });
  await session.release();
  const numbers = (name: string): number[] => Array.from(results[name]!.data as Float32Array);
  return { maps: names.flatMap(numbers), logits: numbers('logits') };
}
