/** The work of `attnscope get`: a program of its own, as it carries a client for proxies that nothing else needs. */
import { EnvHttpProxyAgent, fetch as fetchBy, setGlobalDispatcher } from 'undici';
import { createL10n } from '../../describe/l10n';
import { hubEndpoint, TIMES, type Connection } from '../../hub/connection';
import { localDisk } from '../../hub/disk';
import { describeGet, createRate } from '../../hub/getProgress';
import { getOffer } from '../../hub/getOffer';
import { listModel } from '../../hub/listing';
import { parseModelId } from '../../hub/modelId';
import { chooseOffer, nothingToRead, offersOf } from '../../hub/offers';
import { print } from '../writeOutput';

export async function getModel(given: string, onlyList: boolean): Promise<void> {
  const { env } = process;
  const token = env.HF_TOKEN?.trim() || undefined;
  const endpoint = hubEndpoint(env.HF_ENDPOINT ?? '', token !== undefined);
  const id = parseModelId(given, endpoint);
  // Node's own `fetch` knows no proxies before version 24.
  setGlobalDispatcher(new EnvHttpProxyAgent());
  const abort = new AbortController();
  const onInterrupt = () => abort.abort();
  process.once('SIGINT', onInterrupt);
  try {
    const fetch = fetchBy as unknown as typeof globalThis.fetch;
    const connection: Connection = { endpoint, token, fetch, signal: abort.signal, times: TIMES };
    const listing = await listModel(id, connection);
    const offers = offersOf(listing);
    if (onlyList) {
      if (offers.length === 0) throw nothingToRead(listing);
      const line = ({ path, type, bytes }: (typeof offers)[number]) =>
        `${path}\t${type || '-'}\t${(bytes / 1e6).toFixed(1)} MB\n`;
      await print(offers.map(line).join(''));
      return;
    }
    const offer = chooseOffer(offers, listing, id.file);
    const place = await getOffer(
      offer,
      listing,
      id.revision ?? 'main',
      connection,
      localDisk(env),
      progressOn(process.stderr),
    );
    await print(`${place}\n`);
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

/** Shows how far it is: on a terminal as it goes, elsewhere only that it goes on where an earlier try ended. */
function progressOn(stream: NodeJS.WriteStream): Parameters<typeof getOffer>[5] {
  const english = createL10n('en', {});
  const rate = createRate(() => performance.now());
  let told = false;
  return (progress) => {
    if (!told && progress.kept > 0)
      stream.write(`An earlier try left ${(progress.kept / 1e6).toFixed(1)} MB, which are not got again.\n`);
    told = true;
    if (!stream.isTTY) return;
    const isDone = progress.done === progress.total;
    stream.write(`\r\u001b[K${isDone ? '' : english.say(describeGet(progress, rate(progress.done)))}`);
  };
}
