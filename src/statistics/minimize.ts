/** A function to be made small: writes its gradient at `at` into `gradient`, and returns its value. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

/** Pairs of steps that the curvature is guessed from. */
const MEMORY = 10;
const STEPS = 500;
/** Share of the promised decrease that a step has to bring (Armijo's condition). */
const ENOUGH = 1e-4;

/**
 * The place where a smooth convex function is smallest, from 0 on, by L-BFGS (Nocedal & Wright, Numerical Optimization,
 * 2006, algorithm 7.5) with step lengths halved until they are short enough. Ends where no slope is larger than
 * `tolerance`, or no step leads further down.
 */
export function minimize(objective: Objective, width: number, tolerance: number): Float64Array {
  let at: Float64Array = new Float64Array(width);
  let gradient: Float64Array = new Float64Array(width);
  let value = objective(at, gradient);
  const pairs: { step: Float64Array; change: Float64Array; product: number }[] = [];
  for (let count = 0; count < STEPS && largest(gradient) > tolerance; count++) {
    const direction = towards(gradient, pairs);
    const slope = dot(direction, gradient);
    let length = pairs.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    const next = new Float64Array(width);
    const nextGradient = new Float64Array(width);
    let found = false;
    for (let tries = 0; tries < 40 && !found; tries++, length /= 2) {
      for (let i = 0; i < width; i++) next[i] = at[i]! + length * direction[i]!;
      const there = objective(next, nextGradient);
      if (there > value + ENOUGH * length * slope) continue;
      found = true;
      value = there;
    }
    if (!found) break;
    const step = next.map((each, i) => each - at[i]!);
    const change = nextGradient.map((each, i) => each - gradient[i]!);
    const product = dot(step, change);
    if (product > 0) pairs.push({ step, change, product });
    if (pairs.length > MEMORY) pairs.shift();
    at = next;
    gradient = nextGradient;
  }
  return at;
}

/** The direction of a Newton step, with the curvature that the last pairs tell of. */
function towards(
  gradient: Float64Array,
  pairs: readonly { step: Float64Array; change: Float64Array; product: number }[],
): Float64Array {
  const direction = gradient.map((each) => -each);
  const shares: number[] = [];
  for (const [back, { step, change, product }] of [...pairs.entries()].reverse()) {
    const share = dot(step, direction) / product;
    shares[back] = share;
    add(direction, change, -share);
  }
  const last = pairs.at(-1);
  if (last) {
    const scale = last.product / dot(last.change, last.change);
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
  }
  pairs.forEach(({ step, change, product }, i) =>
    add(direction, step, shares[i]! - dot(change, direction) / product),
  );
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * what[i]!;
}

const largest = (values: Float64Array): number =>
  values.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
