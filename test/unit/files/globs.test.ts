import path from 'node:path';
import { expect, it } from 'vitest';
import { leadsOut, meantBy } from '../../../src/files/globs';

const folder = path.resolve('shop');

it.each<[globs: string[], meant: string[], not: string[]]>([
  [['**/*.eml'], ['one.eml', 'a/.b/two.eml', 'three.eml/part.txt'], ['one.txt']],
  [['*.eml'], ['one.eml'], ['a/two.eml']],
  [['mails/*'], ['mails/one.eml', 'mails/.old'], ['mails/a/two.eml', 'one.eml']],
  [['mails', './notes/'], ['mails/one.eml', 'mails/a/two.eml', 'notes/x'], ['other/mails.txt']],
  [
    ['**/*.{md,txt}', '!drafts/**'],
    ['a.md', 'a/b.txt'],
    ['drafts/c.md', 'a.eml'],
  ],
  [['!(a|b).md'], ['c.md'], ['a.md']],
  [[`${folder}/a/*.md`], ['a/b.md'], ['b.md']],
  [['**/*'], ['a', 'a/b/.c'], []],
  [[], [], ['a']],
])('%j name what a shell would', (globs, meant, not) => {
  const isMeant = meantBy(globs, folder);
  expect(meant.filter((each) => !isMeant(each))).toEqual([]);
  expect(not.filter(isMeant)).toEqual([]);
});

it('one that names nothing below any folder is known', () => {
  expect(['../docs/*.md', '..', 'a/../../b'].filter(leadsOut)).toHaveLength(3);
  expect(['docs/*.md', 'a/../b', '..a/*', `${folder}/*`].filter(leadsOut)).toEqual([]);
});
