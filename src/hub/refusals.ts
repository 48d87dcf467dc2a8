import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { sentence, type Sentence } from '../protocol/sentence';
import { Unreached } from './unreached';

/** How to give a token, in the editor and on the command line. */
const TOKEN_HELP = sentence(
  'A token is set by the command “Set Hub Token” in VS Code, and by HF_TOKEN on the command line.',
);

/**
 * What an answer that is no success means. The hub tells the kind in `X-Error-Code`
 * (https://huggingface.co/docs/huggingface_hub, `HfHubHTTPError`); mirrors may not.
 */
export async function refusedBy(
  response: Response,
  url: URL,
  hadToken: boolean,
): Promise<AttnscopeError | Unreached> {
  const { status } = response;
  const code = response.headers.get('x-error-code') ?? '';
  await response.body?.cancel();
  const host = quoted(url.host);
  const refusal = (...sentences: Sentence[]) => new AttnscopeError('bad-model', sentences);
  if (code === 'GatedRepo' || (status === 403 && hadToken))
    return refusal(
      sentence('The owners of this model ask for consent before anybody gets it.'),
      sentence('Give it on the page of the model, then use a token of that account.'),
      TOKEN_HELP,
    );
  if (code === 'RevisionNotFound')
    return refusal(
      sentence('The model has no such revision.'),
      sentence('Look at the names of its branches and tags on its page.'),
    );
  if (code === 'EntryNotFound')
    return refusal(
      sentence('The model no longer has this file.'),
      sentence('Ask for the list of its files again.'),
    );
  if (status === 401 && hadToken && code !== 'RepoNotFound')
    return refusal(sentence('{host} does not take the token.', { host }), TOKEN_HELP);
  if ([401, 403, 404].includes(status))
    return refusal(
      sentence('{host} has no such model, or shows it only to some.', { host }),
      sentence('Check its id; a private model needs a token.'),
      TOKEN_HELP,
    );
  if (status === 408 || status === 429 || status >= 500)
    return new Unreached(`it answered with status ${status}`);
  return refusal(
    sentence('{host} answered with status {status}.', { host, status }),
    sentence('Check the address of the hub in the settings.'),
  );
}
