import { fromStrings } from "@/lib/http/from-strings";
import { env } from "@/lib/platform/config/env";
import { receivePart } from "@/lib/platform/files/receive-part";
import { largestFile, MOST_FILES } from "@/lib/platform/files/start-file";
import { Problem } from "@/lib/platform/kernel/problem";
import { Spool } from "@/lib/platform/kernel/spool";
import { t } from "@/lib/platform/language/t";
import { execute } from "@/lib/platform/operations/execute";
import { listUploads } from "@/lib/support/attachments/list-uploads";
import { removeUpload } from "@/lib/support/attachments/remove-upload";
import { startUpload } from "@/lib/support/attachments/start-upload";
import { viewUpload } from "@/lib/support/attachments/view-upload";
import type { DraftOf } from "@/lib/support/core/draft-of";
import { type FormPart, readMultipart } from "./read-multipart";
import type { Uploader } from "./upload-store";

/** Room for the other fields of the form. */
const FIELDS_BYTES = 1024 * 1024;

/**
 * Takes in the files of a plain form, or removes one, and leads back to the page of the form. What the files are for is
 * in the address: `?ticketId=…&note=true`. Asked before the body is read, like the size of all.
 */
export async function receiveForm(request: Request, uploader: Uploader): Promise<Response> {
  const { caller, accountId } = uploader;
  const { remove, ...asked } = Object.fromEntries(new URL(request.url).searchParams);
  const draft = fromStrings(listUploads.input, Object.entries(asked)) as DraftOf;
  await execute(caller, accountId, listUploads, draft);
  if (remove !== undefined) await execute(caller, accountId, removeUpload, { uploadId: remove });
  else await receiveAll(request, uploader, draft);
  const back = `/a/${accountId}/tickets/${draft.ticketId ?? "new"}#${draft.note ? "note" : "message"}-files`;
  return new Response(null, { status: 303, headers: { location: back, "cache-control": "no-store" } });
}

async function receiveAll(request: Request, uploader: Uploader, draft: DraftOf): Promise<void> {
  const most = MOST_FILES * largestFile() + FIELDS_BYTES;
  if (Number(request.headers.get("content-length") ?? 0) > most || request.body === null) {
    throw new Problem("too-large", t("These files are too large to be sent at once. Upload them one after another."));
  }
  for await (const part of readMultipart(request.body, request.headers.get("content-type") ?? "")) {
    if (part.name === "files" && part.filename) await receiveFile(part, uploader, draft);
  }
}

async function receiveFile(
  { filename, body }: FormPart,
  { caller, accountId }: Uploader,
  draft: DraftOf,
): Promise<void> {
  const spool = new Spool(largestFile());
  try {
    const name = filename ?? "";
    await fill(spool, body, name);
    const { id: uploadId, ...file } = await execute(caller, accountId, startUpload, {
      name,
      size: spool.bytes,
      ...draft,
    });
    const allowed = () => execute(caller, accountId, viewUpload, { uploadId });
    try {
      await receivePart({ ...file, id: uploadId, accountId }, { offset: 0, source: spool.pieces(), allowed });
    } catch (error) {
      await execute(caller, accountId, removeUpload, { uploadId }).catch(() => {});
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
