import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { AnalysisResult } from '../../../src/protocol/analysis';
import { PromptResults } from '../../../src/protocol/promptTests/promptResults';
import { languageModels } from '../languageModels';
import { expectRefusal, file, folder, run } from './runCli';

let model: string;
beforeAll(() => {
  model = languageModels(folder).find(({ name }) => name === 'llama')!.model;
});

const CHAT = [
  { role: 'system', content: 'w3 w4 w5 w6 w7' },
  { role: 'user', content: 'w8 w9' },
  { role: 'tool', content: 'w10 w11 w12 w13 w14 w15 w16' },
];
const written = (expectations: string[], more: object = {}): string =>
  JSON.stringify({
    prompts: {
      chat: {
        messages: CHAT.map(({ role, content }) => ({
          role,
          content: role === 'tool' ? '{{mail}}' : content,
        })),
        variables: { mail: CHAT[2]!.content },
      },
    },
    tests: [{ name: 'holds', ...more, expect: expectations.map((each) => JSON.parse(each)) }],
  });

const test = (name: string, text: string, ...args: string[]) =>
  run(['test', file(name, text), '--model', model, ...args]);
const results = (name: string, text: string): { status: number | null; results: PromptResults } => {
  const { status, stdout } = test(name, text, '--format', 'json');
  return { status, results: PromptResults.parse(JSON.parse(stdout)) };
};
const valuesOf = ({ results: { files } }: ReturnType<typeof results>) =>
  files[0]!.tests[0]!.expectations.map(({ value }) => value!);

/** The share of the last token's attention on tokens, from the rows of an analysis, the sink taken out. */
function shareOf({ attention: { reading, sink }, tokens, segments }: AnalysisResult, role: string): number {
  const shares = reading.perLayer.map((row) => {
    const rest = row.reduce((sum, weight, key) => sum + (key === sink ? 0 : weight), 0);
    return tokens.reduce(
      (sum, { segment }, key) =>
        key !== sink && segment !== null && segments[segment]!.role === role ? sum + row[key]! / rest : sum,
      0,
    );
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

it('what is measured is what an analysis of the same prompt has', () => {
  const ran = results(
    'same.prompt-test.json',
    written([
      '{"attention": {"to": "system", "atLeast": 0}}',
      '{"attention": {"to": "mail", "atMost": "100 %"}}',
      '{"findings": "none"}',
      '{"kl": {"remove": "mail", "atLeast": 0}}',
      '{"answer": {"not": {"contains": "nobody says this"}, "tokens": 3}}',
      '{"probability": {"of": "w5 w6", "atMost": 1}}',
    ]),
  );
  expect(ran.results).toMatchObject({ outcome: 'passed', passed: 1, failed: 0, errors: 0 });
  expect(ran.status).toBe(0);
  const chat = file('chat.json', JSON.stringify(CHAT, null, 2));
  const line =
    1 +
    JSON.stringify(CHAT, null, 2)
      .split('\n')
      .findIndex((each) => each.includes('w10'));
  const passage = `${line}:17-${line}:44`;
  const asked = ['--counterfactual', passage, '--format', 'json', '--model', model, '--fail-on', 'never'];
  const analyzed = JSON.parse(run(['analyze', chat, ...asked]).stdout) as AnalysisResult & {
    counterfactual: { spans: { changes: { effect: { kl: number } }[] }[] };
  };
  const [system, mail, found, kl, , probability] = valuesOf(ran);
  expect(system).toBeCloseTo(shareOf(analyzed, 'system'), 5);
  expect(mail).toBeCloseTo(shareOf(analyzed, 'tool'), 5);
  expect(found).toBe(0);
  expect(kl).toBeCloseTo(analyzed.counterfactual.spans[0]!.changes[0]!.effect.kl, 6);
  expect(probability).toBeGreaterThan(0);
  expect(probability).toBeLessThan(1);
});

it('a variable grows to its tokens, and the share of the rest is measured there', () => {
  const attention = '{"attention": {"to": "system", "atLeast": 0}}';
  const short = valuesOf(results('short.prompt-test.json', written([attention])));
  const long = results('long.prompt-test.json', written([attention], { grow: { mail: '40 tokens' } }));
  expect(long.results.files[0]!.tests[0]).toMatchObject({ grown: { mail: 40 } });
  expect(valuesOf(long)[0]).not.toBeCloseTo(short[0]!, 3);
});

it('the printed verdict and the exit code are one', () => {
  const fails = '{"attention": {"to": "system", "atLeast": "99.9 %"}}';
  const holds = '{"findings": "none"}';
  const failed = test('fails.prompt-test.json', written([holds, fails]));
  expect(failed.stdout).toMatch(/✗ 1:\d+ +"system" gets at least 99\.9% of .*\n +It gets \d+(\.\d+)?%\.\n/);
  expect(failed.stdout).toMatch(/^FAILED: 1 test, read by llama: 0 passed, 1 failed, 0 errors\.$/m);
  expect(failed.status).toBe(1);

  const lost = test(
    'lost.prompt-test.json',
    written([holds, '{"attention": {"to": "sytem", "atLeast": 0}}']),
  );
  expect(lost.stdout).toContain('The prompt has no part "sytem". Did you mean "system"?');
  expect(lost.stdout).toMatch(/^INCOMPLETE: 1 test, read by llama: 0 passed, 0 failed, 1 error\.$/m);
  expect(lost.status).toBe(2);

  const wrong = test('wrong.prompt-test.json', written([]));
  expect(wrong.stdout).toContain('A test without an expectation tests nothing');
  expect(wrong.stdout).toMatch(/^INCOMPLETE: /m);
  expect(wrong.status).toBe(2);
});

it('a file that is written has the results, and the verdict is told beside it', () => {
  const { status, stdout, stderr } = test(
    'out.prompt-test.json',
    written(['{"findings": "none"}']),
    '--format',
    'junit',
    '--out',
    path.join('new', 'results.xml'),
  );
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^Written: .*results\.xml\nPASSED: 1 test/m);
  expect(status).toBe(0);
});

it('where there is no test, nothing passes', () => {
  const none = run(['test', 'llama']);
  expect(none.stdout).toMatch(/No prompt test was found in "llama"[^]*^INCOMPLETE: /m);
  expect(none.status).toBe(2);
  expectRefusal(run(['test']), /The argument "paths" is missing/);
});
