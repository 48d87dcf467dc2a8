/** Numbers from 0 to 1, the same for the same seed (mulberry32, https://github.com/cprosche/mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
const below = (random: Random, limit: number): number => Math.floor(random() * limit);
const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!;

/** Changes of bytes; most files have what matters in their first kilobytes and weights behind. */
const onBytes: readonly ((bytes: Buffer, at: number, random: Random) => Buffer)[] = [
  (bytes, at, random) => (bytes.writeUInt8(below(random, 256), at), bytes),
  (bytes, at, random) => (bytes.writeUInt8(bytes[at]! ^ (1 << below(random, 8)), at), bytes),
  (bytes, at, random) => bytes.fill(oneOf(random, [0, 0x7f, 0x80, 0xff]), at, at + 1 + below(random, 9)),
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at, random) =>
    Buffer.concat([
      bytes.subarray(0, at),
      bytes.subarray(Math.min(bytes.length, at + 1 + below(random, 64))),
    ]),
  (bytes, at, random) =>
    Buffer.concat([
      bytes.subarray(0, at),
      bytes.subarray(at, at + 1 + below(random, 200)),
      bytes.subarray(at),
    ]),
  (bytes, at, random) => {
    const from = below(random, bytes.length);
    bytes.copy(bytes, at, from, from + 1 + below(random, 32));
    return bytes;
  },
  swapWords,
  swapWords,
  (bytes, at, random) => (bytes.writeUInt8((bytes[at]! & 0x80) | below(random, 24), at), bytes),
  // A length or an offset that is far too large.
  (bytes, at) => {
    if (at + 8 <= bytes.length) bytes.writeBigUInt64LE(2n ** 62n, at);
    return bytes;
  },
];

/** Puts a name in the place of another that is as long: what is read stays whole, and means something else. */
function swapWords(bytes: Buffer, _at: number, random: Random): Buffer {
  const words = [...bytes.toString('latin1').matchAll(/[A-Za-z][\w./]{2,40}/g)];
  if (words.length === 0) return bytes;
  const { 0: word, index } = oneOf(random, words);
  const others = words.filter(({ 0: other }) => other.length === word.length && other !== word);
  if (others.length > 0) bytes.write(oneOf(random, others)[0], index, 'latin1');
  return bytes;
}

export function mutateBytes(original: Buffer, random: Random): Buffer {
  let bytes: Buffer = Buffer.from(original);
  for (let changes = 1 + below(random, 2); changes > 0 && bytes.length > 0; changes--) {
    const within = random() < 0.7 ? Math.min(bytes.length, 8192) : bytes.length;
    bytes = oneOf(random, onBytes)(bytes, below(random, within), random);
  }
  return bytes;
}

/** Values that other programs write, or that somebody wrote to do harm. */
const STRANGE: readonly unknown[] = [
  ...[null, true, -1, 0, 1e300, 2 ** 53, '', '../../../../etc/passwd', '/etc/passwd', 'x'.repeat(100_000)],
  ...[[], {}, [[[]]], { __proto__: null, type: 'BPE' }, '\u0000', '\ud800', '{{ "a" * 1000000000 }}'],
  ...['{% for i in range(1000000000) %}x{% endfor %}', '(a+)+$', '\u202e<script>'],
];

/** Changes a JSON text by its structure, or its characters; the other spellings that Python writes are tried too. */
export function mutateJson(original: string, random: Random): string {
  if (random() < 0.3) return mutateBytes(Buffer.from(original), random).toString('latin1');
  const value = JSON.parse(original) as unknown;
  for (let changes = 1 + below(random, 3); changes > 0; changes--) changeInside(value, random);
  const text = JSON.stringify(value);
  const spelled =
    random() < 0.2 ? text.replace(/:(null|\d+)/, oneOf(random, [':NaN', ':-Infinity', ':01'])) : text;
  return random() < 0.1 ? `\ufeff${spelled}` : spelled;
}

/** Goes down at random and changes, removes or moves what it comes to. */
function changeInside(root: unknown, random: Random): void {
  let place = root as Record<string, unknown>;
  for (;;) {
    const keys = Object.keys(place);
    if (keys.length === 0) return;
    const key = oneOf(random, keys);
    const inner = place[key];
    if (typeof inner === 'object' && inner !== null && random() < 0.8) {
      place = inner as Record<string, unknown>;
      continue;
    }
    const kind = random();
    if (kind < 0.2) delete place[key];
    else if (kind < 0.3) place[oneOf(random, keys)] = inner;
    else place[key] = oneOf(random, STRANGE);
    return;
  }
}
