import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { sentence } from '../protocol/sentence';

/** What may be tried again: the network, not the person or the model, is in the way. */
export class Unreached extends Error {
  override readonly name = 'Unreached';
}

/** The refusal where a hub cannot be reached; `reason` is the end of a sentence. */
export function unreached(endpoint: string, reason: string, cause: unknown): AttnscopeError {
  return new AttnscopeError(
    'bad-input',
    [
      sentence('{address} cannot be reached: {reason}.', { address: quoted(endpoint), reason }),
      sentence('Check the connection, the proxy and the address of the hub.'),
    ],
    { cause },
  );
}
