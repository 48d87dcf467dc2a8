import { toJSONSchema } from 'zod';
import { AnalysisResult } from '../src/protocol/analysis';
import { Counterfactual } from '../src/protocol/requests/counterfactual';
import { GeneratedAnswer } from '../src/protocol/requests/generation';
import { Lens } from '../src/protocol/requests/lens';
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

/** JSON Schemas of the documents that the command line writes: file name → text. */
export function jsonSchemas(): Record<string, string> {
  const documents = { analysis: WrittenAnalysis, scan: ScanResult };
  return Object.fromEntries(
    Object.entries(documents).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify({ title: `attnscope ${name}`, ...toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`,
    ]),
  );
}
