// Installs what the tests need beyond npm's own packages, and says what there is: `npm run test:setup`.
import { prepareTests } from './setup/prepareTests';

prepareTests().then(
  (lines) => console.log(lines.join('\n')),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
