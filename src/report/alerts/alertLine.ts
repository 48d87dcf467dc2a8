import { alertInWords } from '../../describe/alert';
import { createL10n } from '../../describe/l10n';
import type { Alert } from '../../protocol/measured/alert';
import { plainText } from '../../protocol/plainText';

/** Longest name of an input, UTF-16 code units. */
const LONGEST_NAME = 200;

const english = createL10n('en', {});

/** An alert on one line of a terminal: when, which input, and why. Holds no word of the input. */
export function alertLine(alert: Alert): string {
  const { time, input } = alert;
  const place = input.uri === undefined ? '' : ` ${plainText(input.uri, LONGEST_NAME, 'end')}`;
  const line = input.line === undefined ? '' : `:${input.line}`;
  return `${time} ${plainText(String(input.id), LONGEST_NAME, 'end')}${place}${line}\n  ${alertWhy(alert)}`;
}

/** Why there is an alert, in one sentence of English. */
export const alertWhy = (alert: Alert): string => english.say(alertInWords(alert));
