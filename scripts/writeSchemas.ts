// Writes the JSON Schemas in media/schema anew from the types of src/protocol: `npm run schemas`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from './jsonSchemas';

mkdirSync('media/schema', { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(`media/schema/${name}`, text);
