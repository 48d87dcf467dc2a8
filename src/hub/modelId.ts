import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { sentence } from '../protocol/sentence';

/** What a person asks the hub for. */
export interface ModelId {
  /** `ORG/NAME`, or the bare name of an old model. */
  name: string;
  /** A file of it, its end, or the type of its weights; absent where none was named. */
  file?: string;
  /** A branch, tag or commit; absent for the hub's own choice. */
  revision?: string;
}

/** One part of a name: no dots in a row, and none at an end. */
const PART = String.raw`[A-Za-z0-9_](?:[\w-]|\.(?=[\w-])){0,95}`;
/** A model's name. */
export const MODEL_NAME = new RegExp(`^(?:${PART}/)?${PART}$`);
const ID = new RegExp(`^((?:${PART}/)?${PART})(?::([^@]+))?(?:@(.+))?$`);
const PAGE = new RegExp(`^/(${PART}/${PART})(?:/(?:tree|blob|resolve)/([^/]+)(?:/(.+))?)?/?$`);

/**
 * Reads `ORG/NAME[:FILE][@REVISION]`, or the address of a model's page.
 *
 * @throws AttnscopeError `bad-input` where it is neither
 */
export function parseModelId(text: string, endpoint: string): ModelId {
  const given = text.trim();
  const [, name, file, revision] = /^https?:/i.test(given)
    ? pageParts(given, endpoint)
    : (ID.exec(given) ?? []);
  if (name !== undefined) return { name, ...(file && { file }), ...(revision && { revision }) };
  throw new AttnscopeError('bad-input', [
    sentence('{id} names no model of the hub.', { id: quoted(given) }),
    sentence('Write ORG/NAME, where wanted with a file or type and a revision: ORG/NAME:Q4_K_M@main.'),
  ]);
}

/** The parts of a page's address, as those of an id. */
function pageParts(address: string, endpoint: string): (string | undefined)[] {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.origin !== new URL(endpoint).origin) return [];
  const [whole, name, revision, file] = PAGE.exec(url.pathname) ?? [];
  return [whole, name, file && decodeURIComponent(file), revision && decodeURIComponent(revision)];
}
