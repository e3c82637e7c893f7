import { env } from "@/lib/config/env";
import { formatMoney } from "@/lib/kernel/format-money";
import { noticeRecipients } from "@/lib/mail/notice-recipients";
import { sendMail } from "@/lib/mail/outbox";
import { CreditNoteIssued } from "@/lib/mail/templates/credit-note-issued";
import type { Told } from "./tell-of-payment";

/** A credit note, to those who get invoices. */
export async function tellOfCreditNote({ db, account, people }: Told, creditNoteId: string): Promise<void> {
  const note = await db.creditNote.findFirstOrThrow({
    where: { accountId: account.id, id: creditNoteId },
    include: { invoice: { select: { number: true } } },
  });
  const write = (minor: bigint) => formatMoney(minor, note.currency, "en-GB");
  await sendMail(db, {
    accountId: account.id,
    kind: "billing",
    to: noticeRecipients(await people(), "notices.invoices.receive").map(({ name, email }) => ({
      name,
      address: email,
    })),
    subject: `Credit note ${note.number} for ${note.invoice.number}`,
    template: "credit-note-issued",
    body: CreditNoteIssued({
      accountName: account.name,
      number: note.number,
      invoice: note.invoice.number ?? "",
      total: write(note.totalMinor),
      lowered: note.appliedMinor === 0n ? null : write(note.appliedMinor),
      credit: note.totalMinor === note.appliedMinor ? null : write(note.totalMinor - note.appliedMinor),
      reason: note.reason,
      href: `${env().PORTAL_URL}/a/${account.id}/invoices/${note.invoiceId}`,
    }),
  });
}
