/** What is looked for in folders: names of files, and what to say of a folder without any. */
export interface FileKind {
  globs: readonly string[];
  /** Whether a file that the globs name is one, by the folder that was named and the path below it; all where absent. */
  isOne?: (folder: string, inside: string) => Promise<boolean>;
  none: (folder: string, options: ListOptions) => string;
}

/** Which files of folders are listed. */
export interface ListOptions {
  /** Globs of files that are listed beside those of the kind. */
  include?: readonly string[];
  /** Globs of files and folders that are left out. */
  exclude?: readonly string[];
  /** Whether what `.gitignore` files name is left out; it is where absent. */
  ignored?: boolean;
}

/** What is told beside the files that are listed. */
export interface Told {
  /** Folders that could not be looked into, or hold nothing of the kind. */
  errors: { path: string; error: string }[];
  /** Links that lead out of the folder that was named: their files do not belong to it. */
  outside: string[];
}

/** What there is to scan, and what is known beforehand not to be scanned. */
export interface Listing extends Told {
  files: string[];
}
