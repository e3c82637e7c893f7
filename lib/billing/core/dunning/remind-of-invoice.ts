import { lockMoney, type NotifyingContext } from "@/lib/billing/core/billing-context";
import { InvoiceReminder } from "@/lib/billing/core/dunning/mail/invoice-reminder";
import { unsettled } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { dueBefore, type Schedule, stepsDue } from "@/lib/billing/core/renewals/schedule";
import { env } from "@/lib/platform/config/env";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { addDays, startOfDay } from "@/lib/platform/kernel/dates";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import { can } from "@/lib/policy/evaluate";
import { chargedMethod } from "./charged-method";
import { forNothingYet } from "./debt";

/** Not charged by autopay: it is off, the last attempt failed, or the payment was reversed. */
const paidByHand = {
  OR: [{ account: { autopay: false } }, { chargeAttempts: { gt: 0 }, nextChargeAt: null }],
} satisfies Prisma.InvoiceWhereInput;

/** The invoices with a reminder due. Those being paid, or to be charged by autopay, get none. */
export const remindersDue = ({ reminderDays }: Schedule, now: Date) =>
  ({
    statusKey: "open",
    // Those due by the first step: of each step alone, no index could find them.
    dueAt: { lt: dueBefore(now, Math.min(...reminderDays)) },
    announcedAt: { not: null },
    allocations: { none: { state: "reserved" } },
    OR: reminderDays.map((step) => ({
      dueAt: { lt: dueBefore(now, step) },
      reminders: { none: { step } },
      ...(step <= 0 && paidByHand),
    })),
  }) satisfies Prisma.InvoiceWhereInput;

/**
 * Sends a due reminder of an invoice, each reminder once. If several are due at the same time only the latest is sent
 * and the others are skipped. True if one was sent.
 */
export async function remindOfInvoice(job: NotifyingContext, invoiceId: string, schedule: Schedule): Promise<boolean> {
  await lockMoney(job);
  const { db, account, now } = job;
  const invoice = await db.invoice.findFirst({
    where: { accountId: account.id, id: invoiceId, ...remindersDue(schedule, now) },
    include: { reminders: { select: { step: true } }, orders: { where: forNothingYet.some, select: { id: true } } },
  });
  if (invoice === null || invoice.dueAt === null || invoice.issuedAt === null) return false;
  const { dueAt, issuedAt } = invoice;
  const given = invoice.reminders.map(({ step }) => step);
  const open = stepsDue(schedule, dueAt, now).filter((step) => !given.includes(step));
  const last = open.at(-1);
  if (last === undefined) return false;
  if (last <= 0 && (await chargedMethod(job, invoice)) !== null) return false;
  // Skip if the invoice itself, or a later reminder, was sent after this reminder's day.
  const send = addDays(startOfDay(dueAt), last) > issuedAt && given.every((step) => step < last);
  const to = send ? noticeRecipients(await job.people(), "notices.billing.receive") : [];
  await db.invoiceReminder.createMany({
    data: open.map((step) => ({
      accountId: account.id,
      invoiceId,
      step,
      sentAt: now,
      sentTo: step === last ? to.length : 0,
    })),
  });
  const suspends = invoice.orders.length > 0 ? null : addDays(dueAt, schedule.suspendDays);
  if (send) await remind(job, invoice, to, suspends);
  return send;
}

async function remind(
  { db, account, now }: NotifyingContext,
  invoice: Prisma.InvoiceGetPayload<object>,
  to: ReturnType<typeof noticeRecipients>,
  suspends: Date | null,
): Promise<void> {
  const dueAt = invoice.dueAt ?? now;
  const number = invoice.number ?? "";
  const late = dueAt < now;
  await sendNotice(db, {
    accountId: account.id,
    notice: "notices.billing.receive",
    to,
    kind: "billing",
    bell: {
      kind: "invoice-reminder",
      about: { invoiceId: invoice.id },
      sees: (viewer) => can(viewer, "billing.invoices.view", invoice),
    },
    subject: () =>
      late ? t("Overdue: invoice {number}", { number }) : t("Reminder: invoice {number} is due soon", { number }),
    template: "invoice-reminder",
    about: null,
    body: ({ hasLogin }) =>
      InvoiceReminder({
        accountName: account.name,
        number,
        due: formatMoney(unsettled(invoice), invoice.currency, currentLocale()),
        dueAt,
        late,
        suspendsAt: late && suspends !== null && suspends > now ? suspends : null,
        href: hasLogin ? `${env().PORTAL_URL}/a/${account.id}/invoices/${invoice.id}` : null,
      }),
  });
}
