import type { IssuedInvoice } from "@/lib/billing/core/invoicing/book-invoice";
import { env } from "@/lib/platform/config/env";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { forOwner } from "@/lib/platform/mail/mail-about";
import { sendMail } from "@/lib/platform/mail/outbox";
import { dayInWords } from "@/lib/platform/mail/templates/day-in-words";
import type { Context } from "@/lib/platform/operations/operation";
import { accountOwner } from "@/lib/services/core/account-owner";
import { PlanChanged } from "@/lib/services/services/mail/plan-changed";
import type { PlanChange } from "./plan-change";

/** The account's owner is notified of every plan change and its price. */
export async function notifyPlanChange(
  context: Context<"account">,
  { service, product, plan, when, startsAt }: PlanChange,
  invoice: IssuedInvoice | null,
): Promise<void> {
  const { db, account, actor } = context;
  const amount = (minor: bigint) => formatMoney(minor, plan.currency, currentLocale());
  await sendMail(db, {
    accountId: account.id,
    kind: "billing",
    to: await accountOwner(context),
    subject: () => `${service.name}: ${product.name}`,
    template: "plan-changed",
    about: forOwner,
    body: () => (
      <PlanChanged
        accountName={account.name}
        serviceName={service.name}
        before={service.product.name}
        after={[product.name, ...plan.options.map(({ name }) => name)].join(", ")}
        atOnce={when === "now"}
        from={when === "now" ? t("Immediately") : dayInWords(startsAt)}
        price={t("{amount} per {interval, select, month {month} other {year}}, excluding tax", {
          amount: amount(plan.priceMinor),
          interval: plan.interval,
        })}
        due={invoice && t("{amount} on invoice {number}", { amount: amount(invoice.dueMinor), number: invoice.number })}
        changedBy={actor.name}
        href={`${env().PORTAL_URL}/a/${account.id}/services/${service.id}`}
      />
    ),
  });
}
