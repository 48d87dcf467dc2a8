import type { PhraseNode } from '../phraseTree';
import type { LexiconTables } from '../tables/lexiconTables';
import { hashTable } from './hashTable';
import { stepKey } from '../tables/lexiconTables';
import type { NumberedWords } from './numberWords';

type Automaton = Pick<
  LexiconTables,
  'starts' | 'steps' | 'stepsTo' | 'goesOn' | 'saysFrom' | 'concepts' | 'languages'
>;

/** What all phrases say that end in a state, and where it goes for each word. */
interface State {
  concepts: readonly number[];
  languages: readonly number[];
  next: ReadonlyMap<number, number>;
}

/** No state, so that 0 can say that there is none. */
const nowhere: State = { concepts: [], languages: [], next: new Map() };

/**
 * A tree of phrases as an automaton that is in one state at a time: each stands for all nodes that words lead to
 * together. States that cannot be told apart are one. A word without a step of its own goes where its beginning goes.
 */
export function buildAutomaton(tree: PhraseNode, words: NumberedWords): Automaton {
  const states: State[] = [nowhere];
  const numbers = new Map<PhraseNode, number>();
  const bySources = new Map<string, number>();
  const byMeaning = new Map<string, number>();
  const numberOf = (node: PhraseNode): number => {
    let number = numbers.get(node);
    if (number === undefined) numbers.set(node, (number = numbers.size));
    return number;
  };

  const stateOf = (nodes: readonly PhraseNode[]): number => {
    const sources = nodes.map(numberOf).join();
    const known = bySources.get(sources);
    if (known !== undefined) return known;
    const trees = nodes.flatMap(withShared);
    const next = new Map<number, number>();
    for (const id of new Set(trees.flatMap((node) => words.leadingFrom(node))))
      next.set(id, stateOf(trees.flatMap((node) => words.follow(node, id))));
    const state = { ...said(nodes), next };
    const meaning = JSON.stringify([state.concepts, state.languages, ...Array.from(next).sort(byId)]);
    let number = byMeaning.get(meaning);
    if (number === undefined) byMeaning.set(meaning, (number = states.push(state) - 1));
    bySources.set(sources, number);
    return number;
  };
  const first = states[stateOf([tree])]!;
  // No phrase leads back to the first state, the last that was made: it stands in a table of its own.
  return tablesOf(first, states.slice(0, -1), words);
}

const byId = ([a]: [number, number], [b]: [number, number]): number => a - b;

/** A node, and the trees that go on from it too. */
function withShared(node: PhraseNode): PhraseNode[] {
  return [node, ...node.shared.flatMap(withShared)];
}

/** What nodes say, in their order: a concept in several languages at once only where one node says so. */
function said(nodes: readonly PhraseNode[]): Pick<State, 'concepts' | 'languages'> {
  const all = new Map<string, [concept: number, languages: number]>();
  for (const { concepts, languages } of nodes) {
    concepts.forEach((concept, index) =>
      all.set(`${concept} ${languages[index]}`, [concept, languages[index]!]),
    );
  }
  const pairs = [...all.values()];
  return { concepts: pairs.map(([concept]) => concept), languages: pairs.map(([, languages]) => languages) };
}

function tablesOf(first: State, states: readonly State[], words: NumberedWords): Automaton {
  const entries = states.flatMap(({ next }, state) =>
    Array.from(next, ([id, to]): [number, number] => [stepKey(state, id), to]),
  );
  const { keys: steps, values: stepsTo } = hashTable(entries, Uint32Array);
  const startOf = (id: number): number =>
    id === 0 ? 0 : (first.next.get(id) ?? startOf(words.beginnings[id]!));
  const saysFrom = new Uint32Array(states.length + 1);
  states.forEach(({ concepts }, state) => {
    saysFrom[state + 1] = saysFrom[state]! + concepts.length;
  });
  return {
    starts: Uint32Array.from({ length: words.count }, (_, id) => startOf(id)),
    steps,
    stepsTo,
    goesOn: Uint32Array.from(states, ({ next }) =>
      Array.from(next.keys()).reduce((bits, id) => bits | (1 << (id & 31)), 0),
    ),
    saysFrom,
    concepts: Uint8Array.from(states.flatMap(({ concepts }) => concepts)),
    languages: Uint32Array.from(states.flatMap(({ languages }) => languages)),
  };
}
