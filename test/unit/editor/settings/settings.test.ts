import { describe, expect, it } from 'vitest';
import manifest from '../../../../package.json';
import { DEFAULT_SETTINGS, settingsFrom } from '../../../../src/editor/settings/settings';

interface Declared {
  type: string;
  default: unknown;
  enum?: unknown[];
  scope: string;
}

const declared: Record<string, Declared> = Object.assign(
  {},
  ...manifest.contributes.configuration.map(({ properties }) => properties),
);

/** Settings of the code by their full names. */
const known = Object.fromEntries(
  Object.entries(DEFAULT_SETTINGS).flatMap(([section, values]) =>
    Object.entries(values).map(([key, value]) => [`attnscope.${section}.${key}`, value as unknown]),
  ),
);

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

describe('settings', () => {
  it('that the code reads are those that package.json declares', () => {
    expect(Object.keys(known).sort()).toEqual(Object.keys(declared).sort());
  });

  for (const [name, value] of Object.entries(known)) {
    it(`${name} has the same type and default in both`, () => {
      expect(declared[name]?.default).toEqual(value);
      expect(declared[name]?.type).toBe(jsonType(value));
    });
  }

  it('that have a fixed choice take each of its values', () => {
    for (const [name, { enum: choices = [] }] of Object.entries(declared)) {
      const [, section, key] = name.split('.') as [string, keyof typeof DEFAULT_SETTINGS, string];
      const taken = choices.map(
        (choice) => (settingsFrom((asked) => (asked === name ? choice : undefined))[section] as never)[key],
      );
      expect(taken, name).toEqual(choices);
    }
  });

  it('each say in which scope they can be set', () => {
    for (const [name, { scope }] of Object.entries(declared)) {
      expect(['resource', 'window', 'machine', 'machine-overridable'], name).toContain(scope);
    }
  });

  it('of a folder that is not trusted cannot switch warnings off or choose a model', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const dangerous = Object.keys(known).filter((name) =>
      /^attnscope\.(scan\.|classifier\.|monitor\.|model\.path$|served\.tokenizer$)/.test(name),
    );
    expect([...restrictedConfigurations].sort()).toEqual(dangerous.sort());
  });

  it('are the defaults where nothing is set', () => {
    expect(settingsFrom(() => undefined)).toEqual(DEFAULT_SETTINGS);
  });

  it('are taken where they are set', () => {
    const set: Record<string, unknown> = {
      'attnscope.scan.languages': ['python'],
      'attnscope.scan.paused': true,
    };
    const { scan } = settingsFrom((name) => set[name]);
    expect([scan.languages, scan.paused, scan.exclude]).toEqual([
      ['python'],
      true,
      DEFAULT_SETTINGS.scan.exclude,
    ]);
  });

  it('of another type than declared, or none of the choices, count as not set', () => {
    const set: Record<string, unknown> = {
      'attnscope.scan.languages': 'python',
      'attnscope.scan.exclude': ['**/a', 7],
      'attnscope.scan.maxLength': '10',
      'attnscope.scan.paused': null,
      'attnscope.scan.untrustedSeverity': 'loud',
      'attnscope.analysis.readAs': 'assistant',
    };
    expect(settingsFrom((name) => set[name])).toEqual(DEFAULT_SETTINGS);
  });
});
