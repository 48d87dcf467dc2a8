import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { AnalysisResult } from '../../src/protocol/analysis';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');

it('keeps the last tokens of a prompt longer than the context where asked, and says so', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-long-'));
  try {
    const file = path.join(folder, 'long.md');
    writeFileSync(file, 'word '.repeat(8_300));
    const args = [cli, 'analyze', file, '--keep-last', '--format', 'json'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 });
    expect(stderr).toBe('');
    const { truncated, tokens } = AnalysisResult.parse(JSON.parse(stdout));
    expect(truncated?.kept).toBe(8_192);
    expect(truncated!.tokens).toBeGreaterThan(8_192);
    expect(tokens).toHaveLength(8_192);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 900_000);
