import { open } from 'node:fs/promises';
import { extname } from 'node:path';

/** How a GGUF file begins (https://github.com/ggml-org/ggml, `docs/gguf.md`). */
const MAGIC = 'GGUF';

/** Whether a file is meant to be a GGUF file: by its ending, or by its first bytes whatever its name (Ollama gives none). */
export async function isGguf(path: string): Promise<boolean> {
  if (extname(path).toLowerCase() === '.gguf') return true;
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return false;
  try {
    const { buffer } = await file.read(new Uint8Array(MAGIC.length), 0, MAGIC.length, 0);
    return Buffer.from(buffer).toString('latin1') === MAGIC;
  } finally {
    await file.close();
  }
}
