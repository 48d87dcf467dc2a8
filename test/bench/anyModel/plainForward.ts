// A process that reads tokens with the model as it is, in chunks over its cache: what a run costs without us. The message
// that starts it holds the tokens; it answers with ms and peak RSS.
import path from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { bundled } from './figures';

const CHUNK = 64;
const ints = (values: readonly number[]) =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);

async function read(session: InferenceSession, ids: readonly number[]): Promise<void> {
  const past = session.inputNames.filter((name) => name.startsWith('past_key_values'));
  let cache = Object.fromEntries(
    past.map((name) => [name, new Tensor('float32', new Float32Array(0), [1, 3, 0, 64])]),
  );
  for (let first = 0; first < ids.length; first += CHUNK) {
    const chunk = ids.slice(first, first + CHUNK);
    const said = {
      input_ids: ints(chunk),
      attention_mask: ints(new Array<number>(first + chunk.length).fill(1)),
      position_ids: ints(chunk.map((_, at) => first + at)),
    };
    const results = await session.run({ ...said, ...cache });
    cache = Object.fromEntries(
      past.map((name) => [
        name,
        results[name.replace('past_key_values', 'present')]! as (typeof cache)[string],
      ]),
    );
  }
}

process.on('message', (ids: number[]) => {
  void (async () => {
    const session = await InferenceSession.create(path.join(bundled, 'model.onnx'));
    const start = performance.now();
    await read(session, ids);
    process.send!({ ms: performance.now() - start, peak: process.resourceUsage().maxRSS / 1024 });
    process.exit(0);
  })();
});
