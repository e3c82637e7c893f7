import { createReadStream } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import type { Environment } from "@/lib/platform/config/env";
import { env } from "@/lib/platform/config/env";
import type { ByteRange } from "@/lib/platform/kernel/streamed-file";
import { bucketClient, fileStorage } from "./file-storage";

/** What is stored under a key, or some of its bytes: only those are read, from the folder as from a bucket. */
export async function readStored(key: string, range?: ByteRange, settings: Environment = env()): Promise<Readable> {
  if (range === undefined) return (await fileStorage(settings)).getStream(key);
  const { first: start, last: end } = range;
  const { FILES_DIR, FILES_S3_BUCKET: Bucket } = settings;
  if (Bucket === undefined) return createReadStream(path.join(FILES_DIR, key), { start, end });
  const [client, { GetObjectCommand }] = await Promise.all([bucketClient(settings), import("@aws-sdk/client-s3")]);
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key, Range: `bytes=${start}-${end}` }));
  return Body as Readable;
}
