import { basename } from 'node:path/posix';
import * as vscode from 'vscode';
import { hubEndpoint, TIMES, type Connection } from '../../../hub/connection';
import { localDisk } from '../../../hub/disk';
import { getOffer } from '../../../hub/getOffer';
import { createRate, describeGet } from '../../../hub/getProgress';
import { listModel } from '../../../hub/listing';
import { parseModelId } from '../../../hub/modelId';
import { chooseOffer, nothingToRead, offersOf, type Offer } from '../../../hub/offers';
import { toWireError } from '../../../protocol/errors';
import { readSettings } from '../../settings/readSettings';
import { said, translated } from '../../translated';
import { readableBytes } from '../readableBytes';
import { hubToken } from './hubToken';

/** At most so often is progress drawn anew, in ms. */
const DRAWN_EVERY_MS = 250;

/**
 * Asks for the id of a model on the hub and which of its files to get, and gets it. Nothing is sent before an id was given.
 * Gives the path of the graph; nothing where the person gave it up.
 *
 * @throws AttnscopeError with what the hub, the network or the disk refuses
 */
export async function getFromHub(secrets: vscode.SecretStorage): Promise<string | undefined> {
  const written = readSettings().hub.endpoint.trim() || (process.env.HF_ENDPOINT ?? '');
  const token = await hubToken(secrets, hubEndpoint(written, false));
  const endpoint = hubEndpoint(written, token !== undefined);
  const { host } = new URL(endpoint);
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Model From the Hub'),
    prompt: vscode.l10n.t('Id of a model on {0}, or the address of its page', host),
    placeHolder: 'ORG/NAME',
    ignoreFocusOut: true,
    validateInput: (given) => (given.trim() === '' ? undefined : problemOf(given, endpoint)),
  });
  if (!text?.trim()) return undefined;
  const id = parseModelId(text, endpoint);
  const connection = (signal: AbortSignal): Connection => ({
    // The one of VS Code, which knows its proxy and certificates.
    ...{ endpoint, token, signal, fetch: (...request) => fetch(...request), times: TIMES },
  });
  const listing = await withSignal(
    vscode.l10n.t('Asking {0} for the files of {1}', host, id.name),
    (signal) => listModel(id, connection(signal)),
  );
  const offers = offersOf(listing);
  if (offers.length === 0) throw nothingToRead(listing);
  const offer =
    id.file === undefined ? await pick(offers, listing.name) : chooseOffer(offers, listing, id.file);
  if (!offer) return undefined;
  return withSignal(vscode.l10n.t('Getting {0}', basename(offer.path)), (signal, show) => {
    const rate = createRate(() => performance.now());
    let [drawn, share] = [0, 0];
    return getOffer(
      offer,
      listing,
      id.revision ?? 'main',
      connection(signal),
      localDisk(process.env),
      (progress) => {
        const now = performance.now();
        const speed = rate(progress.done);
        if (now - drawn < DRAWN_EVERY_MS) return;
        drawn = now;
        const done = (100 * progress.done) / progress.total;
        show({ message: said(describeGet(progress, speed)), increment: done - share });
        share = done;
      },
    );
  });
}

/** What is wrong with an id, in the person's language. */
function problemOf(text: string, endpoint: string): string | undefined {
  try {
    parseModelId(text, endpoint);
    return undefined;
  } catch (error) {
    return translated(toWireError(error)).message;
  }
}

async function pick(offers: readonly Offer[], name: string): Promise<Offer | undefined> {
  const choices = offers.map((offer) => ({
    label: offer.type || basename(offer.path),
    description: readableBytes(offer.bytes),
    detail: offer.path,
    offer,
  }));
  const title = vscode.l10n.t('Which file of {0}?', name);
  const options = { title, matchOnDetail: true, ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(choices, options))?.offer;
}

type Show = (progress: { message?: string; increment?: number }) => void;

/** Work with a notification that shows how far it is and ends it. */
function withSignal<T>(title: string, work: (signal: AbortSignal, show: Show) => Promise<T>): Thenable<T> {
  const { Notification: location } = vscode.ProgressLocation;
  return vscode.window.withProgress({ location, title, cancellable: true }, (progress, cancel) => {
    const abort = new AbortController();
    cancel.onCancellationRequested(() => abort.abort());
    return work(abort.signal, (step) => progress.report(step));
  });
}
