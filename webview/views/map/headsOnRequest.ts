import type { SmallMapsFigureOptions } from '../../figures/smallMapsFigure';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';

/** Tokens of a prompt from which on no run of the model begins without being asked for: it would keep other maps waiting. */
const LONG_PROMPT = 1000;

/** Whether maps of single heads wait until the person asks for them. */
export function headsOnRequest({ l10n, shown, maps }: View): Pick<SmallMapsFigureOptions, 'onRequest'> {
  const isLong = maps.headsTakeRun && shown.result.tokens.length >= LONG_PROMPT;
  return isLong ? { onRequest: l10n.t(strings.headsOnRequest) } : {};
}
