import { giveUpPayment } from "@/lib/billing/ask-after-payment";
import { businessNow } from "@/lib/db/business-clock";
import { asWorker } from "@/lib/db/door";
import { addDays } from "@/lib/kernel/dates";

const BATCH = 100;

/**
 * Payments whose payer went to their bank a day ago and never came back: given up, so that their invoices can be paid
 * again. Where they did confirm, giving up finds that out.
 */
export async function giveUpAbandoned(): Promise<number> {
  const before = addDays(await businessNow(), -1);
  const abandoned = await asWorker((db) =>
    db.payment.findMany({
      where: { status: "actionRequired", createdAt: { lt: before } },
      select: { id: true, accountId: true },
      orderBy: { createdAt: "asc" },
      take: BATCH,
    }),
  );
  for (const { id, accountId } of abandoned) await giveUpPayment(accountId, id);
  return abandoned.length;
}
