import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AnalysisResult } from '../../../src/protocol/analysis';
import { example, expectRefusal, file, folder, root, run } from './runCli';

describe('bad input', () => {
  it.each([
    ['an empty file', () => ['analyze', file('empty.md', '')], /empty/],
    [
      'a binary file',
      () => ['analyze', file('b.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0, 255]))],
      /b\.md.*text/,
    ],
    [
      'a binary file to scan',
      () => ['scan', file('b2.md', Buffer.from([0, 1, 2, 0, 255, 254]))],
      /b2\.md.*text/,
    ],
    ['a missing file', () => ['analyze', 'nowhere.md'], /nowhere\.md.*no such file/],
    ['a missing folder to scan', () => ['scan', 'nowhere'], /nowhere.*no such file/],
    [
      'a megabyte',
      () => ['analyze', file('big.md', 'All work and no play. '.repeat(48_000))],
      /\d.*tokens.*8.?192/,
    ],
    [
      'more than the context',
      () => ['analyze', file('long.md', 'word '.repeat(9_000))],
      /\d.*tokens.*8.?192/,
    ],
    ['a missing model', () => ['analyze', example, '--model', 'no-model'], /no-model/],
    [
      'a foreign model',
      () => ['analyze', example, '--model', file('foreign.onnx', 'not a model at all')],
      /foreign\.onnx/,
    ],
    ['an empty model', () => ['analyze', example, '--model', file('empty.onnx', '')], /empty\.onnx/],
    [
      'an unknown option',
      () => ['analyze', example, '--frmat', 'json'],
      /unknown option '--frmat' \(Did you mean --format\?\)/,
    ],
    [
      'lines that are not there',
      () => ['scan', '--input-jsonl', 'nowhere.jsonl'],
      /nowhere\.jsonl.*no such file/,
    ],
    ['an unknown format', () => ['scan', example, '--format', 'xml'], /xml/],
    ['nothing to scan', () => ['scan'], /Name files/],
    ['nothing to analyse', () => ['analyze'], /Name one prompt file/],
    ['files and lines to scan', () => ['scan', example, '--input-jsonl', '-'], /not both/],
    ['a file and lines to analyse', () => ['analyze', example, '--input-jsonl', '-'], /not both/],
    [
      'an output folder that is a file',
      () => ['scan', example, '--out', `${file('taken', '')}/found.txt`],
      /cannot be written: a part of its path is a file/,
    ],
    [
      'inputs that are no inputs',
      () => ['extract', 'm.onnx', '--inputs', file('i.json', '[1]'), '--out', 'o'],
      /i\.json/,
    ],
    ['no feed', () => ['extract', 'm.onnx', '--out', 'o'], /--text/],
  ])('%s is refused in one plain sentence', (_, args, says) => {
    const given = args();
    const got = run(given);
    if (given[0] === 'scan' && got.stdout !== '') {
      // A scan goes on with its other files and still says what it found in them.
      expect(got.stdout).toBe('Nothing was scanned: 1 path left out.\n');
      got.stdout = '';
    }
    expectRefusal(got, says);
  });

  it('a model whose weights are cut short is refused', () => {
    const model = path.join(folder, 'short');
    cpSync(path.join(root, 'media/model'), model, { recursive: true });
    truncateSync(path.join(model, 'model.onnx_data_2'), 1_000_000);
    expectRefusal(run(['analyze', example, '--model', model]), /model/i);
    rmSync(model, { recursive: true });
  });

  it('a model whose graph is cut short is refused', () => {
    const model = path.join(folder, 'cut');
    mkdirSync(model);
    writeFileSync(
      path.join(model, 'model.onnx'),
      readFileSync(path.join(root, 'media/model/model.onnx')).subarray(0, 100_000),
    );
    expectRefusal(run(['analyze', example, '--model', model]), /model\.onnx/);
  });

  it('lone surrogates, tabs and old line ends are read as any text', () => {
    const name = file('odd.md', Buffer.from('\ufefftab\there\r\nand \ud83d\r👩‍🔬 end', 'utf8'));
    const got = run(['analyze', name, '--format', 'json']);
    expect(got.stderr).toBe('');
    const result = AnalysisResult.parse(JSON.parse(got.stdout));
    expect(result.tokens.findLast(({ end }) => end !== null)?.end).toBe(result.text.length);
    expect(got.status).toBe(0);
  });
});

describe('the parser', () => {
  it.each(['scan', 'analyze', 'extract'])('%s: its mistakes are told without placeholders', (command) => {
    const help = run([command, '--help']).stdout;
    expect(help).not.toContain(root);
    const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+) <(\w+)>/gm)];
    expect(options.length).toBeGreaterThan(1);
    for (const [, option, placeholder] of options) {
      const got = run([command, option!]);
      expectRefusal(got, new RegExp(`^${option} needs a value after it\\. .*attnscope ${command} --help`));
      expect(got.stderr).not.toContain(`?${placeholder}`);
    }
  });
});
