import { fieldsOf } from '../../protocol/text/pythonJson';
import type { SideFile } from './sideFiles';

/** Names under which configurations say how many positions a model has. */
const POSITIONS = [
  'max_position_embeddings',
  'n_positions',
  'n_ctx',
  'max_sequence_length',
  'max_seq_len',
  'seq_length',
];

/** Where a configuration of several models (text and pictures, say) keeps that of the one that reads text. */
const TEXT_PARTS = ['text_config', 'llm_config', 'language_config', 'decoder', 'text_encoder'];

/** Tokenizers without a limit say 1e30. */
const LONGEST_CONTEXT = 1e8;

/**
 * The longest prompt in tokens by `config.json` and `tokenizer_config.json`: the smaller of what the two
 * say, as some models count positions that no token can have. `null` where neither says.
 */
export function contextLength(config: SideFile | undefined, tokenizer: SideFile | undefined): number | null {
  const limits = [positions(config), limit(tokenizer?.model_max_length)].filter((n) => n !== undefined);
  return limits.length > 0 ? Math.min(...limits) : null;
}

function positions(config: SideFile | undefined): number | undefined {
  if (!config) return undefined;
  const own = POSITIONS.map((name) => limit(config[name])).find((n) => n !== undefined);
  return own ?? TEXT_PARTS.map((part) => positions(fieldsOf(config[part]))).find((n) => n !== undefined);
}

function limit(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 1 && value <= LONGEST_CONTEXT ? Math.floor(value) : undefined;
}
