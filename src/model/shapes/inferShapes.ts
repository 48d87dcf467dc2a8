import type { OnnxTensor } from '../onnx/onnxGraph';
import { tensorSize, tensorValues } from '../onnx/readTensor';
import type { GraphIndex } from '../onnx/graphIndex';
import { inferValue } from './inferValue';
import { shapeRules } from './shapeRules';
import type { Shape, Shapes } from './shapes';
import { sizeOf, type Size } from './size';

/** Longest integer tensor that is followed: shapes and axes are shorter. */
const MOST_VALUES = 64;

/** Follows shapes, and the integers that shapes are made of, through the graph. Unknown stays unknown. */
export function inferShapes(index: GraphIndex): Shapes {
  const shapes = new Map<string, Shape>();
  const values = new Map<string, readonly (Size | undefined)[]>();
  const known: Shapes = { shape: (name) => shapes.get(name), value: (name) => values.get(name) };

  const addTensor = (name: string, tensor: OnnxTensor): void => {
    shapes.set(name, tensor.dims.map(sizeOf));
    if (tensorSize(tensor) > MOST_VALUES) return;
    const ints = tensorValues(tensor);
    if (ints?.every(Number.isInteger)) values.set(name, ints.map(sizeOf));
  };
  for (const [name, tensor] of index.initializers) addTensor(name, tensor);
  for (const [name, input] of index.inputs) {
    if (input.dims)
      shapes.set(
        name,
        input.dims.map((d, i) => statedSize(name, i, d)),
      );
  }
  for (const node of index.nodes) {
    const constant = node.opType === 'Constant' ? node.attributes.get('value')?.tensor : undefined;
    if (constant) {
      addTensor(node.outputs[0] ?? '', constant);
      continue;
    }
    const inferred = shapeRules[node.opType]?.(node, known, index) ?? [];
    node.outputs.forEach((name, i) => {
      const shape = inferred[i] ?? statedShape(index, name);
      // An axis of unknown size is an unknown of its own, so that what is made from it is known to be alike.
      if (name && shape)
        shapes.set(
          name,
          shape.map((size, axis) => size ?? statedSize(name, axis, null)),
        );
    });
    const value = inferValue(node, known);
    if (value && value.length <= MOST_VALUES) values.set(node.outputs[0] ?? '', value);
  }
  return known;
}

/** An axis without a name is an unknown of its own. */
function statedSize(tensor: string, axis: number, stated: number | string | null): Size {
  return sizeOf(stated ?? `${tensor}[${axis}]`);
}

function statedShape(index: GraphIndex, name: string): Shape | undefined {
  return index.values.get(name)?.dims?.map((d, i) => statedSize(name, i, d));
}
