import { Readable } from "node:stream";
import type { Environment } from "@/lib/platform/config/env";
import { askScanner } from "@/lib/platform/files/scan-file";
import { writeProbe } from "@/lib/platform/files/write-probe";
import { about, type Finding } from "./finding";

const WAIT_MS = 15_000;
const SCAN_MS = 30_000;

/** Whether what people upload can be stored, and is scanned if it is to be. */
export async function filesFindings(settings: Environment): Promise<Finding[]> {
  return [
    await storageFinding(settings),
    ...(settings.CLAMD_SOCKET === undefined
      ? []
      : [await scannerFinding(settings.CLAMD_SOCKET, settings.FILES_LARGEST_MB)]),
  ];
}

async function storageFinding(settings: Environment): Promise<Finding> {
  const { ok, problem } = about("files");
  const { FILES_S3_BUCKET, FILES_DIR } = settings;
  const place = FILES_S3_BUCKET === undefined ? FILES_DIR : `the bucket ${FILES_S3_BUCKET}`;
  try {
    await writeProbe(settings, WAIT_MS);
    return ok(`Files can be stored in ${place}.`);
  } catch (error) {
    const fix =
      FILES_S3_BUCKET === undefined
        ? "Set FILES_DIR to a folder in which the portal and the worker may write."
        : "Check FILES_S3_BUCKET, its region, endpoint and keys, and that they may write, read and delete.";
    return problem(`Files can't be stored in ${place}: ${wordsOf(error)}.`, fix);
  }
}

/** Asks about as much as the largest file has: clamd has a limit of its own. */
async function scannerFinding(address: string, megabytes: number): Promise<Finding> {
  const { ok, problem, warning } = about("virus scanner");
  const largest = async () => Readable.from(zeros(megabytes));
  const verdict = await askScanner(largest, address, SCAN_MS);
  if (verdict === "clean") return ok(`The virus scanner answers, and takes files of ${megabytes} MB.`);
  if ((await askScanner(async () => Readable.from([Buffer.from("nothing bad")]), address, SCAN_MS)) === "clean")
    return problem(
      `The virus scanner doesn't take files of ${megabytes} MB, so large ones are held and nobody gets them.`,
      `Set StreamMaxLength, MaxFileSize and MaxScanSize of clamd to at least ${megabytes}M, or lower FILES_LARGEST_MB.`,
    );
  return warning(
    `The virus scanner at ${address} doesn't answer, so new files are held.`,
    "Start clamd, or correct CLAMD_SOCKET.",
  );
}

function* zeros(megabytes: number): Generator<Buffer> {
  const piece = Buffer.alloc(1024 * 1024);
  for (let sent = 0; sent < megabytes; sent += 1) yield piece;
}

/** The storage's own words: what is around them only says that a file could not be written. */
function wordsOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? wordsOf(cause) : message.replace(/\s+/g, " ").replace(/\.$/, "");
}
