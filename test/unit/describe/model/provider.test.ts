import { expect, it } from 'vitest';
import { createL10n } from '../../../../src/describe/l10n';
import { describeProvider } from '../../../../src/describe/model/provider';

const { say } = createL10n('en', {});

it.each([
  [
    { asked: 'cuda', used: 'cuda', why: null, difference: 3.14e-5 },
    'CUDA; weights differ from those of the processor by at most 0.000031',
  ],
  [
    { asked: 'coreml', used: 'coreml', why: null, difference: null },
    'Core ML, not compared with the processor',
  ],
  [
    { asked: 'directml', used: 'cpu', why: 'it is <not> there', difference: null },
    'the processor, as DirectML cannot be used: it is ?not? there',
  ],
] as const)('%j', (provider, says) => {
  expect(say(describeProvider(provider))).toBe(says);
});
