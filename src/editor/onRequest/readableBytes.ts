import * as vscode from 'vscode';

/** So many bytes in the person's language, in the unit that suits them. */
export function readableBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const format = {
    style: 'unit',
    unit: units[power],
    unitDisplay: 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(vscode.env.language, format).format(bytes / 1000 ** power);
}
