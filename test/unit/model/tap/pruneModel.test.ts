import { describe, expect, it } from 'vitest';
import { gateTap } from '../../../../src/model/tap/gateTap';
import { pruneModel } from '../../../../src/model/tap/pruneModel';
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
  it('put each output of a tap behind an input of its own and nothing else out', () => {
    const append = write([node('Abs', ['map'], 'a'), node('Neg', ['map'], 'b')], [], ['a', 'b']);
    const { gates, append: gated } = gateTap(append, 'p/');
    const graph = readGraph(Buffer.concat([model, gated]));
    const made = ['a', 'b'].map((name) => gates.get(name)!);
    const inputs = made.map(({ input }) => input);
    const outputs = made.map(({ output }) => output);
    expect(graph.inputs.map(({ name }) => name).sort()).toEqual(['x', ...inputs].sort());
    expect(graph.outputs.map(({ name }) => name).sort()).toEqual(['cache', 'logits', ...outputs].sort());
    expect(new Set([...inputs, ...outputs]).size).toBe(4);
    for (const [name, { input, output }] of gates) {
      const gate = graph.nodes.find(({ outputs: [first] }) => first === output);
      expect([gate?.opType, gate?.inputs]).toEqual(['Tile', [name, input]]);
    }
  });
});
