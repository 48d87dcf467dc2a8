/**
 * The one door to the schema library. Schemas in this folder are both the types of the project
 * (`z.infer`) and their run-time guards; the JSON Schemas under `media/schema` are made from them.
 */
import { config } from 'zod';

// Without this the library probes `new Function`, which a webview's content security policy reports.
config({ jitless: true });

export { z } from 'zod';
