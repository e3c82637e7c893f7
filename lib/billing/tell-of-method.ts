import { env } from "@/lib/config/env";
import { noticeRecipients } from "@/lib/mail/notice-recipients";
import { sendMail } from "@/lib/mail/outbox";
import { PaymentMethodChanged } from "@/lib/mail/templates/payment-method-changed";
import type { Told } from "./tell-of-payment";

interface MethodChange {
  readonly change: "added" | "removed";
  /** What people know it by: "Visa •••• 4242". */
  readonly label: string;
  readonly by: string;
  readonly replaced?: string | null;
  /** It was the last one that automatic payment could use. */
  readonly autopayEnded?: boolean;
}

/** Word of a card or bank account that was added or removed, to those who get billing notices. */
export async function tellOfMethod({ db, account, people }: Told, news: MethodChange): Promise<void> {
  const recipients = noticeRecipients(await people(), "notices.billing.receive");
  await sendMail(db, {
    accountId: account.id,
    kind: "billing",
    to: recipients.map(({ name, email }) => ({ name, address: email })),
    subject: `${news.label} was ${news.change}`,
    template: "payment-method-changed",
    body: PaymentMethodChanged({
      ...news,
      accountName: account.name,
      href: `${env().PORTAL_URL}/a/${account.id}/payment-methods`,
    }),
  });
}
