import { iso } from "@/lib/platform/kernel/dates";
import { money } from "@/lib/platform/kernel/money";
import { t, translated } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import type { Overview } from "./schema";

type Recent = Overview["recent"];

const SHOWN = 6;

/** Invoices, credit notes and payments the viewer can see, newest first. */
export async function recentDocuments(context: Context<"account">): Promise<Recent> {
  const { db, account, viewer } = context;
  const newest = { orderBy: { issuedAt: "desc" }, take: SHOWN } as const;
  const invoices = await db.invoice.findMany({
    where: accessibleWhere(context, "billing.invoices.view", { issuedAt: { not: null } }),
    select: { id: true, number: true, issuedAt: true, totalMinor: true, currency: true },
    ...newest,
  });
  const notes = canSome(viewer, "billing.credit.view")
    ? await db.creditNote.findMany({ where: { accountId: account.id }, ...newest })
    : [];
  const payments = await db.payment.findMany({
    where: { accountId: account.id, statusKey: "succeeded", receivedAt: { not: null } },
    select: { id: true, method: true, receivedAt: true, amountMinor: true, currency: true },
    orderBy: { receivedAt: "desc" },
    take: SHOWN,
  });
  const documents: Recent = [
    ...invoices.map(({ id, number, issuedAt, totalMinor, currency }) => ({
      kind: "invoice" as const,
      id,
      title: t("Invoice {number}", { number: number ?? "" }),
      at: iso(issuedAt ?? context.now),
      amount: money(totalMinor, currency),
    })),
    ...notes.map(({ id, number, issuedAt, totalMinor, currency }) => ({
      kind: "creditNote" as const,
      id,
      title: t("Credit note {number}", { number }),
      at: iso(issuedAt),
      amount: money(totalMinor, currency),
    })),
    ...payments.map(({ id, method, receivedAt, amountMinor, currency }) => ({
      kind: "payment" as const,
      id,
      title: t("Payment, {method}", { method: translated(method) }),
      at: iso(receivedAt ?? context.now),
      amount: money(amountMinor, currency),
    })),
  ];
  return documents.sort((a, b) => b.at.localeCompare(a.at)).slice(0, SHOWN);
}
