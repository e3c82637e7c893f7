import type { Hash } from "node:crypto";
import { Transform } from "node:stream";

/** Passes everything on, and counts and hashes it. */
export function passing(hash: Hash): { stream: Transform; bytes: () => number } {
  let bytes = 0;
  const stream = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.byteLength;
      hash.update(piece);
      done(null, piece);
    },
  });
  return { stream, bytes: () => bytes };
}
