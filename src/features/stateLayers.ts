/** Of 30 layers those whose states tell most of instructions in data, after as many layers (docs/analyses/probes.md). */
const OF_30 = [14, 18, 22];

/** Layers whose mean states are measured, counted from 0: in a model of any depth those at the same height. */
export function stateLayers(layers: number): number[] {
  const at = OF_30.map((after) => Math.max(0, Math.round((after / 30) * layers) - 1));
  return [...new Set(at)];
}
