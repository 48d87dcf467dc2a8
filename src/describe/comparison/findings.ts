import type { Finding } from '../../protocol/finding';
import type { ComparedFinding } from '../../protocol/measured/comparison';
import { sentence } from '../../protocol/sentence';
import { segmentName, severityName } from '../names';
import type { Phrase } from '../phrase';

/** What became of a warning, and why. */
export function findingChange({ change, why, before, after }: ComparedFinding): Phrase {
  const { rule } = (after ?? before)!;
  const values = {
    rule,
    ...(before ? { former: placeOf(before), formerly: kindOf(before) } : {}),
    ...(after ? { place: placeOf(after), kind: kindOf(after) } : {}),
  };
  switch (change) {
    case 'came':
      return why === 'text'
        ? sentence('Came: {rule} ({kind}) at {place}. Its words are new.', values)
        : sentence(
            'Came: {rule} ({kind}) at {place}. Its words were there before; what stands around them or who speaks is another.',
            values,
          );
    case 'went':
      return why === 'text'
        ? sentence('Went: {rule} ({formerly}), which was at {former}. Its words are gone.', values)
        : sentence(
            'Went: {rule} ({formerly}), which was at {former}. Its words are still there; what stands around them or who speaks is another.',
            values,
          );
    case 'rewritten':
      return sentence('In other words: {rule} ({kind}) at {place}, formerly at {former}.', values);
    case 'regraded':
      return sentence('Other weight: {rule} at {place}, {formerly} before, {kind} now.', values);
    case 'moved':
      return sentence('Moved: {rule} ({kind}) from {former} to {place}.', values);
    case 'stayed':
      return sentence('Stayed: {rule} ({kind}) at {place}.', values);
  }
}

/** As line and column, the way compilers write them. */
function placeOf({ line, column }: Finding): string {
  return `${line}:${column}`;
}

function kindOf({ severity, segment, suppressed }: Finding): Phrase {
  const kind = { severity: severityName(severity), segment: segmentName(segment) };
  return suppressed
    ? sentence('{severity}, in {segment}, suppressed', kind)
    : sentence('{severity}, in {segment}', kind);
}
