import { AttnscopeError } from '../errors';
import { sentence } from '../sentence';

/** A model on a server that speaks the Open Inference Protocol, version 2. */
export interface ServedAddress {
  /** Of the model, without a slash at its end. */
  url: URL;
  /** Host and port, as it is named to the person. */
  host: string;
  /** As the server calls the model. */
  name: string;
}

/** Whether the person means a model on a server. */
export function isServed(model: string): boolean {
  return /^https?:\/\//i.test(model);
}

/** Where a model is served: `http(s)://HOST/…/v2/models/NAME[/versions/VERSION]`. Throws `bad-input` for any other address. */
export function servedAddress(model: string): ServedAddress {
  const url = URL.canParse(model) ? new URL(model) : undefined;
  const path = /^(.*\/v2\/models\/([^/]+)(?:\/versions\/[^/]+)?)\/*$/.exec(url?.pathname ?? '');
  if (!url || !path || url.username || url.password || url.search || url.hash) {
    throw new AttnscopeError('bad-input', [
      sentence(
        'This is not the address of a served model. Write it as {form}, without a password or a query in it.',
        { form: 'https://HOST/v2/models/NAME' },
      ),
    ]);
  }
  url.pathname = path[1]!;
  return { url, host: url.host, name: decodeURIComponent(path[2]!) };
}
