import type { FixFinding } from '../../fixes/fixes';
import type { RuleWords } from '../rule';

/** Longest word that is taken for the name of a slot. */
const NAME = /[A-Za-z_]\w{0,40}/g;

/** The slot between tags named after it; where it is joined to texts of a program, as literals beside it. */
const betweenTags: FixFinding = ({ text, finding: { start, end } }) => {
  const name = [...text.slice(start, end).matchAll(NAME)].at(-1)?.[0].toLowerCase() ?? 'input';
  const [open, close] = [`<${name}>`, `</${name}>`];
  const isInText = /^(?:\$?\{|#\{|%|\$)/.test(text.slice(start, end));
  const sign = /([+.])\s*$/.exec(text.slice(Math.max(0, start - 20), start))?.[1];
  if (!isInText && !sign) return [];
  const before = isInText ? open : `"${open}" ${sign} `;
  const behind = isInText ? close : ` ${sign} "${close}"`;
  return [
    {
      kind: 'wrap',
      safe: false,
      edits: [
        { start, end: start, text: before },
        { start: end, end, text: behind },
      ],
    },
  ];
};

/** A place of a prompt that text of others is put into, where nothing tells its end. */
export const bareInput: RuleWords = {
  id: 'trust/bare-input',
  title: 'Input without a border',
  why: 'What is put in here can be taken for the words of the prompt.',
  todo: 'Put tags or a fence around it.',
  severity: { author: null, user: null, untrusted: 'information' },
  fixes: betweenTags,
};
