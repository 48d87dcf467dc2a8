/**
 * Distribution functions. Series and continued fractions of the incomplete gamma and beta functions as in NIST's Digital
 * Library of Mathematical Functions, 8.7.1, 8.9.2 and 8.17.22; log-gamma after Lanczos (g = 7, 9 terms). Relative error
 * below 1e-10 in the ranges of the tests.
 */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const SMALLEST = 1e-300;
const PRECISION = 1e-15;
const MOST_TERMS = 10_000;

/** ln Γ(x) for x > 0. */
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const t = x + 6.5;
  let sum = LANCZOS[0]!;
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (x - 1 + i);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** P(X > x) for a standard normal X. */
export function normalUpper(x: number): number {
  const upper = 0.5 * gammaUpper(0.5, (x * x) / 2);
  return x >= 0 ? upper : 1 - upper;
}

/** P(X ≤ x) for a standard normal X. */
export function normalLower(x: number): number {
  return normalUpper(-x);
}

/** Ratios of polynomials of Wichura's algorithm AS 241 (1988): numerator, denominator, from the constant up. */
const MIDDLE = [
  [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
    39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
  ],
] as const;
const TAIL = [
  [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
] as const;
const FAR_TAIL = [
  [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
] as const;

/** The x with P(X ≤ x) = p for a standard normal X; ±Infinity at 0 and 1. */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  const fromMiddle = p - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * ratio(MIDDLE, 0.180625 - fromMiddle ** 2);
  const root = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const size = root <= 5 ? ratio(TAIL, root - 1.6) : ratio(FAR_TAIL, root - 5);
  return fromMiddle < 0 ? -size : size;
}

function ratio([over, under]: readonly [readonly number[], readonly number[]], x: number): number {
  const at = (parts: readonly number[]) => parts.reduceRight((sum, part) => sum * x + part, 0);
  return at(over) / at(under);
}

/** P(X > x) for a chi-square X with so many degrees of freedom. */
export function chiSquareUpper(x: number, degrees: number): number {
  return gammaUpper(degrees / 2, x / 2);
}

/** P(|T| > |t|) for Student's T with so many degrees of freedom. */
export function studentTwoSided(t: number, degrees: number): number {
  return betaLower(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/** The regularized upper incomplete gamma function Q(a, x), x ≥ 0. */
function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - lnGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - scale * sum;
  }
  return scale * fraction(1, x + 1 - a, (n) => [-n * (n - a), x + 2 * n + 1 - a]);
}

/** The regularized incomplete beta function I_x(a, b). */
function betaLower(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaLower(1 - x, b, a);
  const scale = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  const numerator = (n: number) => {
    const m = Math.floor(n / 2);
    const odd = n % 2 === 1;
    return odd
      ? (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
      : (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
  };
  return (scale / a) * fraction(1, 1, (n) => [numerator(n), 1]);
}

/** first / (start + a₁ / (b₁ + a₂ / (b₂ + …))) with (aₙ, bₙ) = step(n), by Lentz's method. */
function fraction(first: number, start: number, step: (n: number) => [number, number]): number {
  let c = SMALLEST ** -1;
  let d = 1 / start;
  let value = first * d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const [a, b] = step(n);
    d = 1 / nonzero(b + a * d);
    c = nonzero(b + a / c);
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < PRECISION) break;
  }
  return value;
}

const nonzero = (x: number) => (Math.abs(x) < SMALLEST ? SMALLEST : x);
