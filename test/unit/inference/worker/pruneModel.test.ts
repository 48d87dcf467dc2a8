import { describe, expect, it } from 'vitest';
import { gateTap } from '../../../../src/inference/worker/gateTap';
import { pruneModel } from '../../../../src/inference/worker/pruneModel';
import { ElementType } from '../../../../src/model/onnx/onnxGraph';
import { readGraph } from '../../../../src/model/onnx/readGraph';
import { writeModel, type NodeSpec } from '../../../../src/model/onnx/writeModel';

const node = (op: string, inputs: string[], output: string): NodeSpec => ({
  ...{ name: output, op, domain: '', inputs, outputs: [output], attributes: {} },
});
const value = (name: string) => ({ name, type: ElementType.float32, shape: ['n'] });
const write = (nodes: NodeSpec[], inputs: string[], outputs: string[]) =>
  writeModel({
    ...{ name: 'g', producer: { name: 't', version: '1' }, opsets: { '': 17 }, tensors: [] },
    ...{ nodes, inputs: inputs.map(value), outputs: outputs.map(value) },
  });

/** x → map → cache, logits; logits cost and are not wanted. */
const model = write(
  [
    node('Neg', ['x'], 'map'),
    node('Exp', ['map'], 'cache'),
    node('Sin', ['map'], 'head'),
    node('Cos', ['head'], 'logits'),
  ],
  ['x'],
  ['logits', 'cache'],
);

describe('pruning', () => {
  it('leaves out nodes and outputs that nothing wanted needs, and keeps the rest as it is', () => {
    const append = write([node('Abs', ['map'], 'tapped')], [], ['tapped']);
    const graph = readGraph(pruneModel(model, readGraph(model), new Set(['map', 'cache']), append));
    expect(graph.nodes.map(({ outputs }) => outputs[0])).toEqual(['map', 'cache', 'tapped']);
    expect(graph.outputs.map(({ name }) => name)).toEqual(['cache', 'tapped']);
    expect(graph.inputs.map(({ name }) => name)).toEqual(['x']);
  });

  it('reads a model whose graph comes in pieces, as one that was tapped before', () => {
    const extra = write([node('Abs', ['head'], 'second')], [], ['second']);
    const pieces = Buffer.concat([model, extra]);
    const graph = readGraph(pruneModel(pieces, readGraph(pieces), new Set(['second']), new Uint8Array()));
    expect(graph.nodes.map(({ outputs }) => outputs[0])).toEqual(['map', 'head', 'second']);
    expect(graph.outputs.map(({ name }) => name)).toEqual(['second']);
  });
});

describe('gates', () => {
  it('put each output of a tap behind its own condition and nothing else out', () => {
    const append = write([node('Abs', ['map'], 'a'), node('Neg', ['map'], 'b')], [], ['a', 'b']);
    const tap = gateTap(append, 'p/');
    const graph = readGraph(Buffer.concat([model, tap.append]));
    expect([...tap.gates.keys()]).toEqual(['a', 'b']);
    expect(graph.inputs.map(({ name }) => name)).toEqual(['x', tap.input]);
    expect(graph.outputs.map(({ name }) => name).sort()).toEqual(
      ['cache', 'logits', ...tap.gates.values()].sort(),
    );
    for (const [name, gate] of tap.gates) {
      const branch = graph.nodes.find(({ outputs }) => outputs[0] === gate);
      expect(branch?.opType).toBe('If');
      const taken = branch?.attributes.get('then_branch')?.graph;
      expect(taken?.nodes.map(({ opType, inputs }) => [opType, inputs[0]])).toEqual([['Identity', name]]);
      expect(branch?.attributes.get('else_branch')?.graph?.nodes).toEqual([]);
    }
  });
});
