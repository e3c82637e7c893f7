import { z } from "zod";
import { lockMoney } from "@/lib/billing/core/billing-context";
import { detachPaymentMethod } from "@/lib/billing/core/payment-methods/detach-payment-method";
import { methodLabel } from "@/lib/billing/core/payment-methods/method-label";
import { notifyPaymentMethod } from "@/lib/billing/core/payment-methods/notify-payment-method";
import { retryAutomatic } from "@/lib/billing/core/payments/retry-automatic";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { knownMethod } from "./known-method";
import { validityOf } from "./validity";

const input = z.object({
  methodId: id,
  endsAutopay: z.boolean().default(false).describe("Confirms that removing the last payment method turns off autopay"),
});

const output = z.object({
  id,
  newDefault: z.string().nullable().describe("The new default payment method, if it changed"),
  autopayEnded: z.boolean(),
});

/**
 * If it was the default, another method replaces it. Removing the last method autopay can use needs confirmation, from
 * someone who can turn autopay off: otherwise invoices would silently go unpaid.
 */
export const removeMethod = defineCommand({
  name: "payment-methods.remove",
  permission: "billing.payment-methods.update",
  scope: "account",
  summary: "Remove a stored card or bank account, here and at the payment provider",
  activity: "remove a payment method",
  input,
  output,
  http: { method: "DELETE", path: "/accounts/{accountId}/payment-methods/{methodId}" },
  async run(context, { methodId, endsAutopay }) {
    await lockMoney(context);
    const method = await knownMethod(context, methodId);
    await refuseUnderWay(context, methodId);
    const next = method.isDefault ? await successorOf(context, methodId) : null;
    const autopayEnded = method.isDefault && next === null && (await autopayOf(context));
    if (autopayEnded) await endAutopay(context, endsAutopay);
    await takeAway(context, methodId, next?.id);
    const label = methodLabel(method);
    await notifyPaymentMethod(context, { change: "removed", label, by: context.actor.name, autopayEnded });
    return {
      output: { id: methodId, newDefault: next && methodLabel(next), autopayEnded },
      audit: {
        summary: autopayEnded
          ? say("Removed {name} and turned off autopay", { name: label })
          : say("Removed {name}", { name: label }),
        target: { type: "paymentMethod", id: methodId },
      },
    };
  },
  after: async (done, accountId) => {
    await detachPaymentMethod(accountId ?? "", done.id);
    return done;
  },
});

async function refuseUnderWay({ db, account }: Context<"account">, paymentMethodId: string): Promise<void> {
  const status = { in: ["processing" as const, "actionRequired" as const] };
  const underWay = await db.payment.count({ where: { accountId: account.id, paymentMethodId, status } });
  if (underWay > 0)
    throw new Problem(
      "conflict",
      t("A payment with this method is in progress. Remove it when the payment has completed."),
    );
}

/** The newest other method that is still valid. */
async function successorOf(context: Context<"account">, methodId: string) {
  const others = await context.db.paymentMethod.findMany({
    where: accessibleWhere(context, "billing.payment-methods.update", { id: { not: methodId }, removedAt: null }),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return others.find((other) => validityOf(other, context.now) !== "expired") ?? null;
}

const autopayOf = async ({ db, account }: Context<"account">): Promise<boolean> =>
  (await db.account.findUniqueOrThrow({ where: { id: account.id }, select: { autopay: true } })).autopay;

async function endAutopay(context: Context<"account">, agreed: boolean): Promise<void> {
  await authorize(context, "billing.autopay.change");
  if (!agreed) {
    throw new Problem(
      "conflict",
      t(
        "This is the last payment method and autopay uses it. Confirm turning off autopay, or add another payment method first.",
      ),
    );
  }
  const { db, account } = context;
  await db.account.updateMany({ where: { id: account.id }, data: { autopay: false, version: { increment: 1 } } });
}

async function takeAway(context: Context<"account">, methodId: string, nextId: string | undefined): Promise<void> {
  const mine = (id: string) => accessibleWhere(context, "billing.payment-methods.update", { id });
  await context.db.paymentMethod.updateMany({
    where: mine(methodId),
    data: { removedAt: context.now, isDefault: false },
  });
  if (nextId === undefined) return;
  await context.db.paymentMethod.updateMany({ where: mine(nextId), data: { isDefault: true } });
  await retryAutomatic(context);
}
