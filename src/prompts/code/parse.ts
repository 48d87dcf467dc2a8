import type * as TreeSitter from '@vscode/tree-sitter-wasm';
import type { Language, Parser, Tree } from '@vscode/tree-sitter-wasm';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Grammar } from './languages';

const PACKAGE = '@vscode/tree-sitter-wasm';

interface Loaded {
  parser: Parser;
  languages: Map<Grammar, Promise<Language>>;
  load: (grammar: Grammar) => Promise<Language>;
}

let loaded: Promise<Loaded> | undefined;

/** Parses a program; its nodes count UTF-16 code units. The parser and a grammar are loaded when first asked for. */
export async function parse(text: string, grammar: Grammar): Promise<Tree | null> {
  const { parser, languages, load } = await (loaded ??= start());
  let language = languages.get(grammar);
  if (!language) languages.set(grammar, (language = load(grammar)));
  parser.setLanguage(await language);
  return parser.parse(text);
}

async function start(): Promise<Loaded> {
  // A package beside the bundles, whose grammars are files of their own.
  const require = createRequire(__filename);
  const { Parser, Language } = require(PACKAGE) as typeof TreeSitter;
  await Parser.init();
  const folder = dirname(require.resolve(PACKAGE));
  return {
    parser: new Parser(),
    languages: new Map(),
    load: (grammar) => Language.load(join(folder, `tree-sitter-${grammar}.wasm`)),
  };
}
