/** The bytes of an answer did not come to their end. */
export class EndsEarly extends Error {
  readonly code = 'ECONNRESET';
}

/** Takes bytes out of what comes in pieces, as many as are asked for; no more than a piece is held. */
export interface ByteReader {
  /** Fills `into`. Throws `EndsEarly` where there are fewer. */
  fill(into: Uint8Array): Promise<void>;
  /** All that is left, up to so many bytes; `null` where there is more. */
  rest(most: number): Promise<Buffer | null>;
}

export function byteReader(pieces: AsyncIterable<Buffer>): ByteReader {
  const source = pieces[Symbol.asyncIterator]();
  let piece: Buffer = Buffer.alloc(0);
  const next = async (): Promise<boolean> => {
    while (piece.length === 0) {
      const { value, done } = await source.next();
      if (done) return false;
      piece = value;
    }
    return true;
  };
  return {
    async fill(into) {
      for (let at = 0; at < into.length;) {
        if (!(await next())) throw new EndsEarly();
        const taken = piece.subarray(0, into.length - at);
        into.set(taken, at);
        at += taken.length;
        piece = piece.subarray(taken.length);
      }
    },
    async rest(most) {
      const all: Buffer[] = [];
      let bytes = 0;
      while (await next()) {
        all.push(piece);
        bytes += piece.length;
        piece = Buffer.alloc(0);
        if (bytes > most) return null;
      }
      return Buffer.concat(all);
    },
  };
}
