import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { sentence, type Sentence } from '../protocol/sentence';

/** Why the system did not give or take a file, and what to do, by its code. */
const reasons: Readonly<Record<string, Sentence>> = {
  ENOENT: sentence('There is no such file or folder. Check the path.'),
  ENOTDIR: sentence('A part of its path is a file, not a folder. Check the path.'),
  EEXIST: sentence('A part of its path is a file, not a folder. Check the path.'),
  EISDIR: sentence('It is a folder. Name a file.'),
  EACCES: sentence('Access is denied. Check who may write there.'),
  EPERM: sentence('Access is denied. Check who may write there.'),
  EROFS: sentence('The disk is read-only. Name a log elsewhere.'),
  ENOSPC: sentence('The disk is full. Free some space, or name a log elsewhere.'),
  EDQUOT: sentence('The disk is full, or what you may use of it. Free some space, or name a log elsewhere.'),
  EFBIG: sentence('The file may grow no further. Raise its limit, or name a log elsewhere.'),
};

/** An error of the system about an alert log, as one for the person. */
export function logError(file: string, error: unknown): AttnscopeError {
  if (error instanceof AttnscopeError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const named = sentence('The alert log {file} cannot be used.', { file: quoted(file) });
  const why =
    code === undefined
      ? sentence('The reason is unknown.')
      : (reasons[code] ?? sentence('The system answered {code}.', { code }));
  return new AttnscopeError('bad-input', [named, why], { cause: error });
}
