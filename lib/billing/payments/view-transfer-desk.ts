import { z } from "zod";
import { amountDue } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { currency } from "@/lib/platform/kernel/currencies";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { money } from "@/lib/platform/kernel/money";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { transferDesk } from "./schema";

/** More open invoices than an account should ever have; beyond it, the page explains how to reach the rest. */
const MOST_SHOWN = 300;

export const viewTransferDesk = defineQuery({
  name: "payments.view-transfer-desk",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "List the open invoices for recording a bank transfer, earliest due first",
  activity: "prepare a bank transfer",
  input: z.object({ invoiceId: id.optional().describe("An invoice to include even if it is beyond the limit") }),
  output: transferDesk,
  http: { method: "GET", path: "/accounts/{accountId}/transfer-desk" },
  async run(context, { invoiceId }) {
    const { db, account } = context;
    const open = { accountId: account.id, statusKey: "open" };
    const order = [{ dueAt: { sort: "asc", nulls: "last" } as const }, { id: "asc" as const }];
    const first = await db.invoice.findMany({ where: open, orderBy: order, take: MOST_SHOWN, select: shown });
    const isShown = invoiceId === undefined || first.some((invoice) => invoice.id === invoiceId);
    const chosen = isShown
      ? null
      : await db.invoice.findFirst({ where: { accountId: account.id, id: invoiceId }, select: shown });
    if (!isShown && chosen === null) throw notFound(t("Invoice not found."));
    const { currency: code } = await db.account.findUniqueOrThrow({ where: { id: account.id } });
    return {
      currency: currency.safeParse(code).data ?? "EUR",
      total: await openCount(context),
      invoices: [...first, ...(chosen?.status === "open" ? [chosen] : [])].map((invoice) => ({
        id: invoice.id,
        number: invoice.number ?? "",
        dueAt: isoOrNull(invoice.dueAt),
        due: money(amountDue(invoice), invoice.currency),
      })),
    };
  },
});

const shown = {
  id: true,
  number: true,
  status: true,
  currency: true,
  dueAt: true,
  totalMinor: true,
  paidMinor: true,
  creditedMinor: true,
  releasedMinor: true,
} satisfies Prisma.InvoiceSelect;

/** Kept by the database: counting them would read them all. */
async function openCount({ db, account }: Context<"account">): Promise<number> {
  const { _sum } = await db.receivable.aggregate({ where: { accountId: account.id }, _sum: { invoices: true } });
  return _sum.invoices ?? 0;
}
