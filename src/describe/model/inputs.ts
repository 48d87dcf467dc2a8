import type { Diagnosis } from '../../protocol/requests/doctor';
import { sentence } from '../../protocol/sentence';
import { plain, type Fact } from './facts';

/** How many inputs are told one by one; a cache has dozens. */
const MOST = 8;

/** Type and shape of each input, and with what it is filled where a prompt does not give it. */
export function describeInputs({ inputs }: Diagnosis): Fact[] {
  const told = inputs.slice(0, MOST).map(({ name, type, dims, filled }): Fact => {
    const shape = dims === null ? '' : ` [${dims.map((size) => size ?? '?').join(', ')}]`;
    const holds = type === null ? sentence('type not said') : plain(`${type}${shape}`);
    return {
      name: plain(name),
      told: filled === null ? holds : sentence('{holds}, filled in: {filled}', { holds, filled }),
    };
  });
  const more = inputs.length - told.length;
  return more > 0 ? [...told, { name: sentence('Others'), told: sentence('{n} more', { n: more }) }] : told;
}
