import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEditor, WINDOWS_RUN_HERE, type Editor } from './driver/editor';
import { quickInput, runCommand } from './driver/palette';
import { answer, READ_MS } from './driver/panel';
import { openFile } from './driver/textEditor';
import { webviewFrame } from './driver/webviews';

const TESTS = `prompts:
  support:
    messages:
      - role: system
        content: You answer in one word.
      - role: tool
        content: '{{mail}}'
    variables:
      mail: The parcel came on Monday.
tests:
  - name: is read
    expect:
      - attention: { to: system, atLeast: 1 % }
  - name: is all that is read
    expect:
      - attention: { to: system, atLeast: 99 % }
`;
/** Takes long enough to be cancelled. */
const LONG = TESTS.replaceAll('is read', 'is read for long').replaceAll(
  'expect:',
  'grow: { mail: 6000 tokens }\n    expect:',
);
const RESULTS = {
  ...{ schemaVersion: 1, tool: { name: 'attnscope', version: '0' }, model: null },
  ...{ outcome: 'passed', passed: 0, failed: 0, errors: 0 },
  files: [{ path: 'kept.prompt-test.yaml', problems: [], tests: [] }],
};

describe.skipIf(!WINDOWS_RUN_HERE)('prompt tests in the Test Explorer', () => {
  let editor: Editor;
  beforeAll(async () => {
    const files = { 'support.prompt-test.yaml': TESTS, 'kept.prompt-results.json': JSON.stringify(RESULTS) };
    editor = await startEditor({ files });
  });
  afterAll(() => editor?.stop());

  const rows = () => editor.page.locator('.test-explorer .monaco-list-row');
  /** Waits until the explorer says this of a test or a file. */
  const until = (name: string, state: RegExp): Promise<void> =>
    expect
      .poll(
        async () => {
          const labels = await rows().evaluateAll((all) =>
            all.map((row) => row.getAttribute('aria-label') ?? ''),
          );
          return labels.find((label) => label.startsWith(`${name} (`));
        },
        { timeout: READ_MS, interval: 200 },
      )
      .toMatch(state) as unknown as Promise<void>;

  /** A failure in the list of results, by what it tells. */
  const failure = (tells: RegExp) =>
    editor.page
      .locator('.monaco-list-row')
      .filter({ hasText: new RegExp(`is all that is read\\s*${tells.source}`) })
      .first();

  it('are found with their names', async () => {
    await runCommand(editor, 'Testing: Focus on Test Explorer View');
    await until('support.prompt-test.yaml', /Not yet run/);
    await rows().first().locator('.monaco-tl-twistie').click();
    await until('is all that is read', /Not yet run/);
  });

  it(
    'run all together: one passes, one fails',
    async () => {
      await runCommand(editor, 'Test: Run All Tests');
      await until('is all that is read', /Failed/);
      await until('is read', /Passed/);
    },
    2 * READ_MS,
  );

  it(
    'run alone at the cursor, as the file stands by then; the failure tells its figure',
    async () => {
      writeFileSync(path.join(editor.workspace, 'support.prompt-test.yaml'), TESTS.replace('99 %', '98 %'));
      await openFile(editor, 'support.prompt-test.yaml');
      await editor.page.keyboard.press('Control+End');
      await runCommand(editor, 'Test: Run Test at Cursor');
      await failure(/It gets \d+(\.\d+)?%\. Expected: .* 98% /).waitFor({ timeout: READ_MS });
    },
    READ_MS,
  );

  it(
    'lead from a failure to the prompt as it was fed, in the panel',
    async () => {
      await failure(/It gets/).click({ timeout: 10_000 });
      await editor.page.locator('text=Show Tested Prompt in Panel').first().click({ timeout: 10_000 });
      await answer(editor);
      await editor.page.locator('.tab.active').filter({ hasText: 'messages.json' }).waitFor();
    },
    READ_MS,
  );

  it(
    'that failed are run again by themselves, as the file stands by then',
    async () => {
      writeFileSync(path.join(editor.workspace, 'support.prompt-test.yaml'), TESTS.replace('99 %', '2 %'));
      await runCommand(editor, 'Testing: Focus on Test Explorer View');
      await until('is all that is read', /Failed/);
      await runCommand(editor, 'Test: Rerun Failed Tests');
      await until('is all that is read', /Passed/);
    },
    READ_MS,
  );

  it(
    'are run by each save while they run continuously, and by none after that',
    async () => {
      const file = path.join(editor.workspace, 'support.prompt-test.yaml');
      const save = async (comment: string, atLeast: string): Promise<void> => {
        await openFile(editor, 'support.prompt-test.yaml');
        writeFileSync(file, TESTS.replace('99 %', atLeast));
        const lines = editor.page.locator('.editor-group-container.active .view-lines');
        await expect
          .poll(() => lines.innerText(), { timeout: 20_000 })
          .toContain(atLeast.replace(' ', '\u00a0'));
        await editor.page.keyboard.press('Control+End');
        await editor.page.keyboard.type(`# ${comment}`);
        await editor.page.keyboard.press('Control+S');
        await expect.poll(() => readFileSync(file, 'utf8')).toContain(comment);
      };
      await runCommand(editor, 'Test: Start Continuous Run');
      await save('first', '97 %');
      await until('is all that is read', /Failed/);
      await save('second', '3 %');
      await until('is all that is read', /Passed/);
      await runCommand(editor, 'Test: Stop Continuous Run');
      await save('third', '96 %');
      await editor.page
        .locator('.editor-group-container.active .view-lines')
        .filter({ hasText: 'third' })
        .waitFor();
      await until('is all that is read', /Passed/);
    },
    2 * READ_MS,
  );

  it(
    'are cancelled, and those after them are skipped',
    async () => {
      await runCommand(editor, 'Testing: Focus on Test Explorer View');
      writeFileSync(path.join(editor.workspace, 'long.prompt-test.yaml'), LONG);
      await until('long.prompt-test.yaml', /Not yet run/);
      await runCommand(editor, 'Test: Run All Tests');
      await until('long.prompt-test.yaml', /Running/);
      await runCommand(editor, 'Test: Cancel Test Run');
      await until('long.prompt-test.yaml', /Skipped/);
    },
    READ_MS,
  );

  it('have results that open as a table', async () => {
    const box = await quickInput(editor, path.join(editor.workspace, 'kept.prompt-results.json'));
    await box.locator('.monaco-list-row').filter({ hasText: 'kept.prompt-results.json' }).first().click();
    const frame = await webviewFrame(editor, 'Prompt Test Results');
    expect(await frame.locator('h2').innerText()).toBe('kept.prompt-test.yaml');
  });
});
