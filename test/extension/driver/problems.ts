import type { Editor } from './editor';
import { runCommand } from './palette';

/** A row of the Problems view. `line` and `column` are 1-based. */
export interface Problem {
  severity: string;
  message: string;
  source: string;
  code: string;
  line: number;
  column: number;
}

/** Rows of the Problems view that are on screen, once there are `min` or 10 s are over. */
export async function problems(editor: Editor, min = 0): Promise<Problem[]> {
  const { page } = editor;
  await runCommand(editor, 'Problems: Focus on Problems View');
  const view = page.locator('.markers-panel');
  await view.waitFor({ timeout: 10_000 });
  const rows = view.locator('.monaco-list-row').filter({ has: page.locator('.marker-icon') });
  if (min > 0) {
    await rows
      .nth(min - 1)
      .waitFor({ timeout: 10_000 })
      .catch(() => undefined);
  }
  return rows.evaluateAll((elements) =>
    elements.map((row) => {
      const text = (selector: string): string => row.querySelector(selector)?.textContent?.trim() ?? '';
      const [, line, column] = /Ln (\d+), Col (\d+)/.exec(text('.marker-line')) ?? [];
      const icon = row.querySelector('.marker-icon')?.className ?? '';
      return {
        severity: /error|warning|info/.exec(icon)?.[0] ?? '',
        message: text('.marker-message'),
        source: text('.marker-source'),
        code: text('.marker-code'),
        line: Number(line),
        column: Number(column),
      };
    }),
  );
}
