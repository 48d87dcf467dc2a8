import { Alert } from '../../protocol/measured/alert';

/**
 * Why a line of a log is no alert: `json`: it is no whole JSON, as what a crash or a full disk cut short; `fields`: a
 * field is missing or of the wrong type.
 */
export type LineFault = { fault: 'json' } | { fault: 'fields'; where: string };

/** Reads a line of an alert log. */
export function parseAlert(line: string): { alert: Alert } | LineFault {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { fault: 'json' };
  }
  const parsed = Alert.safeParse(value);
  if (parsed.success) return { alert: parsed.data };
  return { fault: 'fields', where: parsed.error.issues[0]?.path.join('.') || 'the line' };
}
