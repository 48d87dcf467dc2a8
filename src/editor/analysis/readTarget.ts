import type { Analyzed } from '../../analysis/analyze';
import type { Inference, RequestOptions } from '../../protocol/borders/inference';
import { classifierOf } from '../model/classifierOf';
import { onDisk } from '../documents/onDisk';
import { isServed } from '../../protocol/text/servedAddress';
import { expand } from '../model/expand';
import { modelOf, ownModel } from '../model/modelOf';
import type { Scanner } from '../scanner/scanner';
import type { ReadAsChoices } from '../settings/readAsChoices';
import { readSettings } from '../settings/readSettings';
import type { AnalysisTarget } from './target';

/** What reads a text, and what it needs of the installed extension. */
export interface Reader {
  inference: Inference;
  scanner: Scanner;
  readAs: Pick<ReadAsChoices, 'of' | 'trustOf'>;
  bundledModel: string;
  toolVersion: string;
}

/** A text, and the document by whose name and settings it is read. */
type TextToRead = Pick<AnalysisTarget, 'text' | 'overflow'> & {
  document: Pick<AnalysisTarget['document'], 'uri' | 'languageId'>;
};

/** What came of a text, and the model folder or graph file that read it. */
export type Reading = Analyzed & { model: string };

/**
 * Has the model of the settings read a text. It is scanned in the thread for that: the editor's own is
 * not to be kept waiting.
 *
 * @throws AttnscopeError as `analyze` and `modelOf` do
 */
export async function readTarget(
  { inference, scanner, readAs, bundledModel, toolVersion }: Reader,
  { document, text, overflow }: TextToRead,
  options: RequestOptions & { signal: AbortSignal },
): Promise<Reading> {
  // Evaluated on the first request, so that VS Code starts without it.
  const { analyze, graphChoices } = await import('./analysisProgram');
  const { uri, languageId } = document;
  // Nobody is asked by what runs unseen.
  const own = options.letRun ? undefined : ownModel(uri);
  if (own !== undefined && !isServed(own) && (await graphChoices(expand(own))).variants.length > 1)
    await (await import('../onRequest/onRequest')).settleGraph(expand(own));
  const model = modelOf(uri, bundledModel);
  const classifier = await classifierOf(uri, inference, { mayAsk: !options.letRun, options });
  const untrusted = readSettings(uri).scan.untrustedSeverity;
  const trust = readAs.trustOf(uri);
  const source = {
    text,
    path: uri.path,
    languageId,
    untrusted,
    trust,
    as: readAs.of(uri),
    disk: onDisk(uri),
  };
  const read = () => scanner.read(source, options.signal);
  const request = { text, model, overflow, toolVersion, untrusted, read, ...(classifier && { classifier }) };
  return { model, ...(await analyze(inference, request, options)) };
}
