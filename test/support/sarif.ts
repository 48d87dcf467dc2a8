import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';

/** What the types of SARIF 2.1.0, which are made of its schema, find wrong in a log. */
export function sarifMisfits(written: string): string[] {
  const root = path.resolve(import.meta.dirname, '../..');
  const file = path.join(root, 'sarif-log.ts');
  const code = `import type { Log } from 'sarif';\nexport const log: Log = ${written};\n`;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? code : readFile(name));
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

/** The table that sarif-tools makes of a log; `null`, and a line that says so, where it is not installed. */
export function readBySarifTools(written: string): string | null {
  if (spawnSync('sarif', ['--version']).status !== 0) {
    console.log('Skipped: sarif-tools is not there (pip install sarif-tools).');
    return null;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-sarif-'));
  const [log, table] = ['found.sarif', 'found.csv'].map((name) => path.join(folder, name)) as [
    string,
    string,
  ];
  writeFileSync(log, written);
  try {
    const { status, stderr } = spawnSync('sarif', ['csv', '-o', table, log], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return readFileSync(table, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
