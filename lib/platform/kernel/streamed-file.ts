import type { Readable } from "node:stream";

/** The bytes of a file from the first to the last, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** A file that is opened when its response begins, and sent as fast as it is read. */
export class StreamedFile {
  constructor(
    readonly bytes: number,
    readonly open: (range?: ByteRange) => Promise<Readable>,
    /** Tells its contents from all others: with it, parts of the file can be asked for. */
    readonly digest: string | null = null,
  ) {}
}
