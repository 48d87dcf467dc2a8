import type { L10n } from '../../src/describe/l10n';
import { openAnalysis } from '../../src/protocol/analysis';
import type { PanelState } from '../../src/protocol/borders/panel';
import type { Disposable } from '../dom/disposable';
import { channelMaps } from '../maps/channelMaps';
import { strings } from '../text/strings';
import { mountComparisonPage } from './comparisonPage';
import type { PageChannel } from './openResult';

type ComparisonState = PanelState & { kind: 'comparison' };

/** Makes the page of a comparison in a tab of the editor. */
export function openComparison(
  root: HTMLElement,
  state: ComparisonState,
  { channel, l10n, announce }: { channel: PageChannel; l10n: L10n; announce: (text: string) => void },
): Disposable {
  const side = ({ analysis, shown }: ComparisonState['before']) => ({
    shown: { ...shown, result: openAnalysis(shown.result) },
    maps: channelMaps(shown.result.tokens.length, (request, signal, onProgress) =>
      channel.request('maps', { ...request, analysis }, { signal, onProgress }),
    ),
  });
  const [before, after] = [side(state.before), side(state.after)];
  return mountComparisonPage(
    root,
    {
      comparison: state.comparison,
      ...{ before: before.shown, after: after.shown },
      maps: { before: before.maps, after: after.maps },
    },
    {
      l10n,
      host: {
        // A comparison is of texts that no editor need hold.
        chooseToken() {},
        chooseFinding() {},
        async save(name, bytes) {
          const { saved } = await channel.request('save', { name, bytes });
          if (saved) announce(l10n.t(strings.saved, { name }));
        },
        announce,
      },
    },
  );
}
