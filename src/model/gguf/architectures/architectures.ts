import type { Architecture } from './architecture';
import { gemma2, gemma3 } from './families/gemma';
import { granite } from './families/granite';
import { llama } from './families/llama';
import { olmo2 } from './families/olmo2';
import { phi3 } from './families/phi3';
import { qwen2, qwen3 } from './families/qwen';
import { stablelm } from './families/stablelm';
import { starcoder2 } from './families/starcoder2';

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
