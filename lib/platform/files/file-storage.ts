import { randomBytes } from "node:crypto";
import type { S3Client } from "@aws-sdk/client-s3";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { type Environment, env } from "@/lib/platform/config/env";

type Settings = Pick<
  Environment,
  | "FILES_DIR"
  | "FILES_S3_BUCKET"
  | "FILES_S3_REGION"
  | "FILES_S3_ENDPOINT"
  | "FILES_S3_ACCESS_KEY_ID"
  | "FILES_S3_SECRET_ACCESS_KEY"
  | "FILES_S3_SILENCE_SECONDS"
>;

let current: { readonly key: string; readonly disk: Promise<Disk> } | undefined;

/** Where the contents of files are: a folder of this machine, or S3. */
export function fileStorage(settings: Settings = env()): Promise<Disk> {
  const { FILES_DIR, FILES_S3_BUCKET: bucket } = settings;
  const key = JSON.stringify([FILES_DIR, bucket, clientKey(settings)]);
  if (current?.key !== key) {
    const local = async () => new Disk(new FSDriver({ location: FILES_DIR, visibility: "private" }));
    current = { key, disk: bucket === undefined ? local() : inBucket(bucket, settings) };
  }
  return current.disk;
}

async function inBucket(bucket: string, settings: Settings): Promise<Disk> {
  const [{ S3Driver }, client] = await Promise.all([import("flydrive/drivers/s3"), bucketClient(settings)]);
  return new Disk(new S3Driver({ client, bucket, visibility: "private", supportsACL: false }));
}

let client: { readonly key: string; readonly made: Promise<S3Client> } | undefined;

/** The client of S3 is large: loaded only where it is used, and made once. */
export function bucketClient(settings: Settings): Promise<S3Client> {
  const key = clientKey(settings);
  if (client?.key !== key) client = { key, made: makeClient(settings) };
  return client.made;
}

/** Another client is needed once one of these has changed. */
const clientKey = (settings: Settings): string =>
  JSON.stringify([
    settings.FILES_S3_REGION,
    settings.FILES_S3_ENDPOINT,
    settings.FILES_S3_ACCESS_KEY_ID,
    settings.FILES_S3_SECRET_ACCESS_KEY,
    settings.FILES_S3_SILENCE_SECONDS,
  ]);

async function makeClient(settings: Settings): Promise<S3Client> {
  const { S3Client } = await import("@aws-sdk/client-s3");
  const {
    FILES_S3_REGION: region,
    FILES_S3_ENDPOINT: endpoint,
    FILES_S3_ACCESS_KEY_ID: accessKeyId,
    FILES_S3_SECRET_ACCESS_KEY: secretAccessKey,
    FILES_S3_SILENCE_SECONDS: silence,
  } = settings;
  return new S3Client({
    region,
    maxAttempts: 3,
    // Other providers than AWS don't know the checksums that its client would add to every request.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    // Of silence: its limit for whole requests only logs, and would be too short for a large file.
    requestHandler: { connectionTimeout: 5_000, socketTimeout: silence * 1_000 },
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(accessKeyId !== undefined &&
      secretAccessKey !== undefined && { credentials: { accessKeyId, secretAccessKey } }),
  });
}

/** Random, and nothing of the file's name. The first letters are folders, so that none has too many entries. */
export function newStorageKey(): string {
  const name = randomBytes(24).toString("hex");
  return `${name.slice(0, 2)}/${name}`;
}
