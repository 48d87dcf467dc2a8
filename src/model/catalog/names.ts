/** `NAME:TAG`, with the owner before it where it has one; a drive of Windows is none. */
const NAME = /^[\w.-]{2,}(?:\/[\w.-]+)*:[\w.-]+$/;

/** Whether a text names a model as Ollama does. */
export function isOllamaName(text: string): boolean {
  return NAME.test(text);
}
