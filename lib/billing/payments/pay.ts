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
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { creditFor } from "./credit-for";
import { type PayableInvoice, payableInvoices } from "./payable-invoices";
import { paymentStatus } from "./schema";
import { chargeable, defaultMethod } from "./usable-methods";

const input = z.object({
  invoiceIds: z.array(id).min(1, "Choose an invoice.").max(50, "Pay 50 invoices at once at most."),
  methodId: id.optional().describe("A stored method; the default where none is named"),
  amount: z
    .string()
    .max(30)
    .default("")
    .describe("What to pay of a single invoice, like 12.50; all that is due where it is left out"),
  useCredit: z
    .boolean()
    .default(false)
    .describe("Pay with the account's credit first, and only what it leaves with the method"),
  creditSeen: moneySchema.shape.amountMinor
    .optional()
    .describe("The credit that was shown, in minor units: the payment is refused where there is another sum by now"),
  totalSeen: moneySchema.shape.amountMinor
    .optional()
    .describe("The total that was shown, in minor units: the payment is refused where another sum is due by now"),
});

/**
 * Pays invoices with a stored method. The bank is asked after all is written down, so that whatever breaks in between,
 * it is one charge; the answer says how the payment stands then, and `processing` where nobody knows yet.
 */
export const pay = defineCommand({
  name: "payments.pay",
  permission: "billing.invoices.pay",
  scope: "account",
  summary: "Pay one or more invoices, in full or in part",
  activity: "pay invoices",
  once: true,
  input,
  output: z.object({
    id: id.nullable().describe("Null where account credit has paid it all"),
    status: paymentStatus,
    amount: moneySchema.describe("What the method pays"),
    credit: moneySchema.describe("What account credit has paid"),
  }),
  http: { method: "POST", path: "/accounts/{accountId}/payments", status: 201 },
  async run(context, { invoiceIds, methodId, amount, useCredit, creditSeen, totalSeen }) {
    await lockMoney(context);
    const invoices = await payableInvoices(context, invoiceIds);
    const dueMinor = invoices.reduce((sum, invoice) => sum + invoice.dueMinor, 0n);
    if (totalSeen !== undefined && BigInt(totalSeen) !== dueMinor) {
      throw new Problem("conflict", "Another sum is due by now. Look at it again before you pay.");
    }
    const part = partOf(invoices, amount);
    const { actor } = context;
    const currency = invoices[0]?.currency ?? "";
    const { left, creditMinor } = useCredit
      ? await payFromCredit(context, invoices, part, creditSeen)
      : { left: invoices, creditMinor: 0n };
    const numbers = invoices.map(({ number }) => number).join(", ");
    const credit = money(creditMinor, currency);
    const fromCredit = `Paid ${formatMoney(creditMinor, currency, "en-GB")} of ${numbers} from account credit`;
    if (left.length === 0) {
      const output = { id: null, status: "succeeded" as const, amount: money(0n, currency), credit };
      return { output, audit: { summary: fromCredit, target: { type: "invoice", id: invoices[0]?.id ?? "" } } };
    }
    const reserved = await reservePayment(context, {
      invoices: left.map((invoice) => ({ id: invoice.id, amountMinor: part ?? invoice.dueMinor })),
      methodId: await methodOf(context, methodId, currency),
      origin: "person",
      payer: { name: actor.name, contactId: actor.contactId },
    });
    const paid = money(reserved.amountMinor, reserved.currency);
    const asked = `Asked to pay ${formatMoney(reserved.amountMinor, reserved.currency, "en-GB")} for ${numbers}`;
    return {
      output: { id: reserved.paymentId, status: "processing" as const, amount: paid, credit },
      audit: {
        summary: creditMinor > 0n ? `${fromCredit}. ${asked}` : asked,
        target: { type: "payment", id: reserved.paymentId },
      },
    };
  },
  after: async (output, accountId) =>
    output.id === null ? output : { ...output, status: await completePayment(accountId ?? "", output.id) },
});

/** Under the lock on the account's money, so the credit that was compared is the credit that is spent. */
async function payFromCredit(
  context: Context<"account">,
  invoices: readonly PayableInvoice[],
  part: bigint | null,
  seen: number | undefined,
): Promise<{ left: PayableInvoice[]; creditMinor: bigint }> {
  if (part !== null) throw invalidField("useCredit", "Pay all that is due to use account credit.");
  await authorize(context, "billing.credit.view");
  if (seen !== undefined && BigInt(seen) !== (await creditFor(context, invoices))) {
    throw new Problem("conflict", "The account's credit has changed. Review the amount before you pay.");
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

/** Null for all that is due. A part is of one invoice: nobody has to guess how it was meant to be shared. */
function partOf([first, ...others]: readonly PayableInvoice[], text: string): bigint | null {
  if (text.trim() === "" || first === undefined) return null;
  if (others.length > 0) throw invalidField("amount", "A part can be paid of one invoice at a time.");
  const typed = typedAmount.safeParse(text);
  if (!typed.success) throw invalidField("amount", typed.error.issues[0]?.message ?? "Write an amount.");
  const minor = minorOf(typed.data, first.currency, "amount");
  if (minor <= 0n || minor > first.dueMinor) {
    const most = formatMoney(first.dueMinor, first.currency, "en-GB");
    throw invalidField("amount", `Pay something, and ${most} at most: more is not due.`);
  }
  return minor;
}

async function methodOf(context: Context<"account">, methodId: string | undefined, currency: string): Promise<string> {
  if (methodId === undefined) {
    const chosen = await defaultMethod(context, currency);
    if (chosen === null) throw invalidField("methodId", "There is no default payment method that can be charged.");
    return chosen;
  }
  const known = accessibleWhere(context, "billing.payment-methods.view", { ...chargeable(currency), id: methodId });
  const found = await context.db.paymentMethod.findFirst({ where: known, select: { id: true } });
  if (found === null)
    throw invalidField(
      "methodId",
      "This payment method is not stored any more, or cannot be charged. Choose another one.",
    );
  return found.id;
}
