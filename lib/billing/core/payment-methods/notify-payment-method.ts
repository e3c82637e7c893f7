import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { PaymentMethodChanged } from "@/lib/billing/core/payment-methods/mail/payment-method-changed";
import { env } from "@/lib/platform/config/env";
import { t } from "@/lib/platform/language/t";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";

interface MethodChange {
  readonly change: "added" | "removed";
  /** The label payers recognise: "Visa •••• 4242". */
  readonly label: string;
  readonly by: string;
  readonly replaced?: string | null;
  /** It was the last method autopay could use. */
  readonly autopayEnded?: boolean;
}

/** Tells everyone who receives billing notifications that a card or bank account was added or removed. */
export async function notifyPaymentMethod(
  { db, account, people }: NotifyingContext,
  news: MethodChange,
): Promise<void> {
  await sendNotice(db, {
    accountId: account.id,
    notice: "notices.billing.receive",
    kind: "billing",
    to: noticeRecipients(await people(), "notices.billing.receive"),
    subject: () =>
      news.change === "added"
        ? t("{label} was added", { label: news.label })
        : t("{label} was removed", { label: news.label }),
    template: "payment-method-changed",
    about: null,
    body: ({ hasLogin }) =>
      PaymentMethodChanged({
        ...news,
        accountName: account.name,
        href: hasLogin ? `${env().PORTAL_URL}/a/${account.id}/payment-methods` : null,
      }),
  });
}
