/** Rows and columns of a map whose tokens are drawn in these groups: 0, 1, 2 … in the prompt's order, −1 for none. */
export function groupsIn(groups: readonly number[]): number {
  return groups.reduce((most, group) => Math.max(most, group), -1) + 1;
}

/** Whether each group is the one before it or the next one, and −1 where a token is in none. */
export function areInOrder(groups: readonly number[]): boolean {
  let last = -1;
  return groups.every((group) => {
    if (group === -1) return true;
    const follows = group >= 0 && (group === last || group === last + 1);
    last = group;
    return follows;
  });
}

/** Adds `weights` `[queries, keys]` from query `first` on to the sums of their cells, `into` `[.., columns]`. */
export function addGroups(
  into: Float32Array,
  columns: number,
  groups: readonly number[],
  weights: Float32Array,
  first: number,
  keys: number,
): void {
  for (let row = 0; row * keys < weights.length; row++) {
    const line = groups[first + row]!;
    if (line < 0) continue;
    for (let key = 0; key < keys; key++) {
      const column = groups[key]!;
      if (column >= 0) into[line * columns + column]! += weights[row * keys + key]!;
    }
  }
}

/** Makes sums `[maps, groups, groups]` means, in place; of a causal model those over the keys that the queries can see. */
export function meansOfGroups(sums: Float32Array, groups: readonly number[], causal: boolean): void {
  const side = groupsIn(groups);
  const sizes = new Uint32Array(side);
  for (const group of groups) if (group >= 0) sizes[group]! += 1;
  for (let at = 0; at < sums.length; at++) {
    const [row, column] = [Math.floor(at / side) % side, at % side];
    if (causal && column > row) continue;
    const size = sizes[row]!;
    sums[at]! /= causal && column === row ? (size * (size + 1)) / 2 : size * sizes[column]!;
  }
}
