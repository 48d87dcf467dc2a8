/** How a comment is written: between two marks, or from one to the end of the line (`close` is empty). */
export interface CommentForm {
  open: string;
  close: string;
}

const markup: CommentForm = { open: '<!--', close: '-->' };
const jinja: CommentForm = { open: '{#', close: '#}' };
const handlebars: CommentForm = { open: '{{!--', close: '--}}' };
const hash: CommentForm = { open: '#', close: '' };
const slashes: CommentForm = { open: '//', close: '' };
const block: CommentForm = { open: '/*', close: '*/' };
const dashes: CommentForm = { open: '--', close: '' };
const percent: CommentForm = { open: '%', close: '' };

/** Forms of comments by the ending of a file's name or the editor's name of its language; the first is the one written. */
const forms: readonly (readonly [names: string, CommentForm[]])[] = [
  ['yaml yml toml py python pyi ipynb sh bash shellscript zsh fish ps1 powershell rb ruby r pl perl', [hash]],
  ['ini conf cfg env properties dockerfile makefile modelfile gitignore ignore tf terraform', [hash]],
  ['js javascript mjs cjs jsx javascriptreact ts typescript mts cts tsx typescriptreact', [slashes, block]],
  ['jsonc json5 go java kt kotlin swift c h cpp hpp cs csharp rs rust scala dart', [slashes, block]],
  ['php', [slashes, block, hash]],
  ['css scss less mdx', [block]],
  ['sql lua', [dashes]],
  ['tex latex', [percent]],
  ['j2 jinja jinja2 jinja-html', [jinja]],
  ['hbs handlebars mustache', [handlebars]],
];

const byName: ReadonlyMap<string, readonly CommentForm[]> = new Map(
  forms.flatMap(([names, of]) => names.split(' ').map((name) => [name, of] as const)),
);

/** Read in every file: nothing else is written like these. */
const everywhere: readonly CommentForm[] = [markup, jinja, handlebars];

/** What is known of a file besides its text. */
export interface CommentedFile {
  path?: string | undefined;
  /** As VS Code names languages. */
  languageId?: string | undefined;
}

/** The forms in which comments are looked for in a file. JSON may have comments, as editors allow them. */
export function formsIn(file: CommentedFile): readonly CommentForm[] {
  const name = nameOf(file);
  const own = name === 'json' ? [slashes, block] : (byName.get(name) ?? []);
  return [...own, ...everywhere.filter((form) => !own.includes(form))];
}

/** The form in which a comment is written into a file; `undefined` where its kind knows none. */
export function formFor(file: CommentedFile): CommentForm | undefined {
  const name = nameOf(file);
  if (name === 'json' || name === 'jsonl') return undefined;
  return byName.get(name)?.[0] ?? markup;
}

/** Whether a file is Markdown, in whose fences comments are samples. */
export function isMarkdown(file: CommentedFile): boolean {
  const own = formsIn(file)[0];
  return own === markup || nameOf(file) === 'mdx';
}

/** The name of a language where it says anything, else the ending of the file's name, or all of it (`Dockerfile`). */
function nameOf({ path, languageId }: CommentedFile): string {
  if (languageId !== undefined && languageId !== 'plaintext') return languageId.toLowerCase();
  const file = path?.split(/[\\/]/).at(-1)?.toLowerCase() ?? '';
  return /\.([^.]+)$/.exec(file)?.[1] ?? file;
}
