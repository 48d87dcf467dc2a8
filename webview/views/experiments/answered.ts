import type { NextToken } from '../../../src/protocol/analysis';
import type { Token } from '../../../src/protocol/attention';
import { channelMaps } from '../../maps/channelMaps';
import type { MapSource } from '../../maps/mapSource';
import type { AskModel, View, ViewState } from '../../state/state';
import { createStore, type Store } from '../../state/store';

/** Maps of the prompt with its answer behind it. */
export function answeredMaps(view: View, ask: AskModel, answer: readonly NextToken[]): MapSource {
  const then = answer.map(({ id }) => id);
  return channelMaps(view.shown.result.tokens.length + then.length, (request, signal, onProgress) =>
    ask('maps', { ...request, then }, { signal, onProgress }),
  );
}

/**
 * The view of the prompt with its answer behind it, as a message of the assistant: each of its tokens is a query like
 * any other. What was summed up over the prompt (the sink, the reading position) stays that of the prompt.
 */
export function answeredView(
  view: View,
  maps: MapSource,
  answer: readonly NextToken[],
): View & { store: Store<ViewState> } {
  const { shown, host } = view;
  const { result } = shown;
  const { length } = result.text;
  const segment = result.segments.length;
  const tokens: Token[] = [
    ...result.tokens,
    ...answer.map(({ id, text }) => ({
      id,
      text,
      origin: 'source' as const,
      segment,
      start: null,
      end: null,
    })),
  ];
  const store = createStore<ViewState>({
    ...view.store.get(),
    ...{
      token: result.tokens.length,
      scope: 'all-layers',
      cursor: null,
      looked: null,
      highlighted: null,
      window: null,
    },
  });
  return {
    ...view,
    store,
    maps,
    shown: {
      ...shown,
      result: {
        ...result,
        tokens,
        segments: [...result.segments, { role: 'assistant', trust: 'author', start: length, end: length }],
      },
    },
    host: {
      ...host,
      // The answer stands in no editor.
      chooseToken: (token) => token < result.tokens.length && host.chooseToken(token),
    },
    openMap: ({ layer, head, cursor }) =>
      store.set({ layer, head, ...(cursor ? { cursor, window: null } : {}) }),
  };
}
