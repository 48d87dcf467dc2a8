// Runs inside the extension host for test/bench/host.ts.
import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { createRequire } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';

/** Other extensions call theirs by the same name. */
const BUNDLE = `${vscode.extensions.getExtension('attnscope.attnscope')!.extensionPath}/dist/extension.js`;

type Figure = { name: string };

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Measures and writes the figures, in ms, as the results file that the driver of in-host tests reads. */
export async function run(): Promise<void> {
  const figures: Figure[] = [];
  const tell = (name: string, value: string): void => void figures.push({ name: `${name}: ${value}` });
  const measure = async (name: string, work: () => Thenable<unknown>): Promise<void> => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const started = performance.now();
    const ours = await longestTask(work);
    delay.disable();
    const ms = (nanoseconds: number): string => (nanoseconds / 1e6).toFixed(1);
    tell(
      `${name}, event loop delay over ${((performance.now() - started) / 1000).toFixed(0)} s`,
      `p50 ${ms(delay.percentile(50))}, p99 ${ms(delay.percentile(99))}, max ${ms(delay.max)} ms; longest stretch of ours ${ours.ms.toFixed(1)} ms, of which ${most(ours)}`,
    );
  };
  const show = async (file: string): Promise<vscode.TextEditor> => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const editor = await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, file));
    // The first Markdown file starts VS Code's own extension for it.
    await wait(8000);
    return editor;
  };

  // VS Code starts its own extensions in its first seconds, and ours with them.
  await wait(15_000);
  tell('activation while others start', await activationTimes());
  tell('the code loaded again while nothing else runs', loadAgain());
  await measure('idle, for comparison', () => wait(15_000));
  for (const file of ['short.prompt.md', 'long.prompt.md', 'long.prompt.md', 'long.prompt.md']) {
    await show(file);
    await measure(file, async () => {
      await vscode.commands.executeCommand('attnscope.analyze');
      // What follows the answer counts too: it goes to the panel and its maps are asked for.
      await wait(3000);
    });
  }
  const type = async (file: string, letters: number): Promise<void> => {
    const editor = await show(file);
    await measure(`typing ${letters} letters into ${file}`, async () => {
      for (let i = 0; i < letters; i++) {
        await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'x'));
        await wait(50);
      }
      await wait(2000);
    });
  };
  await type('large.prompt.md', 100);
  // An analysed prompt, which the model reads again and warns of in the pauses.
  const background = (on: boolean | undefined) =>
    vscode.workspace
      .getConfiguration('attnscope')
      .update('analysis.inBackground', on, vscode.ConfigurationTarget.Global);
  await background(true);
  await type('short.prompt.md', 100);
  await type('long.prompt.md', 100);
  await background(undefined);
  writeFileSync(process.env.ATTNSCOPE_HOST_RESULTS!, JSON.stringify(figures));
}

/** What VS Code itself has measured of our activation, in ms. */
async function activationTimes(): Promise<string> {
  await vscode.commands.executeCommand('perfview.show');
  const table = vscode.window.activeTextEditor?.document.getText() ?? '';
  const row = /^\| attnscope\.attnscope *\|[^|]*\| *(\d+) *\| *(\d+) *\| *(\d+) *\|/m.exec(table);
  if (!row) return 'not listed';
  return `load of the code ${row[1]!}, call ${row[2]!}, end ${row[3]!} ms`;
}

/** Evaluates the bundle once more, in ms; nothing of it is called. */
function loadAgain(): string {
  const load = createRequire(BUNDLE);
  delete load.cache[BUNDLE];
  const started = performance.now();
  load(BUNDLE);
  return `${(performance.now() - started).toFixed(1)} ms`;
}

/** The function that took most of a stretch, with its place in the bundle. */
function most({ functions }: Stretch): string {
  const [first] = [...functions].sort(([, a], [, b]) => b - a);
  return first ? `${first[1].toFixed(1)} ms in ${first[0]}` : 'nothing';
}

/** A time in which code of our bundle was on the stack, and the ms that each function took of it. */
interface Stretch {
  ms: number;
  functions: Map<string, number>;
}

/** Longest stretch of our code, by a profile of the host. */
async function longestTask(work: () => Thenable<unknown>): Promise<Stretch> {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 500 });
  session.post('Profiler.start');
  await work();
  const profile = await new Promise<Profiler.Profile>((resolve, reject) =>
    session.post('Profiler.stop', (error, result) => (error ? reject(error) : resolve(result.profile))),
  );
  session.disconnect();
  const collector = profile.nodes.find(
    ({ callFrame }) => callFrame.functionName === '(garbage collector)',
  )?.id;
  const ours = new Set<number>();
  const mark = (id: number, inside: boolean): void => {
    const node = nodes.get(id)!;
    const own = inside || node.callFrame.url.endsWith(BUNDLE);
    if (own) ours.add(id);
    for (const child of node.children ?? []) mark(child, own);
  };
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  mark(profile.nodes[0]!.id, false);
  let longest: Stretch = { ms: 0, functions: new Map() };
  let stretch: Stretch = { ms: 0, functions: new Map() };
  profile.samples!.forEach((id, i) => {
    if (!ours.has(id) && !(id === collector && stretch.ms > 0)) {
      stretch = { ms: 0, functions: new Map() };
      return;
    }
    const ms = (profile.timeDeltas![i + 1] ?? 0) / 1000;
    const { functionName, lineNumber, columnNumber } = nodes.get(id)!.callFrame;
    const name = `${functionName || 'anonymous'}:${lineNumber}:${columnNumber}`;
    stretch.ms += ms;
    stretch.functions.set(name, (stretch.functions.get(name) ?? 0) + ms);
    if (stretch.ms > longest.ms) longest = stretch;
  });
  return longest;
}
