import { toJSONSchema } from 'zod';
import { AnalysisResult } from '../src/protocol/analysis';
import { ScanResult } from '../src/protocol/scan';

/** JSON Schemas of the documents that the command line writes: file name → text. */
export function jsonSchemas(): Record<string, string> {
  const documents = { analysis: AnalysisResult, scan: ScanResult };
  return Object.fromEntries(
    Object.entries(documents).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify({ title: `attnscope ${name}`, ...toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`,
    ]),
  );
}
