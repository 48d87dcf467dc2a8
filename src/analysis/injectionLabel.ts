import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { sentence } from '../protocol/sentence';

/** Names that say what is looked for; `UNSAFE` and not `SAFE`, `INJECTION` and not `NO_INJECTION`. */
const TELLS = /inject|jailbreak|malicious|unsafe|attack|harmful/i;
const DENIES = /^(?:no|not|non|without|benign|safe)(?![a-z])/i;

/**
 * Which of a classifier's labels means injection: the one that is wanted by name, whatever its case, or the only one
 * whose name tells. `null` where that is not clear.
 */
export function injectionLabel(labels: readonly string[], wanted?: string): number | null {
  const fits = (label: string) =>
    wanted === undefined
      ? TELLS.test(label) && !DENIES.test(label)
      : label.toLowerCase() === wanted.toLowerCase();
  const fitting = labels.flatMap((label, index) => (fits(label) ? [index] : []));
  return fitting.length === 1 ? fitting[0]! : null;
}

/** Says which labels there are to choose from. */
export function refuseLabels(labels: readonly string[], wanted?: string): AttnscopeError {
  const list = labels.map(quoted).join(', ');
  return new AttnscopeError('bad-input', [
    wanted === undefined
      ? sentence('The labels of the classifier do not tell which one means injection: {list}.', { list })
      : sentence('The classifier has no label {wanted}, or several: {list}.', {
          wanted: quoted(wanted),
          list,
        }),
    sentence('Choose one by --classifier-label, in the editor by the setting attnscope.classifier.label.'),
  ]);
}
