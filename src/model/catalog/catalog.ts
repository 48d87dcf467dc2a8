import { join } from 'node:path';
import type { LocalModel } from './localModel';
import { hubModels, lmStudioModels } from './modelFiles';
import { ollamaModelNamed, ollamaModels } from './ollama';

/** Where other programs keep their models. */
export interface Places {
  env: Readonly<Record<string, string | undefined>>;
  home: string;
}

/** Models that other programs put on this machine, by name. */
export async function localModels(places: Places): Promise<LocalModel[]> {
  const found = await Promise.all([
    ...ollamaFolders(places).map(ollamaModels),
    ...lmStudioFolders(places).map(lmStudioModels),
    hubModels(hubFolder(places)),
  ]);
  return found.flat().sort((a, b) => a.name.localeCompare(b.name));
}

/** The file of the model that Ollama calls by a name; `undefined` where there is none. */
export async function ollamaModel(name: string, places: Places): Promise<string | undefined> {
  for (const folder of ollamaFolders(places)) {
    const model = await ollamaModelNamed(folder, name);
    if (model) return model.path;
  }
  return undefined;
}

/** The person's own folder, and that of the service on Linux. */
function ollamaFolders({ env, home }: Places): string[] {
  if (env.OLLAMA_MODELS) return [env.OLLAMA_MODELS];
  return [join(home, '.ollama', 'models'), '/usr/share/ollama/.ollama/models'];
}

function lmStudioFolders({ home }: Places): string[] {
  return [join(home, '.lmstudio', 'models'), join(home, '.cache', 'lm-studio', 'models')];
}

/** The cache of the Hugging Face hub (https://huggingface.co/docs/huggingface_hub, "Environment variables"). */
export function hubFolder({ env, home }: Places): string {
  if (env.HF_HUB_CACHE) return env.HF_HUB_CACHE;
  return join(env.HF_HOME ?? join(env.XDG_CACHE_HOME ?? join(home, '.cache'), 'huggingface'), 'hub');
}
