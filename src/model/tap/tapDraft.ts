import { ElementType } from '../onnx/onnxGraph';
import {
  type AddedInts,
  type AddedNode,
  type AxisPart,
  type AxisRole,
  type MapSource,
} from '../find/attentionLayer';
import { intAttributeBytes, intsAttributeBytes } from '../onnx/encodeAttribute';

const ORDER: readonly AxisRole[] = ['batch', 'head', 'query', 'key'];

/** Collects nodes and outputs to add to a graph; operators in forms that all operator sets from 6 on have. */
export class TapDraft {
  readonly nodes: AddedNode[] = [];
  readonly ints: AddedInts[] = [];
  readonly outputs: string[] = [];
  readonly #known = new Map<string, string>();

  constructor(private readonly prefix: string) {}

  /** Marks a tensor as an output, once, unless the graph already gives it. */
  output(tensor: string, taken: Set<string>): string {
    if (!taken.has(tensor)) {
      taken.add(tensor);
      this.outputs.push(tensor);
    }
    return tensor;
  }

  /** The map as float32 [batch, heads, queries, keys]. */
  canonical(source: MapSource, name: string): string {
    const first = this.#one(source, name);
    const more = (source.moreHeads ?? []).map((other, i) => this.#one(other, `${name}/head${i + 1}`));
    if (more.length === 0) return first;
    return this.#node('Concat', [first, ...more], `${name}/heads`, [intAttributeBytes('axis', 1)]);
  }

  #one(source: MapSource, name: string): string {
    // Layers may share nodes that make their maps.
    for (const node of source.nodes) if (!this.nodes.includes(node)) this.nodes.push(node);
    this.ints.push(...(source.ints ?? []));
    const ordered = this.#ordered(source, name);
    if (source.dtype === ElementType.float32) return ordered;
    return this.#node('Cast', [ordered], `${name}/map`, [intAttributeBytes('to', ElementType.float32)]);
  }

  /**
   * As a product with `[heads]` weights of 1/heads, over rows of queries * keys: where the runtime reduces
   * an axis behind a batch of one it works on one thread, and takes eight times as long.
   */
  headMean(map: string, source: MapSource, name: string): string {
    const shape = this.#node('Shape', [map], `${name}/mapShape`);
    const shares = this.#shares(this.#headCount(source) ?? this.#at(shape, 1));
    const rows = this.#node('Reshape', [map, this.#constant([0, 0, -1])], `${name}/headRows`);
    const mean = this.#node('MatMul', [shares, rows], `${name}/headMeanRow`);
    const sides = this.#node('Gather', [shape, this.#constant([2, 3])], `${name}/mapSides`, [
      intAttributeBytes('axis', 0),
    ]);
    const kept = this.#vector([this.#constant([-1, 1]), sides], `${name}/headMeanShape`);
    return this.#node('Reshape', [mean, kept], `${name}/headMean`);
  }

  lastRow(map: string, name: string): string {
    const last = this.#constant([-1]);
    return this.#node('Gather', [map, last], `${name}/lastRow`, [intAttributeBytes('axis', 2)]);
  }

  /** The number of a layer's heads as a tensor of one int64, where the graph says it. */
  #headCount(source: MapSource): string | undefined {
    const counts = [source, ...(source.moreHeads ?? [])].map(({ axes }) =>
      axes
        .flat()
        .filter(({ role }) => role === 'head')
        .reduce((count, { size = NaN }) => count * size, 1),
    );
    const heads = counts.reduce((sum, count) => sum + count, 0);
    return Number.isNaN(heads) ? undefined : this.#constant([heads]);
  }

  /** `[count]` floats of 1/count. */
  #shares(count: string): string {
    const name = count.slice(this.prefix.length);
    const float = this.#node('Cast', [count], `${name}/float`, [
      intAttributeBytes('to', ElementType.float32),
    ]);
    return this.#node('Tile', [this.#node('Reciprocal', [float], `${name}/share`), count], `${name}/shares`);
  }

  /** Splits merged axes, brings them into order, and merges what belongs to one role. */
  #ordered(source: MapSource, name: string): string {
    const parts = source.axes.flat();
    const order = parts
      .map((_, i) => i)
      .sort((a, b) => ORDER.indexOf(parts[a]!.role) - ORDER.indexOf(parts[b]!.role) || a - b);
    const inOrder = order.every((from, to) => from === to);
    const plain = source.axes.every(
      (axis, i) =>
        source.axes.length === 4 && (axis.length === 0 || (axis.length === 1 && axis[0]!.role === ORDER[i])),
    );
    if (plain) return source.tensor;
    const sizes = this.#partSizes(source, name);
    let tensor = source.tensor;
    if (!inOrder) {
      tensor = this.#node('Reshape', [tensor, this.#vector(sizes, `${name}/parts`)], `${name}/split`);
      tensor = this.#node('Transpose', [tensor], `${name}/ordered`, [intsAttributeBytes('perm', order)]);
    }
    const merged = ORDER.map(
      (role) =>
        parts
          .flatMap((p, i) => (p.role === role ? [sizes[i]!] : []))
          .reduce<string | undefined>(
            (all, size, k) =>
              all === undefined ? size : this.#node('Mul', [all, size], `${name}/${role}${k}`),
            undefined,
          ) ?? this.#constant([1]),
    );
    return this.#node('Reshape', [tensor, this.#vector(merged, `${name}/shape`)], `${name}/merged`);
  }

  /** The size of each part as a tensor of one int64, read from the graph where it is no number. */
  #partSizes(source: MapSource, name: string): string[] {
    const open = source.axes.some((axis) => axis.some((p) => p.size === undefined));
    const shape = open ? this.#node('Shape', [source.tensor], `${name}/sourceShape`) : '';
    return source.axes.flatMap((axis, i) => axis.map((p) => this.#partSize(p, axis, i, shape, name)));
  }

  #partSize(p: AxisPart, axis: readonly AxisPart[], i: number, shape: string, name: string): string {
    if (p.size !== undefined) return this.#constant([p.size]);
    const known = axis.reduce((n, other) => n * (other.size ?? 1), 1);
    const whole = this.#at(shape, i);
    return known === 1 ? whole : this.#node('Div', [whole, this.#constant([known])], `${name}/size${i}`);
  }

  #at(shape: string, axis: number): string {
    return this.#node(
      'Gather',
      [shape, this.#constant([axis])],
      `${shape.slice(this.prefix.length)}${axis}`,
      [intAttributeBytes('axis', 0)],
    );
  }

  #vector(sizes: readonly string[], name: string): string {
    return this.#node('Concat', sizes, name, [intAttributeBytes('axis', 0)]);
  }

  #constant(values: readonly number[]): string {
    const name = `${this.prefix}ints/${values.join('_')}`;
    if (!this.#known.has(name)) {
      this.#known.set(name, name);
      this.ints.push({ name, values });
    }
    return name;
  }

  /** Adds a node of the standard operators and returns its output; the same output is added once. */
  #node(
    opType: string,
    inputs: readonly string[],
    name: string,
    attributes: readonly Uint8Array[] = [],
  ): string {
    const output = `${this.prefix}${name}`;
    if (!this.#known.has(output)) {
      this.#known.set(output, output);
      this.nodes.push({ opType, domain: '', inputs, outputs: [output], attributes });
    }
    return output;
  }
}
