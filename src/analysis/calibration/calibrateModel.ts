import { calibrate, type CalibratedHead } from '../../calibration/calibrate';
import type { Measured, ReadText } from '../../calibration/crossValidate';
import { measureHeads, trackingHeads, type HeadShares } from '../../calibration/heads';
import { rowOf, thresholdOf } from '../../calibration/judge';
import { calibrationTexts, deal, type CalibrationText, type Deal } from '../../calibration/texts';
import type { Piece } from '../../calibration/plants/composeTexts';
import { randomFrom } from '../../statistics/random';
import { stateLayers } from '../../features/stateLayers';
import type { Inference, RequestOptions } from '../../protocol/borders/inference';
import type { Calibration } from '../../protocol/measured/calibration';
import type { ProbeName } from '../../protocol/requests/probes';
import { injectionLabel, refuseLabels } from '../injectionLabel';
import type { OwnClassifier } from '../classifySentences';
import { readHeads } from './readHeads';
import { readText, refuseFew, type Reading } from './readTexts';

/** What is calibrated, and on what. */
export interface CalibrationRequest extends Omit<Reading, 'layers' | 'limit'> {
  probe: ProbeName;
  /** Clean texts, each a file of its own. */
  clean: readonly string[];
  /** Plants of a person's own, in families; the product makes some in any case. */
  plants: readonly Piece[];
  falseAlarms: number;
  seed: number;
  /** Most tokens of a text that are read. */
  limit: number;
  classifier?: OwnClassifier;
  /** Files whose attention heads are read too; less than 20 leaves that out. */
  headFiles: number;
}

/** Texts of a file that was read, told as the work goes on. */
export type OnText = (done: number, total: number) => void;

/** Fewest clean texts from which anything can be said. */
const FEWEST = 20;
/** Characters of a text for a token of the limit, at least. */
const LONGEST_TOKEN = 6;

/** A calibration, and the head that it ends in. */
export interface ModelCalibration {
  calibration: Calibration;
  head: CalibratedHead['head'];
  hidden: number;
}

/**
 * Calibrates a model on clean texts: reads them, and the same with plants, measures what its states tell of files and
 * families that they were not fitted to, and what the baselines do.
 *
 * @throws AttnscopeError `bad-input` where there are too few texts; what the inference process refuses
 */
export async function calibrateModel(
  inference: Inference,
  request: CalibrationRequest,
  options: RequestOptions,
  onText: OnText,
): Promise<ModelCalibration> {
  const { model, falseAlarms, probe, classifier } = request;
  const summary = await inference.request('openModel', { model }, options);
  const limit = Math.min(request.limit, summary.contextLength ?? Infinity);
  const layers = stateLayers(summary.layers);
  const dealt = deal();
  const files = request.clean.map((text) => text.slice(0, limit * LONGEST_TOKEN));
  const drafts = calibrationTexts(randomFrom(request.seed), files, request.plants, dealt);
  const reading: Reading = { ...readAs(request), layers, limit };
  const total = drafts.length + 2 * Math.min(request.headFiles, files.length);
  const { read, kept, hidden } = await readAll(inference, drafts, reading, options, (done) =>
    onText(done, total),
  );
  const clean = read.filter(({ kind }) => kind === 'clean').length;
  if (clean < FEWEST) throw refuseFew(clean);

  const fitted = calibrate({ texts: read, layers: layers.length, hidden, dealt, falseAlarms });
  const rows = [...fitted.rows];
  const classified = classifier && (await classifyTexts(inference, classifier, read, dealt, options));
  if (classified) rows.push(rowOf('classifier', classified.measured, falseAlarms));
  // Of a few files nothing can be said.
  const headFiles = Math.min(request.headFiles, clean) < FEWEST ? 0 : request.headFiles;
  const ofHeads = kept.filter(({ file, kind }) => kind !== 'training' && file < headFiles);
  const heads = await readHeads(inference, ofHeads, reading, options, (done) =>
    onText(drafts.length + done, total),
  );
  if (heads.length > 0) rows.push(rowOf('attention heads', measureHeads(heads, dealt), falseAlarms));
  const { name, sha256 } = summary;
  return {
    hidden,
    head: fitted.head,
    calibration: {
      schemaVersion: 1,
      model: { name, sha256 },
      probe,
      clean,
      planted: read.filter(({ kind }) => kind === 'planted').length,
      skipped: drafts.length - read.length,
      falseAlarms,
      layers: fitted.choice.layers.map((at) => layers[at]! + 1),
      threshold: fitted.threshold,
      verdict: fitted.verdict,
      rows,
      classifier: classified
        ? {
            name: classified.name,
            label: classified.label,
            threshold: clean * falseAlarms < 1 ? null : thresholdOf(classified.measured, falseAlarms),
          }
        : null,
      heads: chosen(heads, summary.heads),
    },
  };
}

const readAs = ({ model, as, trust, task }: CalibrationRequest) => ({
  model,
  ...(as === undefined ? {} : { as }),
  ...(trust === undefined ? {} : { trust }),
  ...(task === undefined ? {} : { task }),
});

const chosen = (heads: readonly HeadShares[], perLayer: number) =>
  heads.length === 0
    ? []
    : trackingHeads(heads).map((at) => ({ layer: Math.floor(at / perLayer), head: at % perLayer }));

async function readAll(
  inference: Inference,
  drafts: readonly CalibrationText[],
  reading: Reading,
  options: RequestOptions,
  onRead: (done: number) => void,
): Promise<{ read: ReadText[]; kept: CalibrationText[]; hidden: number }> {
  const read: ReadText[] = [];
  const kept: CalibrationText[] = [];
  let hidden = 0;
  for (const [i, draft] of drafts.entries()) {
    const found = await readText(inference, draft, reading, options);
    onRead(i + 1);
    if (!found) continue;
    read.push(found.text);
    kept.push(draft);
    hidden = found.hidden;
  }
  return { read, kept, hidden };
}

/** What a classifier says of the sentences that were read; it learns nothing, so every part is measured alike. */
async function classifyTexts(
  inference: Inference,
  { path, label }: OwnClassifier,
  texts: readonly ReadText[],
  dealt: Deal,
  options: RequestOptions,
): Promise<{ name: string; label: string; measured: Measured[] }> {
  const { name, labels } = await inference.request('classify', { model: path, texts: [] }, options);
  const meant = injectionLabel(labels, label);
  if (meant === null) throw refuseLabels(labels, label);
  const measured: Measured[] = [];
  for (const text of texts.filter(({ kind }) => kind !== 'training')) {
    const said = { model: path, texts: text.sentences.map((sentence) => sentence.text) };
    const { probabilities } = await inference.request('classify', said, options);
    const scores = probabilities.map((row) => row[meant]!);
    const own = scores.filter((_, i) => text.sentences[i]!.planted !== null);
    const planted = text.kind === 'planted';
    const found = planted ? Math.max(...own) : null;
    measured.push({
      file: text.file,
      fold: dealt.file(text.file),
      planted,
      best: Math.max(...scores),
      found,
    });
  }
  return { name, label: labels[meant]!, measured };
}
