import { describe, expect, it } from 'vitest';
import { studyHtml } from '../../../../src/report/study/studyHtml';
import { studyMarkdown } from '../../../../src/report/study/studyMarkdown';
import { study } from '../../../../src/study/study';
import { madePrompts } from '../../study/madePrompts';

const run = { version: '1.2.3', seed: 7, generate: 24, sha256: 'abcdef', errors: [] };
const report = study(madePrompts(40), run);
const longer = study(madePrompts(40, { longer: 0.8 }), run);
const code = { script: 'const end = "</script>";', css: 'p { color: red }' };

describe('a study in Markdown', () => {
  const text = studyMarkdown(report);

  it('says in short what tells the classes apart, beside the length', () => {
    const short = text.slice(text.indexOf('## In short'), text.indexOf('## Prompts'));
    expect(short).toMatch(/Length tells injections from normal prompts no better than chance/);
    expect(short).toMatch(/layer 1, head 2: entropy tells most \(AUROC 0\.[89]/);
  });

  it('warns where length alone tells them apart', () => {
    expect(studyMarkdown(longer)).toMatch(
      /Length alone tells injections from normal prompts \(AUROC 0\.9.*read every other row against that/,
    );
  });

  it('names seed, versions and hashes', () => {
    expect(text).toMatch(/Attnscope 1\.2\.3; model made .*SHA-256 00.*SHA-256 abcdef; seed 7/);
  });

  it('has tables of as many cells as columns', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    const cells = (row: string) => row.replaceAll('\\|', '').split('|').length;
    expect(rows.length).toBeGreaterThan(30);
    for (const [i, row] of rows.entries()) {
      if (/^\| ---/.test(row)) expect(cells(row)).toBe(cells(rows[i - 1]!));
      else if (i > 0 && /^\| ---/.test(rows[i - 1]!)) expect(cells(row)).toBe(cells(rows[i - 1]!));
    }
  });
});

describe('a study as a page', () => {
  const page = studyHtml(report, code);

  it('needs no network: nothing in it is loaded from elsewhere', () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/(?:src|href)="?(?:https?:|\/\/)/);
    expect(page.match(/<script/g)).toHaveLength(2);
  });

  it('names each table, also where classes have tables of the same caption', () => {
    const names = [...studyHtml(report, code).matchAll(/role="region" aria-label="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(15);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has the points of each chart in a table too', () => {
    expect(page).toContain('data-chart="wanted"');
    expect(page).toContain('data-chart="length"');
    for (const id of ['normal-0', 'jailbreak-39', 'injection-12']) expect(page).toContain(`>${id}</th>`);
  });

  it('leaves no chart where nothing can be drawn, and shows names as text', () => {
    const few = madePrompts(12).map((prompt) => ({
      ...prompt,
      line: { ...prompt.line, id: `<b>${prompt.line.id}` },
      figures: { ...prompt.figures, anomaly: null },
      reference: false,
    }));
    const plain = studyHtml(study(few, run), code);
    expect(plain).not.toContain('<canvas');
    expect(plain).toContain('too few normal prompts for a baseline');
    expect(plain).not.toContain('<b>');
  });
});
