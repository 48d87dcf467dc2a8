import type { ComparedSection } from '../../protocol/measured/comparison';
import { sentence } from '../../protocol/sentence';
import { segmentName, segmentNames, unmappedName } from '../names';
import type { Phrase } from '../phrase';

/** What the sections are called, with a number where a role comes more than once. */
export function sectionNames(sections: readonly ComparedSection[]): Phrase[] {
  const place = ({ before, after }: ComparedSection) => (after ?? before)!.segment!;
  const segments = sections
    .filter(({ kind }) => kind === 'segment')
    .sort(
      (one, other) => Number(one.after === null) - Number(other.after === null) || place(one) - place(other),
    );
  const names = segmentNames(segments.map(({ speaker }) => speaker!));
  return sections.map((section) => {
    switch (section.kind) {
      case 'segment':
        return names[segments.indexOf(section)]!;
      case 'template':
        return segmentName(undefined);
      case 'unmapped':
        return unmappedName;
      case 'sink':
        return sentence('the sink');
    }
  });
}
