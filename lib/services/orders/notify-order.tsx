import type { IssuedInvoice } from "@/lib/billing/core/invoicing/book-invoice";
import { env } from "@/lib/platform/config/env";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { forOwner } from "@/lib/platform/mail/mail-about";
import { sendMail } from "@/lib/platform/mail/outbox";
import type { Context } from "@/lib/platform/operations/operation";
import { accountOwner } from "@/lib/services/core/account-owner";
import { locationOf, type Plan } from "@/lib/services/core/plan";
import { locationInWords } from "@/lib/services/core/schema";
import { OrderPlaced } from "@/lib/services/orders/mail/order-placed";

interface OrderNotice {
  readonly number: number;
  readonly serviceId: string;
  readonly product: string;
  readonly name: string;
  readonly note: string;
  readonly plan: Plan;
  readonly invoice: IssuedInvoice;
}

/** The account's owner is notified of every order and its price: someone else may have placed it. */
export async function notifyOrder(context: Context<"account">, order: OrderNotice): Promise<void> {
  const { db, account, actor } = context;
  const { number, product, plan, invoice } = order;
  const amount = (minor: bigint) => formatMoney(minor, plan.currency, currentLocale());
  await sendMail(db, {
    accountId: account.id,
    kind: "billing",
    to: await accountOwner(context),
    subject: () => t("Order #{number}: {product}", { number, product }),
    template: "order-placed",
    about: forOwner,
    body: () => (
      <OrderPlaced
        name={order.name}
        note={order.note}
        accountName={account.name}
        orderNumber={number}
        productName={product}
        location={locationInWords(locationOf(plan))}
        price={t("{amount} per {interval, select, month {month} other {year}}, excluding tax", {
          amount: amount(plan.priceMinor),
          interval: plan.interval,
        })}
        invoiceNumber={invoice.number}
        total={amount(invoice.totalMinor)}
        paid={invoice.status === "paid"}
        orderedBy={actor.name}
        href={
          invoice.status === "paid"
            ? `${env().PORTAL_URL}/a/${account.id}/services/${order.serviceId}`
            : `${env().PORTAL_URL}/a/${account.id}/invoices/${invoice.id}`
        }
      />
    ),
  });
}
