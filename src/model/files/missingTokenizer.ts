import { readdir } from 'node:fs/promises';
import { plainText, quoted } from '../../protocol/plainText';
import { sentence, type Sentence } from '../../protocol/sentence';

/** Files that hold a vocabulary in older forms, which transformers makes a `tokenizer.json` of. */
const OLDER = [
  /^vocab\.txt$/,
  /^(?:spiece|tokenizer|sentencepiece\.bpe)\.model$/,
  /^vocab\.json$/,
  /\.tiktoken$/,
] as const;

/** Says that a model's folders hold no `tokenizer.json`, and what to do with what they hold in its place. */
export async function missingTokenizer(folders: readonly string[], model: string): Promise<Sentence> {
  const names = (await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])))).flat();
  const older = names.find((name) => OLDER.some((form) => form.test(name)));
  if (older === undefined)
    return sentence(
      'The model {model} has no tokenizer.json, so text cannot be fed to it. Put the tokenizer.json of the model into its folder.',
      { model: quoted(model) },
    );
  const folder = plainText(folders.at(-1) ?? '', 120, 'end').replace(/["'\\$]/g, '?');
  return sentence(
    'The model {model} has no tokenizer.json, so text cannot be fed to it: its vocabulary is in {file} alone. Let transformers write the file: {line}.',
    {
      ...{ model: quoted(model), file: quoted(older) },
      line: `python -c "from transformers import AutoTokenizer; AutoTokenizer.from_pretrained('${folder}').save_pretrained('${folder}')"`,
    },
  );
}
