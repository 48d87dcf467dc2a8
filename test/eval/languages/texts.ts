import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from './sources';

/** Lengths of a text, UTF-16 code units. */
const SHORTEST = 500;
const LONGEST = 4_000;
const ENOUGH = 800;

/** Letters of the scripts that are not Latin: a page that was left in English has few. */
const scripts: Partial<Record<Language, RegExp>> = {
  ru: /\p{Script=Cyrillic}/gu,
  zh: /\p{Script=Han}/gu,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  ko: /\p{Script=Hangul}/gu,
  ar: /\p{Script=Arabic}/gu,
  hi: /\p{Script=Devanagari}/gu,
};
const english = /\b(?:the|and|you|is|of|to)\b/gi;

/** The texts of a folder of manuals: paragraphs of its pages, joined until they are long enough. */
export function textsOf(folder: string, language: Language): string[] {
  if (!existsSync(folder)) return [];
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:page|html?|docbook|xml|md|txt)$/.test(file),
  );
  return pages
    .sort()
    .flatMap((page) => cut(plain(readFileSync(path.join(folder, page), 'utf8'))))
    .filter((text) => isIn(text, language));
}

/** A page without its markup, a paragraph a line. */
function plain(page: string): string[] {
  return page
    .replace(/<(head|style|script|info)\b[^]*?<\/\1>/gi, ' ')
    .replace(/<!--[^]*?-->/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/<\/?(?:p|li|item|title|h\d|div|section|td|th|tr|dt|dd|pre|note|steps|list)\b[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function cut(paragraphs: readonly string[]): string[] {
  const texts: string[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    text += `${paragraph.slice(0, LONGEST - ENOUGH)}\n`;
    if (text.length < ENOUGH) continue;
    texts.push(text);
    text = '';
  }
  if (text.length >= SHORTEST) texts.push(text);
  return texts;
}

function isIn(text: string, language: Language): boolean {
  const script = scripts[language];
  if (script) return (text.match(script)?.length ?? 0) > 0.3 * (text.match(/\p{L}/gu)?.length ?? 0);
  return (text.match(english)?.length ?? 0) < 0.05 * text.split(' ').length;
}
