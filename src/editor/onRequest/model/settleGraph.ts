import { chooseGraph } from './chooseGraph';
import { useModel } from './chooseModel';

/** Folders of which nobody wanted to choose a graph: they are not asked about again. */
const asked = new Set<string>();

/**
 * Asks once which graph of a folder is meant that the settings name; the answer is kept in the settings. Who does not
 * answer has the one that is nearest to the trained model.
 */
export async function settleGraph(folder: string): Promise<void> {
  if (asked.has(folder)) return;
  asked.add(folder);
  const graph = await chooseGraph(folder);
  if (graph !== undefined && graph !== folder) await useModel(graph);
}
