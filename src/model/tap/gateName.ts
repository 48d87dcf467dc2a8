/**
 * Name of the input of the graph that opens the gate of a tensor: int64 `[rank]`, see `gateInput`. Nodes that make a
 * costly tensor read it too, so that they have nothing to do where nobody asks. `prefix` begins all names of the tap.
 */
export function gateName(prefix: string, tensor: string): string {
  return `${prefix}gate/${tensor}`;
}
