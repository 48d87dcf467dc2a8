import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import { promptFileGlobs, promptLanguages } from '../../../src/prompts/promptFiles';

const { menus } = manifest.contributes;

/** End of a path that a glob of prompt files names, as a regular expression. */
function pathEnd(glob: string): string {
  const name = glob.replace(/^\*\*\//, '');
  const end = name
    .replace(/^\*/, '')
    .replaceAll('.', '\\.')
    .replaceAll('/**/*', '/.*')
    .replaceAll('/', '[\\\\/]');
  return name.startsWith('*') ? end : `(^|[\\\\/])${end}`;
}

const isPrompt =
  `resourceLangId =~ /^(${promptLanguages.join('|')})$/ || ` +
  `resourcePath =~ /(${promptFileGlobs.map(pathEnd).join('|')})$/`;
const [, pattern] = /resourcePath =~ \/(.+)\/$/.exec(isPrompt)!;

it('kept analyses are listed from the title of the panel, in the side bar and in a tab', () => {
  const places = [...menus['view/title'], ...menus['editor/title']].filter(
    ({ command }) => command === 'attnscope.showAnalysis',
  );
  expect(places.map(({ when }) => when)).toEqual([
    'view == attnscope.panel',
    'activeWebviewPanelId == attnscope.tab',
  ]);
});

describe('the analysis is offered on the documents that are scanned as prompts, and on no others', () => {
  it('in the menu of the explorer', () => {
    const entry = menus['explorer/context'].find(({ command }) => command === 'attnscope.analyze');
    expect(entry?.when).toBe(`!explorerResourceIsFolder && (${isPrompt})`);
  });

  it('above the editor', () => {
    const entry = menus['editor/title'].find(({ command }) => command === 'attnscope.analyze');
    expect(entry?.when).toBe(isPrompt);
  });

  it.each([
    '/shop/mail.prompt.md',
    '/shop/.cursor/rules/style.mdc',
    'C:\\work\\.cursor\\rules\\web\\style.mdc',
    'C:\\work\\AGENTS.md',
    'AGENTS.md',
    '/shop/chat.jinja2',
  ])('as on %s', (path) => expect(path).toMatch(new RegExp(pattern!)));

  it.each([
    '/shop/README.md',
    '/shop/prompt.py',
    '/shop/MYAGENTS.md',
    '/shop/mcp.jsonc',
    '/shop/docs/page.mdc',
    '/shop/AGENTS.md/notes.txt',
  ])('not on %s', (path) => expect(path).not.toMatch(new RegExp(pattern!)));
});
