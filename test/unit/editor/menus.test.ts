import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import { pathPattern } from '../../../src/prompts/files/isPromptFile';
import { allKinds, promptLanguages } from '../../../src/prompts/files/promptFiles';

const { menus } = manifest.contributes;

// Where the front matter decides, the menu would come too often.
const globs = allKinds.filter(({ needs }) => !needs).flatMap(({ globs }) => globs);
const isPrompt =
  `resourceLangId =~ /^(${promptLanguages.join('|')})$/ || ` + `resourcePath =~ /${pathPattern(globs)}/i`;
const [, pattern] = /resourcePath =~ \/(.+)\/i$/.exec(isPrompt)!;

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

  it('and so is comparing them', () => {
    const whenOf = (menu: 'explorer/context' | 'editor/title', name: string) =>
      menus[menu].find(({ command }) => command === name)?.when;
    expect(whenOf('explorer/context', 'attnscope.compareFiles')).toBe(
      'listDoubleSelection && !explorerResourceIsFolder',
    );
    expect(whenOf('explorer/context', 'attnscope.compareWithRevision')).toBe(
      `!listMultiSelection && resourceScheme == file && !explorerResourceIsFolder && (${isPrompt})`,
    );
    expect(whenOf('editor/title', 'attnscope.compareWithSaved')).toBe(`activeEditorIsDirty && (${isPrompt})`);
    expect(whenOf('editor/title', 'attnscope.compareWithRevision')).toBe(
      `resourceScheme == file && (${isPrompt})`,
    );
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
    '/shop/agent.md',
    'C:\\work\\Prompts\\mail.txt',
  ])('as on %s', (path) => expect(path).toMatch(new RegExp(pattern!, 'i')));

  it.each([
    '/shop/README.md',
    '/shop/prompt.py',
    '/shop/MYAGENTS.md',
    '/shop/mcp.jsonc',
    '/shop/docs/page.md',
    '/shop/agents/ann.md',
    '/shop/AGENTS.md/notes.txt',
  ])('not on %s', (path) => expect(path).not.toMatch(new RegExp(pattern!, 'i')));
});
