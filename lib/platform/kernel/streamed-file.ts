import type { Readable } from "node:stream";

/** A file that is opened when its response begins, and sent as fast as it is read. */
export class StreamedFile {
  constructor(
    readonly bytes: number,
    readonly open: () => Promise<Readable>,
  ) {}
}
