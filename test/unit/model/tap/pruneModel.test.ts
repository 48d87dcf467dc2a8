import { describe, expect, it } from 'vitest';
import { plainNode, type GraphSpec, type NodeSpec } from '../../../../src/model/onnx/graphSpec';
import { ElementType } from '../../../../src/model/onnx/onnxGraph';
import { readGraph } from '../../../../src/model/onnx/readGraph';
import { writeModel } from '../../../../src/model/onnx/writeModel';
import { pruneModel } from '../../../../src/model/tap/pruneModel';

const value = (name: string) => ({ name, type: ElementType.float32, shape: ['n'] });
const graphOf = (nodes: NodeSpec[], inputs: string[], outputs: string[]): GraphSpec => ({
  ...{ nodes, tensors: [], inputs: inputs.map(value), outputs: outputs.map(value) },
});
const write = (graph: GraphSpec) =>
  writeModel({ ...graph, name: 'g', producer: { name: 't', version: '1' }, opsets: { '': 17 } });
const nothing = graphOf([], [], []);

/** x → map → cache, logits; logits cost and are not wanted. */
const model = write(
  graphOf(
    [
      plainNode('Neg', ['x'], 'map'),
      plainNode('Exp', ['map'], 'cache'),
      plainNode('Sin', ['map'], 'head'),
      plainNode('Cos', ['head'], 'logits'),
    ],
    ['x'],
    ['logits', 'cache'],
  ),
);

describe('pruning', () => {
  it('leaves out nodes and outputs that nothing wanted needs, and keeps the rest as it is', () => {
    const added = graphOf([plainNode('Abs', ['map'], 'tapped')], [], ['tapped']);
    const graph = readGraph(pruneModel(model, readGraph(model), new Set(['cache']), added));
    expect(graph.nodes.map(({ outputs }) => outputs[0])).toEqual(['map', 'cache', 'tapped']);
    expect(graph.outputs.map(({ name }) => name)).toEqual(['cache', 'tapped']);
    expect(graph.inputs.map(({ name }) => name)).toEqual(['x']);
  });

  it('keeps what only a graph inside an added node takes from outside', () => {
    const branch = graphOf([plainNode('Abs', ['head'], 'inner')], [], ['inner']);
    const inner = readGraph(write(branch));
    const attribute = { name: 'then_branch', graph: inner, encoded: new Uint8Array() };
    const choose: NodeSpec = {
      ...{ op: 'If', domain: '', inputs: ['x'], outputs: ['chosen'] },
      attributes: {
        then_branch: attribute,
        else_branch: {
          branch: { ...attribute, graph: undefined },
          renamed: new Map(),
          added: { nodes: [plainNode('Neg', ['cache'], 'other')], tensors: [] },
          outputs: [value('other')],
        },
      },
    };
    const added = graphOf([choose], [], ['chosen']);
    const graph = readGraph(pruneModel(model, readGraph(model), new Set(), added));
    expect(graph.nodes.map(({ outputs }) => outputs[0])).toEqual(['map', 'cache', 'head', 'chosen']);
  });

  it('reads a model whose graph comes in pieces, as one that was tapped before', () => {
    const extra = write(graphOf([plainNode('Abs', ['head'], 'second')], [], ['second']));
    const pieces = Buffer.concat([model, extra]);
    const graph = readGraph(pruneModel(pieces, readGraph(pieces), new Set(['second']), nothing));
    expect(graph.nodes.map(({ outputs }) => outputs[0])).toEqual(['map', 'head', 'second']);
    expect(graph.outputs.map(({ name }) => name)).toEqual(['second']);
  });
});
