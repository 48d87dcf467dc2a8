// Prints how many normal and poisoned inputs of three templates raise an alarm, where one false alarm in 100 was asked
// for: `npm run eval:monitor -- [--seconds 3000] [--threads 2] [--references 10]`.
//
// Needs texts that are not in the project; says so and ends where they are absent. Measuring takes about an hour; what
// was measured is kept in the cache folder (`attnscope/evaluation`), and the next run goes on from there.
import { parseArgs } from 'node:util';
import { collect } from './monitor/collect';
import { evalInputs, TEMPLATES } from './monitor/inputs';
import { printReferences } from './monitor/references';
import { printTable } from './monitor/table';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '36000' },
    threads: { type: 'string', default: '2' },
    references: { type: 'string', default: '10' },
  },
});

async function main(): Promise<void> {
  const all = TEMPLATES.flatMap((template) => {
    const inputs = evalInputs(template);
    return inputs ? [{ template, inputs }] : [];
  });
  if (all.length === 0) {
    console.log('Skipped: the texts for this are not there (../shared/training and ../shared/eval).');
    return;
  }
  const threads = Number(options.threads);
  const measured = await collect(all, { seconds: Number(options.seconds), threads });
  const named = measured.map((inputs, at) => ({ name: all[at]!.template.name, inputs }));
  printTable(named);
  printReferences(named, Number(options.references));
}

void main().then(() => process.exit());
