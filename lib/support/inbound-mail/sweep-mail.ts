import { asWorker } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";

/** How long it is shown that a mail arrived and what became of it. */
const LISTED_DAYS = 180;

/** Deletes the content of mail whose time is over, except what waits for a decision, and later the entry. */
export async function sweepMail(now: Date): Promise<void> {
  await asWorker(async (db) => {
    await db.inboundMail.updateMany({
      where: {
        keepUntil: { lt: now },
        state: "done",
        raw: { not: null },
        outcome: { not: "waiting" },
      },
      data: { raw: null, rawSecret: null },
    });
    await db.inboundMail.deleteMany({
      where: { state: "done", receivedAt: { lt: addDays(now, -LISTED_DAYS) }, outcome: { not: "waiting" } },
    });
  });
}
