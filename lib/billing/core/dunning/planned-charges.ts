import type { Prisma } from "@/lib/platform/db/generated/client";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** A planned attempt, and a first one on the due date. After the last failed attempt there is neither. */
export const atNextAttempt = { nextChargeAt: { not: null } } satisfies Prisma.InvoiceWhereInput;
export const atDueDate = {
  nextChargeAt: null,
  chargeAttempts: 0,
  dueAt: { not: null },
} satisfies Prisma.InvoiceWhereInput;

/** Open, and no payment in progress. */
export const chargeable = {
  statusKey: "open",
  allocations: { none: { state: "reserved" } },
} satisfies Prisma.InvoiceWhereInput;

/** The next autopay charges of invoices the viewer can see, earliest first. What is late is charged now. */
export async function plannedCharges(context: Context<"account">, take: number) {
  // Each by its own index: sorted by the earlier of two columns, all of them would have to be read.
  const found = [
    ...(await earliest(context, atNextAttempt, "nextChargeAt", take)),
    ...(await earliest(context, atDueDate, "dueAt", take)),
  ];
  return found
    .map((invoice) => ({ ...invoice, at: later(invoice.nextChargeAt ?? invoice.dueAt, context.now) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, take);
}

const earliest = (
  context: Context<"account">,
  when: Prisma.InvoiceWhereInput,
  by: "nextChargeAt" | "dueAt",
  take: number,
) =>
  context.db.invoice.findMany({
    where: accessibleWhere<"billing.invoices.view", Prisma.InvoiceWhereInput>(context, "billing.invoices.view", {
      ...chargeable,
      ...when,
    }),
    select: { number: true, currency: true, dueMinor: true, dueAt: true, nextChargeAt: true },
    orderBy: [{ [by]: "asc" }, { id: "asc" }],
    take,
  });

const later = (one: Date | null, now: Date): Date => (one !== null && one > now ? one : now);
