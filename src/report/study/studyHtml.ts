import { deflateRawSync } from 'node:zlib';
import { blockNames } from '../../protocol/borders/embedded';
import type { StudyPoint, StudyReport } from '../../protocol/measured/study';
import { className } from './figures';
import type { ReportSection, ReportTable } from './page';
import { escapeHtml, sealedPage } from '../sealedPage';
import { studySections } from './sections';

/** The page's own code. */
export interface StudyPageCode {
  /** `dist/study.js` */
  script: string;
  /** `dist/study.css` */
  css: string;
}

/** A chart of the page and what is said of it; `data-chart` names what the program draws. */
const CHARTS = [
  {
    name: 'wanted',
    title: 'Anomaly and obedience',
    says: 'Each point is a prompt: to the right the more anomalous ones, above those after which the model is likelier to answer with the mark that the text asks for. Filled points wrote it.',
    saysNot:
      'A slope over all points can come from the classes alone; the table of correlations has each class by itself.',
    has: ({ anomaly, behaviour }: StudyPoint) => anomaly !== null && typeof behaviour?.wanted === 'number',
  },
  {
    name: 'length',
    title: 'Anomaly and length',
    says: 'Each point is a prompt: to the right the longer ones, above the more anomalous ones. Filled points told the secret or wrote the mark.',
    saysNot:
      'The baseline models the length, so no slope is expected. Normal prompts that it was fitted to are left out.',
    has: ({ anomaly }: StudyPoint) => anomaly !== null,
  },
] as const;

/** A study as one page that needs no network: all that it says stands in it as text, and charts are drawn beside. */
export function studyHtml(report: StudyReport, { script: program, css }: StudyPageCode): string {
  const sections = studySections(report);
  const [before, after] = [sections.slice(0, -1), sections.slice(-1)];
  const data = JSON.stringify(report.points);
  return sealedPage({
    ...{ title: 'Study', css, program, data },
    body: `<main class="study">
<h1>Normal prompts, jailbreaks and injections</h1>
${before.map(sectionHtml).join('\n')}
${chartsHtml(report.points)}
${after.map(sectionHtml).join('\n')}
</main>`,
    blocks: [[`attn-${blockNames.study}`, deflateRawSync(Buffer.from(data)).toString('base64')]],
  });
}

function sectionHtml({ title, says, tables }: ReportSection): string {
  return `<section><h2>${escapeHtml(title)}</h2>
${says.map((one) => `<p>${escapeHtml(one)}</p>`).join('\n')}
${tables.map((table) => tableHtml(table, title)).join('\n')}</section>`;
}

/** `title`: of the section, which tells tables of the same caption apart. */
function tableHtml({ caption, columns, rows }: ReportTable, title: string): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const line = ([name = '', ...cells]: readonly string[]) =>
    `<tr><th scope="row">${escapeHtml(name)}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  const label = escapeHtml(`${title}: ${caption}`);
  return `<p class="study-caption">${escapeHtml(caption)}</p>
<div class="study-table" tabindex="0" role="region" aria-label="${label}"><table aria-label="${label}"><thead><tr>${head}</tr></thead>
<tbody>${rows.map(line).join('\n')}</tbody></table></div>`;
}

function chartsHtml(points: readonly StudyPoint[]): string {
  const drawn = CHARTS.filter(({ has }) => points.some(has));
  if (drawn.length === 0) return '';
  const figures = drawn.map(
    ({ name, title, says, saysNot }) => `<figure><h3>${escapeHtml(title)}</h3>
<div class="study-chart"><canvas data-chart="${name}" role="img" aria-label="${escapeHtml(`${title}. The numbers stand in the table below.`)}"></canvas></div>
<figcaption>${escapeHtml(says)} ${escapeHtml(saysNot)}</figcaption></figure>`,
  );
  return `<section><h2>Figures</h2>
<noscript><p>Charts are drawn with a script of this page, and scripts are turned off here. Their numbers stand in the table.</p></noscript>
${figures.join('\n')}
<details><summary>All points as a table</summary>${tableHtml(pointsTable(points), 'Figures')}</details></section>`;
}

function pointsTable(points: readonly StudyPoint[]): ReportTable {
  const yes = (shown: boolean | undefined) => (shown === undefined ? '–' : shown ? 'yes' : 'no');
  const number = (value: number | null | undefined) => (typeof value === 'number' ? value.toFixed(2) : '–');
  return {
    caption: 'Each prompt',
    columns: [
      'prompt',
      'class',
      'language',
      'tokens',
      'anomaly',
      'ln p of the mark per token',
      'told the secret',
      'wrote the mark',
    ],
    rows: points.map(({ id, class: kind, language, tokens, anomaly, reference, behaviour }) => [
      `${id}`,
      className[kind],
      language ?? '–',
      `${tokens}`,
      reference ? 'in the baseline' : number(anomaly),
      number(behaviour?.wanted),
      yes(behaviour?.checks.canary),
      yes(behaviour?.checks.followed),
    ]),
  };
}
