import { byteLevelBpe } from './byteLevelBpe';
import { sentencePiece } from './sentencePiece';
import { shownName, type TokenizerParts, type TokensOfFile } from './tokenizerParts';

/** GGUF token types (llama.h, `llama_token_type`). */
const CONTROL = 3;
const USER_DEFINED = 4;

/** Files of a model folder by name, or why there are none. */
export type TokenizerFiles = { files: Record<string, string> } | { problem: string };

/** Builds `tokenizer.json`, `tokenizer_config.json` and, where there is one, `chat_template.jinja`. */
export function tokenizerFiles(
  metadata: Readonly<Record<string, unknown>>,
  contextLength: number,
): TokenizerFiles {
  const field = (key: string): unknown => metadata[`tokenizer.ggml.${key}`];
  const tokens = strings(field('tokens'));
  const types = field('token_type');
  if (!tokens) return { problem: 'the file has no tokens' };
  const parts = partsOf({ tokens, field });
  if ('problem' in parts) return parts;

  const tokenOf = (key: string): string | undefined => {
    const id = field(`${key}_token_id`);
    return typeof id === 'number' ? tokens[id] : undefined;
  };
  const bos = tokenOf('bos');
  const addBos = bos !== undefined && (field('add_bos_token') ?? parts.addBos) === true;
  const added = tokens.flatMap((content, id) => {
    const type: unknown = Array.isArray(types) ? types[id] : undefined;
    if (type !== CONTROL && type !== USER_DEFINED) return [];
    const special = type === CONTROL;
    return [{ id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special }];
  });

  const files: Record<string, string> = {
    'tokenizer.json': JSON.stringify({
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: added,
      normalizer: parts.normalizer,
      pre_tokenizer: parts.preTokenizer,
      post_processor: addBos ? startsWith(bos, tokens.indexOf(bos)) : null,
      decoder: parts.decoder,
      model: parts.model,
    }),
    'tokenizer_config.json': pretty({
      tokenizer_class: 'PreTrainedTokenizerFast',
      add_bos_token: addBos,
      add_prefix_space: false,
      bos_token: bos,
      eos_token: tokenOf('eos'),
      pad_token: tokenOf('padding'),
      unk_token: tokenOf('unknown'),
      clean_up_tokenization_spaces: false,
      model_max_length: contextLength,
    }),
  };
  const template = metadata['tokenizer.chat_template'];
  if (typeof template === 'string') files['chat_template.jinja'] = template;
  return { files };
}

/** By the kind that the file names. */
function partsOf(file: TokensOfFile): TokenizerParts | { problem: string } {
  const kind = file.field('model');
  if (kind === 'gpt2') return byteLevelBpe(file);
  if (kind === 'llama') return sentencePiece(file);
  return { problem: `tokenizers of kind ${shownName(kind)} are not supported` };
}

function startsWith(token: string, id: number): object {
  const bos = { SpecialToken: { id: token, type_id: 0 } };
  const text = (sequence: string, type_id: number): object => ({ Sequence: { id: sequence, type_id } });
  return {
    type: 'TemplateProcessing',
    single: [bos, text('A', 0)],
    pair: [bos, text('A', 0), { SpecialToken: { id: token, type_id: 1 } }, text('B', 1)],
    special_tokens: { [token]: { id: token, ids: [id], tokens: [token] } },
  };
}

function strings(value: unknown): string[] | null {
  return Array.isArray(value) && value.every((v) => typeof v === 'string') ? value : null;
}

function pretty(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
