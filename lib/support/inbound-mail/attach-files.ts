import { asWorker } from "@/lib/platform/db/transaction";
import { receivePart } from "@/lib/platform/files/receive-part";
import { MOST_FILES } from "@/lib/platform/files/start-file";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { startUpload } from "@/lib/support/attachments/start-upload";
import type { DraftOf } from "@/lib/support/core/draft-of";
import type { ClaimedInbound } from "./claim-inbound";
import type { MailFacts, MailFile, MailFileContents } from "./mail-facts";
import { filesInThread } from "./mail-thread";
import { openMail } from "./sealed-mail";

export interface Attached {
  readonly attachmentIds: readonly string[];
  /** The names of files that couldn't be stored. */
  readonly leftOut: readonly string[];
}

interface Upload {
  readonly caller: Caller;
  readonly accountId: string;
  readonly draft: DraftOf;
  readonly mail: ClaimedInbound;
}

/** Smaller pictures within the text are most often logos of a signature. */
const SMALLEST_PICTURE = 20_000;

/**
 * Uploads the files of a mail for the message that it becomes, as the person it is written by: type, size, number, room
 * and viruses are judged as in the portal. Repeated after a crash it continues with the same uploads, so that the
 * message is the same; those of a message that is refused are swept like any others.
 */
export async function attachFiles(upload: Upload, { files }: MailFacts): Promise<Attached> {
  const { raw } = upload.mail;
  if (raw === null || !files.some(isKept)) return { attachmentIds: [], leftOut: [] };
  const attachmentIds: string[] = [];
  const leftOut: string[] = [];
  const contents = (await filesInThread(openMail({ ...upload.mail, raw }))).filter(isKept);
  for (const [at, file] of contents.entries()) {
    const id = at < MOST_FILES ? await attach(upload, file, at) : null;
    if (id === null) leftOut.push(file.name);
    else attachmentIds.push(id);
  }
  return { attachmentIds, leftOut };
}

const isKept = ({ inline, bytes }: MailFile): boolean => !inline || bytes >= SMALLEST_PICTURE;

async function attach(upload: Upload, { name, contents }: MailFileContents, at: number): Promise<string | null> {
  const { caller, accountId, draft, mail } = upload;
  const input = { name: name || "file", size: contents.length, ...draft };
  try {
    const once = { idempotencyKey: `mail-${mail.contentHash}-${at}` };
    const { id } = await execute(caller, accountId, startUpload, input, once);
    const where = { id, accountId };
    const begun = await asWorker((db) => db.storedFile.findFirst({ where, select: { state: true, name: true } }));
    if (begun?.state === "uploading") {
      const file = { ...where, name: begun.name, size: contents.length };
      await receivePart(file, { offset: 0, source: pieces(contents), allowed: async () => {} });
    }
    return begun === null ? null : id;
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return null;
    throw error;
  }
}

async function* pieces(contents: Uint8Array): AsyncGenerator<Uint8Array> {
  yield contents;
}
