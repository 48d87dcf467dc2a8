import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import { promptFileGlobs } from '../../../src/prompts/promptFiles';

const { menus } = manifest.contributes;
/** A file name for each glob of prompt files. */
const names = promptFileGlobs.map((glob) => glob.slice(glob.lastIndexOf('/') + 1).replace('*', 'some.name'));

for (const place of ['explorer/context', 'editor/title'] as const) {
  const entry = menus[place].find(({ command }) => command === 'attnscope.analyze');
  const [, pattern] = /resourceFilename =~ \/(.+)\/(?:\)|$)/.exec(entry?.when ?? '') ?? [];

  describe(`the menu ${place}`, () => {
    it('offers the analysis on all files that count as prompts by their name', () => {
      expect(names.filter((name) => !new RegExp(pattern!).test(name))).toEqual([]);
    });

    it('does not offer it on other files', () => {
      const others = ['README.md', 'notes.txt', 'package.json', 'prompt.py', 'MYAGENTS.md', 'mcp.jsonc'];
      expect(others.filter((name) => new RegExp(pattern!).test(name))).toEqual([]);
    });
  });
}
