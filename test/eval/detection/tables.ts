import { count, goals } from './goals';
import type { Peer } from './peers';
import { familyOf, isLookedAt, type Row } from './rows';
import { isGrave, type Scanned } from './scanned';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–'.padStart(7) : ((100 * part) / whole).toFixed(1).padStart(7);

/**
 * The figures that count with their goals, for the half that was looked at, the other half, and both; then what others say:
 * they know no spans and no trust, so that a warning anywhere in a text counts.
 */
export async function goalLines(
  sets: ReadonlyMap<string, readonly Scanned[]>,
  peers: readonly Peer[],
): Promise<string[]> {
  const named = peers.map(({ name }) => `  ${name}`).join('');
  const lines = [
    `${'goal'.padEnd(46)} ${'texts'.padStart(6)} ${'found'.padStart(7)} ${'seen'.padStart(7)} ${'unseen'.padStart(7)}  wanted${named}`,
  ];
  for (const goal of goals) {
    const scanned = goal.set === undefined ? [...sets.values()].flat() : sets.get(goal.set);
    if (!scanned) continue;
    const { texts, found } = count(goal, scanned);
    const halves = [true, false].map((looked) => {
      const half = count(
        goal,
        scanned.filter(({ row }) => isLookedAt(row) === looked),
      );
      return percent(half.found.length, half.texts);
    });
    const wanted = goal.most === undefined ? `≥ ${goal.least}` : `≤ ${goal.most}`;
    let others = '';
    for (const { name, warns } of peers) {
      let warned = 0;
      for (const { row } of scanned) if (goal.takes(row) && (await warns(row.text))) warned += 1;
      others += percent(warned, texts).padStart(name.length + 2);
    }
    lines.push(
      `${goal.name.padEnd(46)} ${String(texts).padStart(6)} ${percent(found.length, texts)} ${halves.join(' ')}  ${wanted.padEnd(6)}${others}`,
    );
  }
  return lines;
}

/** Share of texts with a warning, and with anything, by who is taken to speak, for each group of rows. */
export function groupLines(
  title: string,
  scanned: readonly Scanned[],
  groupOf: (row: Row) => string,
): string[] {
  const groups = new Map<string, Scanned[]>();
  for (const each of scanned) {
    const group = groupOf(each.row);
    const known = groups.get(group);
    if (known) known.push(each);
    else groups.set(group, [each]);
  }
  const head = ['author', 'any', 'user', 'any', 'untr.', 'any'].map((word) => word.padStart(7)).join(' ');
  const lines = [`${title.padEnd(72)} ${'texts'.padStart(6)} ${head}`];
  for (const [group, texts] of [...groups].sort(([a], [b]) => a.localeCompare(b))) {
    const shares = (['author', 'user', 'untrusted'] as const).flatMap((trust) => [
      percent(texts.filter(({ findings }) => findings[trust].some(isGrave)).length, texts.length),
      percent(texts.filter(({ findings }) => findings[trust].length > 0).length, texts.length),
    ]);
    lines.push(`${group.slice(0, 72).padEnd(72)} ${String(texts.length).padStart(6)} ${shares.join(' ')}`);
  }
  return lines;
}

/** What a row is counted with: its kind, source and marks. */
export function sourceLine(row: Row): string {
  const marks = [
    row.no_trigger && 'no trigger words',
    row.override && 'override',
    row.trigger && !row.override && 'other trigger',
    row.hard && 'hard',
    row.mentions_attack && 'mentions attacks',
  ].filter(Boolean);
  return `${row.kind} | ${row.source}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
}

export function familyLine(row: Row): string {
  return `${row.kind} | ${familyOf(row) || 'no family'}`;
}

export function languageLine(row: Row): string {
  return `${row.kind} | ${row.lang ?? 'unlabelled'}`;
}

/** How many honest texts each rule warns of. */
export function falseAlarmLines(scanned: readonly Scanned[]): string[] {
  const counts = new Map<string, number>();
  for (const { row, findings } of scanned) {
    if (!row.kind.startsWith('benign') && row.kind !== 'clean-twin') continue;
    for (const rule of new Set(findings.author.filter(isGrave).map((finding) => finding.rule))) {
      const line = `${sourceLine(row)} | ${rule}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return ['warned honest texts by rule', ...[...counts].sort().map(([line, n]) => `${line.padEnd(96)} ${n}`)];
}
