import { z } from "zod";
import { lockMoney } from "@/lib/billing/core/billing-context";
import { applyCredit } from "@/lib/billing/core/credits/apply-credit";
import { completePayment } from "@/lib/billing/core/payments/complete-payment";
import { reservePayment } from "@/lib/billing/core/payments/reserve-payment";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { id } from "@/lib/platform/kernel/ids";
import { money, moneySchema } from "@/lib/platform/kernel/money";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { minorOf, typedAmount } from "@/lib/platform/kernel/typed-amount";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t, translated } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { creditFor } from "./credit-for";
import { type PayableInvoice, payableInvoices } from "./payable-invoices";
import { paymentStatus } from "./schema";
import { chargeable, defaultMethod } from "./usable-methods";

const input = z.object({
  invoiceIds: z
    .array(id)
    .min(1, issue("Select at least one invoice."))
    .max(50, issue("You can pay at most 50 invoices at once.")),
  methodId: id.optional().describe("A stored payment method; the default if omitted"),
  amount: z
    .string()
    .max(30)
    .default("")
    .describe("Amount to pay on a single invoice, e.g. 12.50; the full amount due if omitted"),
  useCredit: z
    .boolean()
    .default(false)
    .describe("Apply account credit first, and charge only the rest to the payment method"),
  creditSeen: moneySchema.shape.amountMinor
    .optional()
    .describe("The account credit shown, in minor units; the payment fails if it has changed"),
  totalSeen: moneySchema.shape.amountMinor
    .optional()
    .describe("The total shown, in minor units; the payment fails if the amount due has changed"),
});

/**
 * Pays invoices with a stored method. The payment is committed before the gateway is asked, so a crash in between can't
 * cause a second charge. The returned status is `processing` while the outcome isn't known.
 */
export const pay = defineCommand({
  name: "payments.pay",
  permission: "billing.invoices.pay",
  scope: "account",
  summary: "Pay one or more invoices, in full or in part",
  activity: "pay invoices",
  stepUp: "with-factor",
  once: true,
  input,
  output: z.object({
    id: id.nullable().describe("Null if account credit paid everything"),
    status: paymentStatus,
    amount: moneySchema.describe("Amount charged to the payment method"),
    credit: moneySchema.describe("Amount paid from account credit"),
  }),
  http: { method: "POST", path: "/accounts/{accountId}/payments", status: 201 },
  async run(context, { invoiceIds, methodId, amount, useCredit, creditSeen, totalSeen }) {
    await lockMoney(context);
    const invoices = await payableInvoices(context, invoiceIds);
    const dueMinor = invoices.reduce((sum, invoice) => sum + invoice.dueMinor, 0n);
    if (totalSeen !== undefined && BigInt(totalSeen) !== dueMinor) {
      throw new Problem("conflict", t("The amount due has changed. Review it before paying."));
    }
    const part = partOf(invoices, amount);
    const { actor } = context;
    const currency = invoices[0]?.currency ?? "";
    const { left, creditMinor } = useCredit
      ? await payFromCredit(context, invoices, part, creditSeen)
      : { left: invoices, creditMinor: 0n };
    const numbers = invoices.map(({ number }) => number).join(", ");
    const credit = money(creditMinor, currency);
    const used = { minor: String(creditMinor), currency };
    if (left.length === 0) {
      const output = { id: null, status: "succeeded" as const, amount: money(0n, currency), credit };
      return {
        output,
        audit: {
          summary: say("Paid {credit} for {numbers} from account credit", { credit: used, numbers }),
          target: { type: "invoice", id: invoices[0]?.id ?? "" },
        },
      };
    }
    const reserved = await reservePayment(context, {
      invoices: left.map((invoice) => ({ id: invoice.id, amountMinor: part ?? invoice.dueMinor })),
      methodId: await methodOf(context, methodId, currency),
      origin: "person",
      payer: { name: actor.name, contactId: actor.contactId },
    });
    const paid = money(reserved.amountMinor, reserved.currency);
    const asked = { minor: String(reserved.amountMinor), currency: reserved.currency };
    return {
      output: { id: reserved.paymentId, status: "processing" as const, amount: paid, credit },
      audit: {
        summary:
          creditMinor > 0n
            ? say("Paid {credit} for {numbers} from account credit. Started a payment of {amount} for {numbers}", {
                credit: used,
                amount: asked,
                numbers,
              })
            : say("Started a payment of {amount} for {numbers}", { amount: asked, numbers }),
        target: { type: "payment", id: reserved.paymentId },
      },
    };
  },
  after: async (output, accountId) =>
    output.id === null ? output : { ...output, status: await completePayment(accountId ?? "", output.id) },
});

/** Runs under the account's money lock, so the credit compared is the credit applied. */
async function payFromCredit(
  context: Context<"account">,
  invoices: readonly PayableInvoice[],
  part: bigint | null,
  seen: number | undefined,
): Promise<{ left: PayableInvoice[]; creditMinor: bigint }> {
  if (part !== null)
    throw invalidField("useCredit", t("Account credit can't be used with a partial payment. Pay the full amount."));
  await authorize(context, "billing.credit.view");
  if (seen !== undefined && BigInt(seen) !== (await creditFor(context, invoices))) {
    throw new Problem("conflict", t("The account credit has changed. Review the amount before paying."));
  }
  const left: PayableInvoice[] = [];
  let creditMinor = 0n;
  for (const invoice of invoices) {
    const used = invoice.takesCredit ? await applyCredit(context, invoice.id) : 0n;
    creditMinor += used;
    if (used < invoice.dueMinor) left.push({ ...invoice, dueMinor: invoice.dueMinor - used });
  }
  return { left, creditMinor };
}

/** Null for the full amount due. A partial amount must be for one invoice, so its allocation is clear. */
function partOf([first, ...others]: readonly PayableInvoice[], text: string): bigint | null {
  if (text.trim() === "" || first === undefined) return null;
  if (others.length > 0)
    throw invalidField("amount", t("A partial payment can be made for only one invoice at a time."));
  const typed = typedAmount.safeParse(text);
  if (!typed.success) throw invalidField("amount", translated(typed.error.issues[0]?.message ?? ""));
  const minor = minorOf(typed.data, first.currency, "amount");
  if (minor <= 0n || minor > first.dueMinor) {
    const most = formatMoney(first.dueMinor, first.currency, currentLocale());
    throw invalidField("amount", t("Enter an amount above zero, up to {most}.", { most }));
  }
  return minor;
}

async function methodOf(context: Context<"account">, methodId: string | undefined, currency: string): Promise<string> {
  if (methodId === undefined) {
    const chosen = await defaultMethod(context, currency);
    if (chosen === null)
      throw invalidField("methodId", t("No default payment method can be charged. Choose a payment method."));
    return chosen;
  }
  const known = accessibleWhere(context, "billing.payment-methods.view", { ...chargeable(currency), id: methodId });
  const found = await context.db.paymentMethod.findFirst({ where: known, select: { id: true } });
  if (found === null)
    throw invalidField("methodId", t("This payment method was removed or can't be charged. Choose another one."));
  return found.id;
}
