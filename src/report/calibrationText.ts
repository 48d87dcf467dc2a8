import type { Calibration, CalibrationRow, Figure } from '../protocol/measured/calibration';
import { foreignLine } from './foreignLine';

const percent = (value: number): string => (Number.isFinite(value) ? `${(100 * value).toFixed(1)} %` : '–');
const two = (value: number): string => (Number.isFinite(value) ? value.toFixed(2).replace(/^0\./, '.') : '–');
const range = ({ value, low, high }: Figure, say: (value: number) => string): string =>
  `${say(value)} (${say(low)} to ${say(high)})`;

/** What a calibration found out, for a terminal. */
export function calibrationText(calibration: Calibration): string {
  const { model, clean, planted, skipped, falseAlarms, rows, classifier } = calibration;
  const asked = percent(falseAlarms);
  const lines = [
    `${foreignLine(model.name)}: ${clean} clean texts, ${planted} of them again with a plant${skipped > 0 ? `; ${skipped} could not be read` : ''}.`,
    'Each figure is from files, and families of plants, that the score was not fitted to; in brackets its 95 % interval.',
    '',
    ...table(rows, asked),
    '',
    verdictOf(calibration, asked),
  ];
  if (classifier) lines.push('', ofClassifier(classifier, asked));
  if (rows.some(({ name }) => name === 'attention heads')) lines.push('', ofHeads(calibration));
  return `${lines.join('\n')}\n`;
}

function table(rows: readonly CalibrationRow[], asked: string): string[] {
  const cells = [
    [
      'score',
      'AUROC',
      `found at ${asked} false alarms`,
      'clean flagged, threshold carried over',
      'right sentence first',
    ],
    ...rows.map(({ name, auroc, recall, flagged, rightFirst }) => [
      name,
      range(auroc, two),
      range(recall, two),
      range(flagged, percent),
      rightFirst === null || name === 'length' || name === 'attention heads' ? '–' : two(rightFirst),
    ]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
}

function verdictOf({ verdict, threshold, layers, falseAlarms, clean }: Calibration, asked: string): string {
  const where = `states after ${layers.length === 1 ? 'layer' : 'layers'} ${layers.join(', ')}`;
  switch (verdict) {
    case 'warns':
      return `The probe (${where}) is better than length, longest sentence and n-grams. It warns from a score of ${threshold!.toFixed(3)} on, which ${asked} of these clean texts reach.`;
    case 'no-better':
      return `The probe (${where}) is not better than length, longest sentence and n-grams together, so it does not warn; its scores are still shown.`;
    case 'too-few-files':
      return `The probe (${where}) is better than the baselines, but a threshold for ${asked} of files needs ${Math.ceil(1 / falseAlarms)} clean texts or more, and these are ${clean}. It does not warn; name more texts, or allow more by --false-alarms.`;
  }
}

function ofClassifier(
  { name, label, threshold }: NonNullable<Calibration['classifier']>,
  asked: string,
): string {
  const said = `The classifier “${foreignLine(name)}”, label ${foreignLine(label)}`;
  return threshold === null
    ? `${said}: too few clean texts for a threshold.`
    : `${said}: ${asked} of these clean texts reach ${threshold.toFixed(4)}.`;
}

function ofHeads({ rows, heads }: Calibration): string {
  const row = (name: CalibrationRow['name']) => rows.find((one) => one.name === name)?.auroc;
  const own = row('attention heads')!;
  const length = row('length')!;
  const chosen =
    heads.length === 0
      ? 'No attention head stands apart as Attention Tracker asks'
      : `${heads.length} attention heads stand apart as Attention Tracker asks (${heads
          .slice(0, 5)
          .map(({ layer, head }) => `${layer}.${head}`)
          .join(', ')}${heads.length > 5 ? ' …' : ''})`;
  // Planted texts may be the shorter ones, and length tells as much by that.
  const byLength = Math.max(length.value, 1 - length.value);
  const tells = own.low > byLength;
  return `${chosen}. On texts they were not chosen on, heads ${tells ? 'tell more than length does' : 'tell nothing that length does not'}: AUROC ${range(own, two)}, length ${two(byLength)}${length.value < 0.5 ? ' (the shorter ones)' : ''}.`;
}
