import { Readable } from "node:stream";
import type { Environment } from "@/lib/platform/config/env";
import { scanFile } from "@/lib/platform/files/scan-file";
import { writeProbe } from "@/lib/platform/files/write-probe";
import { about, type Finding } from "./finding";

const WAIT_MS = 15_000;

/** Whether what people upload can be stored, and is scanned if it is to be. */
export async function filesFindings(settings: Environment): Promise<Finding[]> {
  return [
    await storageFinding(settings),
    ...(settings.CLAMD_SOCKET === undefined ? [] : [await scannerFinding(settings.CLAMD_SOCKET)]),
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

async function scannerFinding(address: string): Promise<Finding> {
  const { ok, warning } = about("virus scanner");
  const answer = await scanFile(async () => Readable.from([Buffer.from("nothing bad")]), address);
  return answer === "clean"
    ? ok("The virus scanner answers.")
    : warning(
        `The virus scanner at ${address} doesn't answer, so new files are held.`,
        "Start clamd, or correct CLAMD_SOCKET.",
      );
}

const wordsOf = (error: unknown): string => (error as Error).message.replace(/\s+/g, " ").replace(/\.$/, "");
