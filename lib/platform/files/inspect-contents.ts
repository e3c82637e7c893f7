import { createHash } from "node:crypto";
import type { Disk } from "flydrive";
import { contentTypeOf, HEAD_BYTES } from "./content-type";
import { type ScanResult, scanFile } from "./scan-file";

interface Inspected {
  readonly sha256: string;
  readonly contentType: string;
  readonly scan: ScanResult;
}

/** What the stored contents say about a file. Reads them piece by piece. */
export async function inspectContents(disk: Disk, key: string): Promise<Inspected> {
  const hash = createHash("sha256");
  let head = Buffer.alloc(0);
  for await (const piece of await disk.getStream(key)) {
    hash.update(piece);
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES - head.length)]);
  }
  const scan = await scanFile(() => disk.getStream(key));
  return { sha256: hash.digest("hex"), contentType: await contentTypeOf(head), scan };
}
