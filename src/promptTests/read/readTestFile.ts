import { quoted } from '../../protocol/plainText';
import { PromptTestFile, type WrittenPrompt, type WrittenTest } from '../../protocol/promptTests/promptTests';
import { sentence } from '../../protocol/sentence';
import type { PromptSource, PromptTest } from '../promptTest';
import { readExpectation } from './expectations';
import { nearest } from '../../protocol/written/knownKeys';
import { readNotation, type Notation } from './notation';
import type { Path, Problem, Tell } from '../../protocol/written/problem';
import { schemaProblems } from './schemaProblems';

/** Reads a file of prompt tests: its tests, or everything that is wrong with it, in the order of its lines. */
export function readTestFile(text: string): { tests: PromptTest[]; problems: Problem[] } {
  const notation = readNotation(text);
  if (notation.problems.length > 0) return failed(notation.problems);
  const parsed = PromptTestFile.safeParse(notation.value);
  if (!parsed.success) return failed(schemaProblems(parsed.error, notation));
  const problems: Problem[] = [];
  const tell: Tell = (path, ...sentences) => problems.push({ ...notation.placeOf(path), sentences });
  const tests = readTests(parsed.data, notation, tell);
  return problems.length > 0 ? failed(problems) : { tests, problems };
}

function failed(problems: readonly Problem[]): { tests: PromptTest[]; problems: Problem[] } {
  return { tests: [], problems: [...problems].sort((a, b) => a.line - b.line || a.column - b.column) };
}

function readTests({ prompts, tests }: PromptTestFile, notation: Notation, tell: Tell): PromptTest[] {
  const sources = new Map(
    Object.entries(prompts).map(([name, written]) => [name, sourceOf(written, ['prompts', name], tell)]),
  );
  const names = new Set<string>();
  return tests.flatMap((test, index): PromptTest[] => {
    const path: Path = ['tests', index];
    if (names.has(test.name))
      tell([...path, 'name'], sentence('Two tests are called {name}.', { name: quoted(test.name) }));
    names.add(test.name);
    const prompt = promptOf(test, [...sources.keys()], path, tell);
    const expectations = test.expect.flatMap((written, at) => {
      const where = [...path, 'expect', at];
      const expectation = readExpectation(written, where, tell);
      return expectation ? [{ ...expectation, place: notation.placeOf(where) }] : [];
    });
    const source = prompt === undefined ? undefined : sources.get(prompt);
    if (prompt === undefined || !source) return [];
    return [
      {
        name: test.name,
        place: notation.placeOf(path),
        prompt,
        source,
        variables: { ...prompts[prompt]!.variables, ...test.variables },
        grow: Object.fromEntries(
          Object.entries(test.grow ?? {}).map(([name, tokens]) => [
            name,
            Number.parseInt(String(tokens), 10),
          ]),
        ),
        expectations,
      },
    ];
  });
}

/** The name of the prompt that a test is of. */
function promptOf(
  { prompt }: WrittenTest,
  known: readonly string[],
  path: Path,
  tell: Tell,
): string | undefined {
  if (prompt === undefined) {
    if (known.length !== 1)
      tell(
        path,
        sentence('Say under "prompt" which of the prompts is tested: {names}.', { names: list(known) }),
      );
    return known.length === 1 ? known[0] : undefined;
  }
  if (known.includes(prompt)) return prompt;
  const near = nearest(prompt, known);
  tell(
    [...path, 'prompt'],
    sentence('No prompt is called {name}.', { name: quoted(prompt) }),
    near === undefined
      ? sentence('Known are: {names}.', { names: list(known) })
      : sentence('Did you mean {name}?', { name: quoted(near) }),
  );
  return undefined;
}

function sourceOf(written: WrittenPrompt, path: Path, tell: Tell): PromptSource | undefined {
  const { text, file, messages, as } = written;
  if ([text, file, messages].filter((each) => each !== undefined).length !== 1) {
    tell(path, sentence('A prompt has one of text, file and messages.'));
    return undefined;
  }
  if (text !== undefined) return { kind: 'text', as: as ?? 'user', text };
  if (file !== undefined) return { kind: 'file', as: as ?? 'user', file };
  if (as !== undefined)
    tell([...path, 'as'], sentence('"as" is for a plain text: messages say themselves who speaks.'));
  for (const [index, message] of messages!.entries()) {
    if ((message.content === undefined) === (message.file === undefined))
      tell([...path, 'messages', index], sentence('A message has one of content and file.'));
  }
  return { kind: 'messages', messages: messages! };
}

function list(names: readonly string[]): string {
  return names.map(quoted).join(', ');
}
