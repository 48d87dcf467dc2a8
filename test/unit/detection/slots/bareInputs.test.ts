import { describe, expect, it } from 'vitest';
import { scanForEditor } from '../../../../src/editor/scanner/scanForEditor';

const bare = async (text: string, path: string) =>
  (await scanForEditor({ text, path })).findings.filter(({ rule }) => rule === 'trust/bare-input');

const applied = (text: string, edits: readonly { start: number; end: number; text: string }[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((said, edit) => said.slice(0, edit.start) + edit.text + said.slice(edit.end), text);

describe('a slot for text of others', () => {
  it.each([
    ['a.ts', 'const prompt = `Sum up this page for me: ${pageText} Be brief.`;', '${pageText}'],
    ['a.py', 'prompt = f"Sum up this page for me: {page.text}. Be brief."', '{page.text}'],
    ['a.rb', 'prompt = "Sum up this page for me: #{document} Be brief."', '#{document}'],
    [
      'a.java',
      'class A { String f() { prompt = "Sum up this page for me: " + userInput + " Be brief."; } }',
      'userInput',
    ],
    ['a.php', '<?php $prompt = "Sum up this page for me: " . $question . " Be brief.";', '$question'],
    ['sum.j2', 'Sum up this page for me: {{ page | trim }} Be brief.', '{{ page | trim }}'],
  ])('without a border is told quietly, and wrapped on request: %s', async (path, text, slot) => {
    const [finding, ...others] = await bare(text, path);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'information',
      segment: { role: 'input', trust: 'untrusted' },
    });
    expect(text.slice(finding!.start, finding!.end)).toBe(slot);
    const wrapped = applied(text, finding!.fixes[0]!.edits);
    expect(wrapped).toMatch(/<(\w+)>.*<\/\1>/);
    expect(await bare(wrapped, path)).toEqual([]);
  });

  it.each([
    ['between tags', 'const prompt = `Sum up: <page>${page}</page> Be brief.`;'],
    ['in a fence', 'const prompt = `Sum up this page:\n"""\n${page}\n"""\nBe brief.`;'],
    ['between lines', 'const prompt = `Sum up this page:\n---\n${page}\n---\nBe brief.`;'],
    ['in quotation marks', 'const prompt = `What does "${question}" mean to you?`;'],
    ['as a message of its own', 'chat({ messages: [{ role: "user", content: `${question}` }] });'],
    ['for a value of the author', 'const prompt = `Write in ${language}, ${MAX_TEXT} words at most.`;'],
  ])('is left alone %s', async (_, text) => {
    expect(await bare(text, 'a.ts')).toEqual([]);
  });

  it('is no slot in a text that no engine reads', async () => {
    expect(await bare('Sum up this page for me: {{ page }} Be brief.', 'AGENTS.md')).toEqual([]);
  });
});
