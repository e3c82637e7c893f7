import { z } from "zod";
import { lockMoney } from "@/lib/billing/core/billing-context";
import { retryAutomatic } from "@/lib/billing/core/payments/retry-automatic";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { nextCharge } from "./next-charge";
import { autopayStanding } from "./schema";
import { validityOf } from "./validity";

export const changeAutopay = defineCommand({
  name: "payment-methods.change-autopay",
  permission: "billing.autopay.change",
  scope: "account",
  summary: "Turn autopay on or off; invoices are charged to the default payment method on their due date",
  activity: "change autopay",
  input: z.object({ on: z.boolean() }),
  output: autopayStanding,
  http: { method: "POST", path: "/accounts/{accountId}/autopay" },
  async run(context, { on }) {
    await lockMoney(context);
    const { db, account } = context;
    if (on) await requireUsableDefault(context);
    await db.account.updateMany({ where: { id: account.id }, data: { autopay: on, version: { increment: 1 } } });
    if (on) await retryAutomatic(context);
    return {
      output: { on, next: on ? await nextCharge(context) : null },
      audit: { summary: on ? say("Turned on autopay") : say("Turned off autopay") },
    };
  },
});

async function requireUsableDefault({ db, account, now }: Context<"account">): Promise<void> {
  const method = await db.paymentMethod.findFirst({
    where: { accountId: account.id, isDefault: true, removedAt: null },
    select: { expMonth: true, expYear: true },
  });
  if (method === null) throw new Problem("conflict", t("There is no card or bank account to charge. Add one first."));
  if (validityOf(method, now) === "expired") {
    throw new Problem(
      "conflict",
      t("The default card has expired. Replace it, or make another payment method the default."),
    );
  }
}
