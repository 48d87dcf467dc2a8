import { detect } from '../../../src/detection/detect';
import type { Policy } from '../../../src/detection/policy';
import type { Finding } from '../../../src/protocol/finding';
import type { Prompt, Trust } from '../../../src/protocol/prompt';

/** A plain text as a prompt of one segment. */
export function plainPrompt(text: string, trust: Trust = 'author'): Prompt {
  const { length } = text;
  return {
    format: 'plain',
    rendering: 'raw',
    segments: [
      {
        role: trust === 'untrusted' ? 'data' : trust === 'user' ? 'user' : 'prompt',
        trust,
        start: 0,
        end: length,
        content: text,
        runs: [{ contentStart: 0, contentEnd: length, sourceStart: 0, sourceEnd: length }],
      },
    ],
  };
}

export function findIn(text: string, trust: Trust = 'author', policy: Policy = {}): Finding[] {
  return detect(text, plainPrompt(text, trust), policy);
}

/** The matched texts of a rule. */
export function matched(text: string, rule: string, trust: Trust = 'author'): string[] {
  return findIn(text, trust)
    .filter((finding) => finding.rule === rule)
    .map(({ start, end }) => text.slice(start, end));
}

/** Rules that find something grave. */
export function warned(text: string, trust: Trust = 'author'): string[] {
  return findIn(text, trust)
    .filter(({ severity }) => severity === 'warning' || severity === 'error')
    .map(({ rule }) => rule);
}
