import { toJSONSchema } from 'zod';
import { AnalysisResult } from '../src/protocol/analysis';
import { Baseline, Config } from '../src/protocol/config';
import { Calibration } from '../src/protocol/measured/calibration';
import { Comparison } from '../src/protocol/measured/comparison';
import {
  CheckLine,
  ComparedBaselines,
  InspectedBaseline,
  MonitorBaseline,
} from '../src/protocol/measured/monitor';
import { Diagnosis } from '../src/protocol/requests/doctor';
import { Counterfactual } from '../src/protocol/requests/counterfactual';
import { PromptResults } from '../src/protocol/promptTests/promptResults';
import { PromptTestFile } from '../src/protocol/promptTests/promptTests';
import { GeneratedAnswer } from '../src/protocol/requests/generation';
import { Lens } from '../src/protocol/requests/lens';
import { CheckerFile } from '../src/protocol/behaviour';
import { Alert } from '../src/protocol/measured/alert';
import { StudyReport } from '../src/protocol/measured/study';
import { ScanResult } from '../src/protocol/scan';
import { z } from '../src/protocol/schema';

/** With what is there where it was asked for. */
const WrittenAnalysis = z.extend(AnalysisResult, {
  /** `--generate`: what the model answers. */
  generated: z.optional(GeneratedAnswer),
  /** `--counterfactual`: what a passage changes. */
  counterfactual: z.optional(Counterfactual.result),
  /** `--lens`: what each layer would say after the token `position`. */
  lens: z.optional(z.extend(Lens.result, { position: z.int() })),
});

type Options = Parameters<typeof toJSONSchema>[1];

/** JSON Schemas of the documents that the command line reads and writes: file name → text. */
export function jsonSchemas(): Record<string, string> {
  const written: Options = { io: 'input' };
  return {
    ...schemaFile('alert', Alert, written),
    ...schemaFile('analysis', WrittenAnalysis, written),
    ...schemaFile('calibration', Calibration, written),
    ...schemaFile('comparison', Comparison, written),
    ...schemaFile('diagnosis', Diagnosis, written),
    ...schemaFile('monitor-baseline', MonitorBaseline, written),
    ...schemaFile('monitor-check', CheckLine, written),
    ...schemaFile('monitor-compare', ComparedBaselines, written),
    ...schemaFile('monitor-inspect', InspectedBaseline, written),
    ...schemaFile('scan', ScanResult, written),
    ...schemaFile('checkers', CheckerFile, written),
    ...schemaFile('study', StudyReport, written),
    ...schemaFile('prompt-results', PromptResults, written),
    ...schemaFile('baseline', Baseline, written),
    // Editors read these two, in the form that all of them know.
    ...schemaFile('config', Config, { io: 'input', target: 'draft-7' }, { allowTrailingCommas: true }),
    ...schemaFile('prompt-test', PromptTestFile, { io: 'input', target: 'draft-7' }),
  };
}

/** @param forEditors what VS Code knows beyond JSON Schema */
function schemaFile(
  name: string,
  schema: z.ZodType,
  options: Options,
  forEditors: { allowTrailingCommas?: boolean } = {},
): Record<string, string> {
  const document = { title: `attnscope ${name}`, ...forEditors, ...toJSONSchema(schema, options) };
  return { [`${name}.schema.json`]: `${JSON.stringify(document, null, 2)}\n` };
}
