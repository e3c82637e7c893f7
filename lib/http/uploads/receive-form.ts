import { env } from "@/lib/platform/config/env";
import { receivePart } from "@/lib/platform/files/receive-part";
import { largestFile, MOST_FILES } from "@/lib/platform/files/start-file";
import { Problem } from "@/lib/platform/kernel/problem";
import { Spool } from "@/lib/platform/kernel/spool";
import { t } from "@/lib/platform/language/t";
import { type FormPart, readMultipart } from "./read-multipart";
import type { Asked } from "./upload-purpose";
import type { Uploader } from "./upload-store";

/** Room for the other fields of the form. */
const FIELDS_BYTES = 1024 * 1024;

/**
 * Takes in the files of a plain form, or removes one, and leads back to the page of the form. What the files are for is
 * in the address: `?ticketId=…&note=true`. Asked before the body is read, like the size of all.
 */
export async function receiveForm(request: Request, uploader: Uploader): Promise<Response> {
  const { accountId, purpose } = uploader;
  const { remove, ...asked } = Object.fromEntries(new URL(request.url).searchParams);
  await purpose.requireForm(uploader, asked);
  if (remove !== undefined) await purpose.remove(uploader, remove);
  else await receiveAll(request, uploader, asked);
  const back = purpose.pageOf(accountId, asked);
  return new Response(null, { status: 303, headers: { location: back, "cache-control": "no-store" } });
}

async function receiveAll(request: Request, uploader: Uploader, asked: Asked): Promise<void> {
  const most = MOST_FILES * largestFile() + FIELDS_BYTES;
  if (Number(request.headers.get("content-length") ?? 0) > most || request.body === null) {
    throw new Problem("too-large", t("These files are too large to be sent at once. Upload them one after another."));
  }
  for await (const part of readMultipart(request.body, request.headers.get("content-type") ?? "")) {
    if (part.name === "files" && part.filename) await receiveFile(part, uploader, asked);
  }
}

async function receiveFile({ filename, body }: FormPart, uploader: Uploader, asked: Asked): Promise<void> {
  const { accountId, purpose } = uploader;
  const spool = new Spool(largestFile());
  try {
    const name = filename ?? "";
    await fill(spool, body, name);
    const { id: uploadId, ...file } = await purpose.start(uploader, { name, size: spool.bytes }, asked);
    const allowed = () => purpose.view(uploader, uploadId);
    try {
      await receivePart({ ...file, id: uploadId, accountId }, { offset: 0, source: spool.pieces(), allowed });
      await purpose.finish?.(uploader, uploadId);
    } catch (error) {
      await purpose.remove(uploader, uploadId).catch(() => {});
      throw error;
    }
  } finally {
    await spool.discard();
  }
}

async function fill(spool: Spool, body: AsyncIterable<Uint8Array>, name: string): Promise<void> {
  for await (const piece of body) {
    if (spool.bytes + piece.length > largestFile()) {
      const megabytes = env().FILES_LARGEST_MB;
      throw new Problem(
        "too-large",
        t("“{name}” is too large. A file can have up to {megabytes} MB.", { name, megabytes }),
      );
    }
    await spool.write(piece);
  }
}
