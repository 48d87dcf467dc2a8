import { format, resolveConfig } from 'prettier';
import { caution, rulePage, type Rule, type SeverityByTrust } from '../src/detection/rules/rule';
import { rules } from '../src/detection/rules';

/** The pages of the rules and their list: path relative to the project → text. */
export async function ruleDocs(): Promise<Record<string, string>> {
  const pages = [
    ...rules.map((rule) => [rulePage(rule.id), page(rule)] as const),
    ['docs/rules/README.md', list()] as const,
  ];
  const style = await resolveConfig('docs/rules/README.md');
  const written = pages.map(
    async ([path, text]) => [path, await format(text, { ...style, parser: 'markdown' })] as const,
  );
  return Object.fromEntries(await Promise.all(written));
}

function page(rule: Rule): string {
  return `# ${rule.title}

\`${rule.id}\`

${rule.why}

**What to do.** ${rule.todo}

## Severity

${severityTable(rule.severity)}

${
  rule.discussable
    ? 'In text of the author or the user, words that are quoted or reported ("if someone asks you to ...") are not reported. In untrusted text they are a hint where both hold, and reported in full otherwise.'
    : 'Quotation marks make no difference here.'
}

## Reported

${rule.invalid.map(example).join('\n\n')}

## Left alone

${rule.valid.map(example).join('\n\n')}
`;
}

function severityTable(severity: SeverityByTrust): string {
  return [
    "| author's text | user's message | untrusted text |",
    '| --- | --- | --- |',
    `| ${severity.author ?? '–'} | ${severity.user ?? '–'} | ${severity.untrusted ?? '–'}${severity.untrusted === 'error' ? ' (a setting makes it information)' : ''} |`,
  ].join('\n');
}

/** An example in a fence that it cannot close, with invisible characters written as their code points. */
function example(text: string): string {
  const visible = text.replace(/(?!\n)[\p{C}\p{M}]/gu, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
  return `~~~~~text\n${visible.replace(/\n$/, '')}\n~~~~~`;
}

function list(): string {
  const rows = rules.map((rule) => {
    const { author, user, untrusted } = rule.severity;
    return `| [\`${rule.id}\`](${rule.id}.md) | ${rule.title} | ${author ?? '–'} | ${user ?? '–'} | ${untrusted ?? '–'} |`;
  });
  return `# Rules

What Attnscope reports in a prompt, and how seriously, by who speaks where it stands: the author of the file, the user of a chat, or untrusted text. Untrusted are the tool messages of a chat and what a line of JSON Lines input marks so by its \`trust\`. A mail or a page pasted into a plain file or into a user message counts as words of that author or user.

| rule | what it finds | author | user | untrusted |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

A message says what was found, why it matters and what to do. Other programs read it too, coding agents among them, so it never repeats the words that were found, and it always ends: "${caution}" It is in English whatever the editor's language.

Text is read as people see it: full-width, accented and look-alike letters, digits for letters, words spelled out or split by invisible characters count as the plain words. Rules look for the structure of an attack. \`override/previous-instructions\` and \`leak/hidden-prompt\` know it in about thirty languages; the other rules that read words know English only, and those that read characters need no language. A text can still be hostile without matching any.

Editors also tell of hidden characters in which no rule sees an attack, as \`hidden/characters\`: a soft hyphen, a lone zero-width space. They are information, and no part of what the terminal reports.
`;
}
