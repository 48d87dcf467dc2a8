/** A process that wants a GGUF file converted: FILE CACHE BYTES. Tells its stages and where the model is, and holds it until its input ends. */
import { importedModel } from '../../../../../../src/inference/worker/models/imported/importedModel';

const tell = (line: string) => process.stdout.write(`${line}\n`);

async function hold(gguf: string, cacheFolder: string, bytes: string): Promise<void> {
  let told = '';
  const model = await importedModel(gguf, { cacheFolder, cacheBytes: Number(bytes) }, ({ stage }) => {
    if (stage !== told) tell(stage);
    told = stage;
  });
  tell(`at ${model.folder.graph}`);
  process.stdin.resume().on('end', () => void model.release());
}

void hold(...(process.argv.slice(2) as [string, string, string]));
