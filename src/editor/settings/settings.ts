import type { ReadAs } from '../../protocol/prompt';
import type { Provider } from '../../protocol/requests/provider';

/** All settings of the extension, as plain data. The names are those of package.json below `attnscope.`. */
export interface Settings {
  scan: {
    /** No document is checked while it is true; diagnostics that are shown go away. */
    paused: boolean;
    /** Language ids whose documents are checked beside the prompt files; `*`: all. */
    languages: string[];
    /** Globs of files that are checked beside the prompt files. */
    include: string[];
    /** Globs of files that are not checked. */
    exclude: string[];
    /** UTF-16 code units of a document that are checked; the rest is not. */
    maxLength: number;
    /** Time in ms that the check of one document may take; one that takes longer is checked in part. */
    timeBudget: number;
    /** Severity of what is an error by default: findings in text that is not to be trusted. */
    untrustedSeverity: 'error' | 'information';
  };
  model: {
    /** A model folder or graph file; empty: the bundled model. */
    path: string;
    /** What computes models; the processor where that cannot. */
    provider: Provider;
    /** Threads of one pass; 0: the runtime's choice. */
    threads: number;
    /** Most memory for maps that are kept, in MiB. */
    mapMemory: number;
    /** Most disk space for converted models, in GB. */
    cacheSize: number;
    /** Seconds with nothing to do after which the model leaves the memory. */
    idleSeconds: number;
  };
  served: {
    /** Folder with the tokenizer of the served model; empty: none. */
    tokenizer: string;
    /** PEM file with the certificates to trust; empty: those that Node trusts. */
    certificate: string;
    /** Most time of one request, s. */
    timeLimit: number;
  };
  hub: {
    /** Address of the hub that models are got from; empty: the Hugging Face hub. */
    endpoint: string;
  };
  classifier: {
    /** The folder of a sequence classifier; empty: none. */
    path: string;
    /** Its label that means injection; empty: the one whose name tells, else it is asked for. */
    label: string;
  };
  analysis: {
    /** How a text that is no chat is read, where it was not chosen for its file. */
    readAs: ReadAs;
    /** When the text of an analysis is read again by itself, once it was edited. `typing`: on save too. */
    readAgain: 'never' | 'save' | 'typing';
    /** Prompts are scored by the probes of the model while they are written. */
    inBackground: boolean;
  };
  monitor: {
    /** A baseline of normal prompts that each analysis is checked against; empty: none. */
    baseline: string;
    /** The log of alerts; empty: one of the extension's own. */
    log: string;
    /** Each alert is told by a notification. */
    notify: boolean;
  };
  editor: {
    /** Offers the analysis above the first line of prompt files. */
    codeLens: boolean;
  };
}

/** What holds where the person set nothing; package.json repeats it for the settings editor. */
export const DEFAULT_SETTINGS: Settings = {
  scan: {
    paused: false,
    languages: [],
    include: [],
    exclude: ['**/node_modules/**'],
    maxLength: 1_000_000,
    timeBudget: 3000,
    untrustedSeverity: 'error',
  },
  model: { path: '', provider: 'cpu', threads: 0, mapMemory: 512, cacheSize: 20, idleSeconds: 300 },
  served: { tokenizer: '', certificate: '', timeLimit: 300 },
  hub: { endpoint: '' },
  classifier: { path: '', label: '' },
  analysis: { readAs: 'user', readAgain: 'save', inBackground: false },
  monitor: { baseline: '', log: '', notify: true },
  editor: { codeLens: false },
};

/** Values of the settings that have a fixed choice, by full name. */
const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  'attnscope.scan.untrustedSeverity': ['error', 'information'],
  'attnscope.model.provider': ['cpu', 'cuda', 'directml', 'coreml', 'webgpu'],
  'attnscope.analysis.readAs': ['user', 'system', 'raw'],
  'attnscope.analysis.readAgain': ['never', 'save', 'typing'],
};

/** Name of a section of settings. */
export type SettingsSection = keyof Settings;

/**
 * Settings from what `get` finds under a full name. A value of another type than the default's, or none of
 * those to choose from, is as good as none: settings files are written by hand.
 */
export function settingsFrom(get: (name: string) => unknown): Settings {
  const sections = Object.entries(DEFAULT_SETTINGS).map(([section, defaults]) => {
    const values = Object.entries(defaults).map(([key, byDefault]) => {
      const name = `attnscope.${section}.${key}`;
      const value = get(name);
      const isTaken = hasTypeOf(byDefault, value) && (CHOICES[name]?.includes(value) ?? true);
      return [key, isTaken ? value : byDefault];
    });
    return [section, Object.fromEntries(values)];
  });
  return Object.fromEntries(sections) as Settings;
}

function hasTypeOf(sample: unknown, value: unknown): boolean {
  if (Array.isArray(sample)) return Array.isArray(value) && value.every((item) => typeof item === 'string');
  return typeof value === typeof sample;
}
