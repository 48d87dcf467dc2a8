import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settingsNear } from '../../../../src/editor/scanner/settingsNear';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'near-'));
  mkdirSync(path.join(root, '.git'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('knows the line of the settings that calls a file a stranger’s', async () => {
  const settings = path.join(root, '.attnscope.json');
  writeFileSync(
    settings,
    '{\n  "untrusted": [\n    "pages/",\n    "mails/**",\n    "!mails/own.md"\n  ]\n}\n',
  );
  const placeFor = async (name: string) => (await settingsNear({ file: path.join(root, name) }))?.untrustedAt;
  expect(await placeFor('mails/one.md')).toEqual({
    file: settings,
    ...{ line: 4, column: 5, endLine: 4, endColumn: 15 },
  });
  expect(await placeFor('pages/one.md')).toMatchObject({ line: 3 });
  expect(await placeFor('mails/own.md')).toBeUndefined();
  expect(await placeFor('one.md')).toBeUndefined();
});
