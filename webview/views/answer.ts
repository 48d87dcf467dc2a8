import { headline } from '../../src/attention/headline';
import { combine, type Disposable } from '../dom/disposable';
import { h } from '../dom/elements';
import { segmentName } from '../text/names';
import { type View } from '../state/state';
import { strings } from '../text/strings';

/** The answer in one sentence, and what it is not. */
export function mountAnswer(host: HTMLElement, view: View): Disposable {
  const { l10n, shown } = view;
  const { result } = shown;
  const { model, tokens, truncated } = result;
  const parts: Disposable[] = [];
  const countTokens = (n: number) => l10n.count(n, strings.oneToken, strings.tokens);

  host.append(
    h(
      'p',
      { class: 'overline' },
      h('span', { class: 'file-name' }, shown.title),
      ' · ',
      l10n.t(strings.summary, {
        model: model.name,
        layers: l10n.count(model.layers, strings.oneLayer, strings.layers),
        heads: l10n.count(model.heads, strings.oneHead, strings.heads),
        tokens: countTokens(tokens.length),
      }),
    ),
  );
  const answer = headline(result);
  const heading = h('h1', { class: 'answer', tabindex: -1 });
  const details: string[] = [];
  if (answer.kind === 'finding') {
    const { share, place, bestHead } = answer.span.reading;
    const rule = result.findings[answer.finding]?.rule ?? '';
    heading.append(
      ...emphasized(l10n.t(strings.answerFinding), {
        share: l10n.percent(share.raw),
        tokens: countTokens(answer.tokens),
        segment: segmentName(l10n, answer.segment === null ? undefined : result.segments[answer.segment]),
      }),
      l10n.t(strings.answerFindingWhere, {
        rule,
        layer: String(bestHead.raw.layer),
        head: String(bestHead.raw.head),
        best: l10n.percent(bestHead.raw.share.raw),
      }),
    );
    if (place) {
      details.push(
        l10n.t(strings.answerTimes, {
          times: l10n.weight(Number(place.raw.ratio.toPrecision(2))),
          rank: place.raw.rank,
          windows: place.raw.windows,
        }),
      );
    }
    details.push(l10n.t(strings.answerNoSink, { share: l10n.percent(share.withoutSink) }));
  } else if (answer.kind === 'segment') {
    heading.append(
      ...emphasized(l10n.t(strings.answerSegment, { layer: String(answer.layer) }), {
        share: l10n.percent(answer.share),
        tokens: countTokens(answer.tokens),
        segment: segmentName(l10n, result.segments[answer.segment]),
      }),
    );
  } else {
    const { sinkShare, halfFrom } = answer;
    const sentence =
      halfFrom === 0
        ? strings.answerSpreadNone
        : halfFrom === 1
          ? strings.answerSpreadOne
          : strings.answerSpread;
    heading.append(
      ...emphasized(l10n.t(sentence), { share: l10n.percent(sinkShare), tokens: countTokens(halfFrom) }),
    );
  }
  host.append(heading);
  if (details.length > 0) host.append(h('p', { class: 'answer-details' }, details.join(' ')));
  host.append(h('p', { class: 'note' }, l10n.t(strings.answerCaveat)));
  if (truncated) {
    host.append(
      h(
        'p',
        { class: 'notice' },
        l10n.t(strings.truncated, { kept: truncated.kept, tokens: truncated.tokens }),
      ),
    );
  }
  for (const { segment, line } of result.leftOut) {
    const name = segmentName(l10n, result.segments[segment]);
    const notice = h('p', { class: 'notice' });
    const tell = () => {
      notice.textContent = l10n.t(strings.leftOut, {
        segment: name,
        line: line + view.store.get().linesMoved,
      });
    };
    tell();
    parts.push(view.store.subscribe(['linesMoved'], tell));
    host.append(notice);
  }
  return combine(...parts);
}

/** A sentence in which the values that replace `{name}` stand out. */
function emphasized(sentence: string, values: Record<string, string>): (Node | string)[] {
  return sentence.split(/(\{\w+\})/).map((piece) => {
    const value = values[piece.slice(1, -1)];
    return piece.startsWith('{') && value !== undefined ? h('strong', {}, value) : piece;
  });
}
