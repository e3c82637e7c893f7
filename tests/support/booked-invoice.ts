import { randomUUID } from "node:crypto";
import { draftInvoice } from "@/lib/billing/draft-invoice";
import { issueDraft } from "@/lib/billing/issue-draft";
import { recordPayment } from "@/lib/billing/record-payment";
import { asJob } from "@/lib/db/door";
import { addDays } from "@/lib/kernel/dates";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

/** Somebody who sells, where the ground has nobody yet. */
export async function seller(db: OwnerDatabase): Promise<void> {
  if ((await db.legalEntity.count({ where: { isDefault: true } })) > 0) return;
  await db.legalEntity.create({
    data: { name: "Seller B.V.", lines: ["Quay 1", "1000 AA Amsterdam"], country: "NL", isDefault: true },
  });
}

interface Booked {
  readonly id: string;
  /** Of a paid one; else empty. */
  readonly paymentId: string;
}

/**
 * An invoice of 100 SEK, of which the demo has no credit, without tax that went through the books: a draft (version 1), an open one (version 2), or one
 * paid by bank transfer. In a process whose database is the test's.
 */
export async function bookedInvoice(
  db: OwnerDatabase,
  accountId: string,
  until: "draft" | "open" | "paid",
): Promise<Booked> {
  await seller(db);
  const now = new Date();
  const booked = await asJob(accountId, now, async (job) => {
    const line = { kind: "oneOff" as const, description: "Work", quantity: 1, unitMinor: 10_000n, taxCategory: "none" };
    const id = await draftInvoice(job, { currency: "SEK", lines: [line] });
    if (until === "draft") return { id, paymentId: "" };
    await issueDraft(job, id, addDays(now, 14));
    if (until === "open") return { id, paymentId: "" };
    const wanted = { invoiceIds: [id], amountMinor: 10_000n, currency: "SEK", reference: randomUUID() };
    return { id, paymentId: (await recordPayment(job, wanted)).id };
  });
  if (booked === null) throw new Error("The account is gone.");
  return booked;
}
