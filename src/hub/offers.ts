import { basename, dirname } from 'node:path/posix';
import { isNoModel, isUnreadType, typeInName } from '../model/fileKinds/ggufName';
import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { sentence } from '../protocol/sentence';
import type { ListedFile, Listing } from './listing';

/** A model that can be read, among the files of one on the hub. */
export interface Offer {
  kind: 'gguf' | 'onnx';
  /** Its graph, below the model's folder; of a GGUF file in parts the first. */
  path: string;
  /** Type of the weights by the name of a GGUF file, such as `Q4_K_M`; empty where it does not say. */
  type: string;
  /** The graph, its weights, and the files beside it that reading it takes. */
  files: ListedFile[];
  /** Of all of them. */
  bytes: number;
}

/** `gguf-split` of llama.cpp writes these ends. */
const PART = /-(\d{5})-of-(\d{5})\.gguf$/i;
/** What says how a graph's tokens, prompts and labels are made. */
const BESIDE =
  /^(config|generation_config|tokenizer|tokenizer_config|special_tokens_map|added_tokens|vocab|chat_template)\.json$|^(merges|vocab)\.txt$|^chat_template\.jinja$|^(spiece|tokenizer|sentencepiece\.bpe)\.model$/;

/** What of a model on the hub can be read: GGUF files and ONNX graphs, the smallest first. */
export function offersOf({ files }: Listing): Offer[] {
  return files
    .flatMap((file) => ggufOffer(file, files) ?? onnxOffer(file, files) ?? [])
    .sort((a, b) => a.bytes - b.bytes || (a.path < b.path ? -1 : 1));
}

function ggufOffer(file: ListedFile, files: readonly ListedFile[]): Offer | undefined {
  const { path } = file;
  if (!/\.gguf$/i.test(path) || isNoModel(path)) return undefined;
  const type = typeInName(basename(path).replace(PART, '.gguf'));
  if (isUnreadType(type)) return undefined;
  const [, number, count] = PART.exec(path) ?? [];
  if (number !== undefined && Number(number) !== 1) return undefined;
  const stem = path.replace(PART, '');
  const parts =
    count === undefined
      ? [file]
      : files.filter((each) => PART.test(each.path) && each.path.replace(PART, '') === stem);
  // A model with a part missing is none.
  return parts.length === Number(count ?? 1) ? offer('gguf', path, type, parts) : undefined;
}

function onnxOffer(file: ListedFile, files: readonly ListedFile[]): Offer | undefined {
  const { path } = file;
  if (!/\.onnx$/i.test(path)) return undefined;
  const folder = dirname(path);
  const above = basename(folder) === 'onnx' ? dirname(folder) : folder;
  // As exporters name them: model.onnx_data, model.onnx_data_1, model.onnx.data.
  const weights = files.filter(
    (each) => each.path.startsWith(`${path}_data`) || each.path === `${path}.data`,
  );
  const beside = files.filter(
    (each) => [folder, above].includes(dirname(each.path)) && BESIDE.test(basename(each.path)),
  );
  return offer('onnx', path, '', [...beside, ...weights, file]);
}

function offer(kind: Offer['kind'], path: string, type: string, files: ListedFile[]): Offer {
  return { kind, path, type, files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/**
 * The one that a person means by a file's path, its end, or the type of its weights; where nothing is named, the only one.
 *
 * @throws AttnscopeError `bad-model` where none or several are meant
 */
export function chooseOffer(offers: readonly Offer[], listing: Listing, named: string | undefined): Offer {
  if (offers.length === 0) throw nothingToRead(listing);
  const wanted = named?.toLowerCase();
  const isMeant = [
    ({ path }: Offer) => path.toLowerCase() === wanted,
    ({ path }: Offer) => basename(path).toLowerCase() === wanted,
    ({ type }: Offer) => type.toLowerCase() === wanted,
  ];
  const meant = wanted === undefined ? [offers] : isMeant.map((test) => offers.filter(test));
  const chosen = meant.find((some) => some.length > 0) ?? [];
  if (chosen.length === 1) return chosen[0]!;
  const some = (chosen.length === 0 ? offers : chosen).slice(0, 5).map(({ path }) => quoted(path));
  throw new AttnscopeError('bad-model', [
    chosen.length === 0
      ? sentence('{model} has no file {file} that can be read.', {
          model: quoted(listing.name),
          file: quoted(named ?? ''),
        })
      : sentence('{model} has several files that can be read.', { model: quoted(listing.name) }),
    sentence('Name one after a colon, such as {files}.', { files: some.join(', ') }),
  ]);
}

/** The refusal of a model without a file that can be read, with what to do. */
export function nothingToRead({ name, files }: Listing): AttnscopeError {
  const has = (ending: RegExp) => files.some(({ path }) => ending.test(path));
  return new AttnscopeError('bad-model', [
    sentence('{model} has no GGUF file and no ONNX graph that can be read.', { model: quoted(name) }),
    has(/\.(safetensors|bin|pt|pth)$/i)
      ? sentence(
          'It has weights of PyTorch: export them with “optimum-cli export onnx”, or look for a model of that name with GGUF or ONNX in it.',
        )
      : sentence('Look for a model of that name with GGUF or ONNX in it.'),
  ]);
}
