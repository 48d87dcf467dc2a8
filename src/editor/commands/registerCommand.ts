import type * as Program from '../onRequest/onRequest';

/** Registers a command that loads the program with its work. */
export type RegisterCommand = (
  name: string,
  run: (program: typeof Program, argument: unknown) => unknown,
) => void;
