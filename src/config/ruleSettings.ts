import type { Config, RuleSetting, RuleSettings } from '../protocol/config';
import type { Finding } from '../protocol/finding';
import { familyOf } from '../suppressions/suppression';
import { isNamedBy } from './globs';

/**
 * Findings of a file as the settings want them: those of rules that are off are gone, others have the severity that is
 * set. What is only discussed as an example stays a hint.
 *
 * @param path below the folder of the settings
 */
export function bySettings(findings: readonly Finding[], config: Config, path: string): Finding[] {
  const layers = layersOf(config, path);
  return findings.flatMap((finding) => {
    const setting = settingOf(layers, finding.rule);
    if (setting === 'off') return [];
    return setting === undefined || finding.severity === 'hint'
      ? [finding]
      : [{ ...finding, severity: setting }];
  });
}

/** Whether the settings switch a rule off for a file. */
export function isOff(rule: string, config: Config, path: string): boolean {
  return settingOf(layersOf(config, path), rule) === 'off';
}

/** What is set for a file, the last word first. */
function layersOf(config: Config, path: string): RuleSettings[] {
  return [
    config.rules ?? {},
    ...(config.overrides ?? []).filter(({ files }) => isNamedBy(files, path)).map(({ rules }) => rules),
  ].reverse();
}

/** The first layer that names the rule decides; in it the rule's own name goes before that of its family. */
function settingOf(layers: readonly RuleSettings[], rule: string): RuleSetting | undefined {
  for (const layer of layers) {
    for (const name of [rule, familyOf(rule)]) if (Object.hasOwn(layer, name)) return layer[name];
  }
  return undefined;
}
