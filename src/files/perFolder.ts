/** Most folders of which it is kept what was read: a tree may have very many. */
const MOST_FOLDERS = 1_000;

/** Reads what a folder has once, as long as it is among those that were asked for of late. */
export function perFolder<T>(read: (folder: string) => Promise<T>): (folder: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (folder) => {
    const kept = known.get(folder);
    if (kept) return kept;
    if (known.size >= MOST_FOLDERS) known.clear();
    const fresh = read(folder);
    known.set(folder, fresh);
    return fresh;
  };
}
