import { asWorker } from "@/lib/platform/db/transaction";
import { UnreadableSecret } from "@/lib/platform/keys/unreadable-secret";
import type { ShownMail } from "./mail-facts";
import { MalformedMail, showMailInThread } from "./mail-thread";
import { openMail } from "./sealed-mail";

/**
 * The content of a mail, for whoever was just allowed to see it: read after their transaction, which must not wait for
 * a thread. Null if it is no longer kept, or can't be read.
 */
export async function keptContent(mailId: string): Promise<ShownMail | null> {
  const row = await asWorker((db) =>
    db.inboundMail.findUnique({ where: { id: mailId }, select: { id: true, raw: true, rawSecret: true } }),
  );
  if (!row?.raw) return null;
  try {
    return await showMailInThread(openMail({ ...row, raw: row.raw }));
  } catch (error) {
    if (error instanceof MalformedMail || error instanceof UnreadableSecret) return null;
    throw error;
  }
}
