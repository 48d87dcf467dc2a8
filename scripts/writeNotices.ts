// Writes media/THIRD_PARTY_NOTICES.txt anew: `npm run notices`.
import { writeFileSync } from 'node:fs';
import { writeNotices } from './packing/notices';

writeNotices(process.cwd()).then(
  (text) => writeFileSync('media/THIRD_PARTY_NOTICES.txt', text),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
