import type { Architecture } from './architecture';
import { gemma2, gemma3 } from './gemma';
import { granite } from './granite';
import { llama } from './llama';
import { olmo2 } from './olmo2';
import { phi3 } from './phi3';
import { qwen2, qwen3 } from './qwen';
import { stablelm } from './stablelm';
import { starcoder2 } from './starcoder2';

/** Those that can be imported, by the name that GGUF gives them; each is held to PyTorch by a test. */
export const architectures: Readonly<Record<string, Architecture>> = {
  llama,
  qwen2,
  qwen3,
  gemma2,
  gemma3,
  phi3,
  olmo2,
  granite,
  stablelm,
  starcoder2,
};
