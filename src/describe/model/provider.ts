import type { Provider, UsedProvider } from '../../protocol/requests/provider';
import { sentence, type Sentence } from '../../protocol/sentence';
import type { Phrase } from '../phrase';
import { plain } from './facts';

const NAMES: Readonly<Record<Provider, string | Sentence>> = {
  cpu: sentence('the processor'),
  cuda: 'CUDA',
  directml: 'DirectML',
  coreml: 'Core ML',
  webgpu: 'WebGPU',
};

/** What a line with that is called. */
export const COMPUTED_BY = sentence('Computed by');

/** What computes a model in place of the processor, or why the processor does; how far its weights differ. */
export function describeProvider({ asked, used, why, difference }: UsedProvider): Phrase {
  if (why !== null)
    return sentence('the processor, as {provider} cannot be used: {why}', {
      provider: NAMES[asked],
      why: plain(why),
    });
  if (difference === null)
    return sentence('{provider}, not compared with the processor', { provider: NAMES[used] });
  return sentence('{provider}; weights differ from those of the processor by at most {difference}', {
    provider: NAMES[used],
    difference: difference.toPrecision(2),
  });
}
