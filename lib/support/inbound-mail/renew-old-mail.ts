import { asWorker } from "@/lib/platform/db/transaction";
import { log } from "@/lib/platform/logging/log";
import { openMail, sealMail } from "./sealed-mail";

/**
 * Encrypts mail from before the key ring anew, one after another, and returns how many. Where its content was deleted
 * meanwhile, it stays deleted.
 */
export async function renewOldMail(stopping: () => boolean = () => false): Promise<number> {
  let renewed = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; !stopping(); ) {
    const row = await nextOld(after);
    if (row === null) break;
    after = row.id;
    try {
      const data = sealMail(openMail(row), row.id);
      const where = { id: row.id, raw: { not: null }, rawSecret: null };
      renewed += (await asWorker((db) => db.inboundMail.updateMany({ where, data }))).count;
    } catch (error) {
      log().error({ err: error, mail: row.id }, "A received email from before the key ring can't be decrypted.");
    }
  }
  return renewed;
}

async function nextOld(after: string) {
  const row = await asWorker((db) =>
    db.inboundMail.findFirst({
      where: { id: { gt: after }, raw: { not: null }, rawSecret: null },
      select: { id: true, raw: true, rawSecret: true },
      orderBy: { id: "asc" },
    }),
  );
  return row?.raw ? { ...row, raw: row.raw } : null;
}
