import { format, resolveConfig } from 'prettier';
import { rules } from '../src/detection/rules';
import { everyRule } from '../src/detection/rules/everyRule';
import { modelRules } from '../src/detection/rules/model';
import { suppressionRules } from '../src/detection/rules/suppression';
import { slotRules } from '../src/detection/rules/trust';
import {
  caution,
  rulePage,
  type Rule,
  type RuleWords,
  type SeverityByTrust,
} from '../src/detection/rules/rule';

/** The pages of the rules and their list: path relative to the project → text. */
export async function ruleDocs(): Promise<Record<string, string>> {
  const pages = [
    ...rules.map((rule) => [rulePage(rule.id), page(rule)] as const),
    ...modelRules.map((rule) => [rulePage(rule.id), modelPage(rule)] as const),
    ...suppressionRules.map((rule) => [rulePage(rule.id), suppressionPage(rule)] as const),
    ...slotRules.map((rule) => [rulePage(rule.id), slotPage(rule)] as const),
    ['docs/rules/README.md', list()] as const,
  ];
  const style = await resolveConfig('docs/rules/README.md');
  const written = pages.map(
    async ([path, text]) => [path, await format(text, { ...style, parser: 'markdown' })] as const,
  );
  return Object.fromEntries(await Promise.all(written));
}

function page(rule: Rule): string {
  return `${head(rule)}

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

/** What every page begins with. */
function head({ title, id, why, todo, severity }: RuleWords): string {
  return `# ${title}

\`${id}\`

${why}

**What to do.** ${todo}

## Severity

${severityTable(severity)}`;
}

/** A rule by the states of a model: no example would show what it sees. */
function modelPage(rule: RuleWords): string {
  const isData = rule.severity.untrusted !== null;
  return `${head(rule)}
${isData ? '\nWhere a setting keeps findings in untrusted text at information, this one is information too.\n' : ''}
## How it is found

No words are looked for. When the bundled model analyses a prompt, a small network reads the states of the model at ${
    isData ? 'each token of text that is not to be trusted' : 'each sentence of the author’s text'
  }, and a sentence is reported where its score reaches a threshold that was set on clean texts. So it is found by an analysis, never by \`attnscope scan\`, while typing only with \`attnscope.analysis.inBackground\` on, and not at all with another model: nothing was calibrated for that.

How it is computed, what the threshold was set on, what it was measured to find and what it is blind to: [Probes](../../analyses/probes.md).
`;
}

/** The page of a rule about the slots of a prompt: its words do not matter. */
function slotPage(rule: RuleWords): string {
  return `${head(rule)}

## How it is found

The slots of a prompt in a program (\`\${userInput}\`, \`{document}\`, \`#{question}\`) and in files of template engines (\`{{ document }}\`) whose name says that somebody else writes what is put in: input, query, question, document, message, page, result and the like. Tags, a fence, lines of signs and quotation marks around a slot are a border, and so is a message that holds nothing else. See [which text is trusted](../../prompts.md#a-text-becomes-segments).
`;
}

/** The page of something that is wrong with a suppression: no words of a prompt would show it. */
function suppressionPage(rule: RuleWords): string {
  return `${head(rule)}

Nothing suppresses it. How suppressions are written, where they count, and what else is told of them:
[Suppressions](../../suppressions.md).
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
  const rows = everyRule.map((rule) => {
    const { author, user, untrusted } = rule.severity;
    return `| [\`${rule.id}\`](${rule.id}.md) | ${rule.title} | ${author ?? '–'} | ${user ?? '–'} | ${untrusted ?? '–'} |`;
  });
  return `# Rules

What Attnscope reports in a prompt, and how seriously, by who speaks where it stands: the author of the file, the user of a chat, or untrusted text. Untrusted are the tool messages of a chat, what a line of JSON Lines input marks so by its \`trust\`, and a text that _Treat This Text as Untrusted Data_ marks in the editor. A mail or a page pasted into a plain file or into a user message counts as words of that author or user.

| rule | what it finds | author | user | untrusted |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

A message says what was found, why it matters and what to do. Other programs read it too, coding agents among them, so it never repeats the words that were found, and it always ends: "${caution}" It is in English whatever the editor's language.

Text is read as people see it: full-width, accented and look-alike letters, digits for letters, words spelled out or split by invisible characters count as the plain words. Rules look for the structure of an attack. \`override/previous-instructions\` and \`leak/hidden-prompt\` know it in about thirty languages; the other rules that read words know English only, and those that read characters need no language. A text can still be hostile without matching any.

Those of the family \`suppression\` are about [suppressions](../suppressions.md) themselves.

The two of the family \`model\` look for no words: they are found by an [analysis](../analyses/probes.md) with the bundled model, and never by \`scan\`.

Editors also tell of hidden characters in which no rule sees an attack, as \`hidden/characters\`: a soft hyphen, a lone zero-width space. They are information, and no part of what the terminal reports; [suppressions](../suppressions.md) and settings name them as they name a rule.
`;
}
