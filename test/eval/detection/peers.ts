import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { evaluationFolder } from '../evidence/stateCache';

/** Another scanner, run with its defaults; whether it warns of a text. */
export interface Peer {
  name: string;
  warns(text: string): Promise<boolean>;
}

type Load = (folder: string) => Promise<Peer['warns']>;

/** Loads a module of a package that is no dependency of this project. */
async function load<T>(folder: string, file: string): Promise<T> {
  return (await import(pathToFileURL(path.join(folder, 'node_modules', file)).href)) as T;
}

/** What is used of `ferret-scan`; its rules of severity high and above count. */
interface Ferret {
  DEFAULT_CONFIG: { categories: readonly string[] };
  getRulesForScan(categories: readonly string[], severities: readonly string[]): unknown[];
  matchRules(rules: unknown[], file: object, text: string, options: { contextLines: number }): unknown[];
}

/** What is used of `agent-security-scanner-mcp`; it warns where it would not let a prompt pass. */
interface AgentSecurity {
  scanAgentPrompt(asked: {
    prompt_text: string;
    verbosity: 'minimal';
  }): Promise<{ content: { text: string }[] }>;
}

const known: Readonly<Record<string, Load>> = {
  async 'ferret-scan@2.10.0'(folder) {
    const ferret = await load<Ferret>(folder, 'ferret-scan/dist/index.js');
    const rules = ferret.getRulesForScan(ferret.DEFAULT_CONFIG.categories, ['CRITICAL', 'HIGH']);
    const file = { path: '/CLAUDE.md', relativePath: 'CLAUDE.md', type: 'md', component: 'ai-config-md' };
    return (text) =>
      Promise.resolve(
        ferret.matchRules(rules, { ...file, size: text.length, modified: new Date(0) }, text, {
          contextLines: 0,
        }).length > 0,
      );
  },
  async 'agent-security-scanner-mcp@4.5.9'(folder) {
    const { scanAgentPrompt } = await load<AgentSecurity>(
      folder,
      'agent-security-scanner-mcp/src/tools/scan-prompt.js',
    );
    return async (text) => {
      const { content } = await scanAgentPrompt({ prompt_text: text, verbosity: 'minimal' });
      return ['WARN', 'BLOCK'].includes((JSON.parse(content[0]!.text) as { action: string }).action);
    };
  },
};

/**
 * The scanners that stand beside this one in the table, where they were installed into a folder; what each said of a text is
 * kept in the user's cache folder.
 */
export async function peersIn(folder: string): Promise<Peer[]> {
  const peers: Peer[] = [];
  for (const [name, open] of Object.entries(known)) {
    const cut = name.lastIndexOf('@');
    const manifest = path.join(folder, 'node_modules', name.slice(0, cut), 'package.json');
    const version =
      existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
    if (version === name.slice(cut + 1)) peers.push(kept(name, await open(folder)));
  }
  return peers;
}

/** Peers that were looked for, as npm installs them. */
export const peerPackages: readonly string[] = Object.keys(known);

function kept(name: string, warns: Peer['warns']): Peer {
  mkdirSync(evaluationFolder(), { recursive: true });
  const file = path.join(evaluationFolder(), `${name}.jsonl`);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const said = new Map(lines.map((line) => JSON.parse(line) as [hash: string, warned: boolean]));
  return {
    name,
    async warns(text) {
      const hash = createHash('sha256').update(text).digest('base64');
      let warned = said.get(hash);
      if (warned === undefined) {
        warned = await warns(text);
        said.set(hash, warned);
        appendFileSync(file, `${JSON.stringify([hash, warned])}\n`);
      }
      return warned;
    },
  };
}
