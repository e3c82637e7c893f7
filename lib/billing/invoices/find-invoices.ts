import type { InvoiceStatus } from "@/lib/platform/db/generated/enums";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { searchAccount } from "@/lib/platform/operations/search-account";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";

/** Finds invoices by number, newest first. */
export async function findInvoices(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const { db, account, actor, now } = context;
  const found = await db.invoice.findMany({
    where: accessibleWhere(
      context,
      "billing.invoices.view",
      await searchAccount(db, q, ["invoice"], (word) => [word.rows("invoice") ?? { numberSearch: word.part }]),
    ),
    select: { id: true, number: true, status: true, totalMinor: true, currency: true, issuedAt: true, dueAt: true },
    orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
    take: MOST_OF_A_KIND,
  });
  return found.map((invoice) => {
    const late = invoice.status === "open" && invoice.dueAt !== null && invoice.dueAt < now;
    const facts = [
      t(words[late ? "overdue" : invoice.status]),
      formatMoney(invoice.totalMinor, invoice.currency, actor.locale),
      invoice.issuedAt && formatDateTime(invoice.issuedAt, "date", actor),
    ];
    return {
      kind: t("Invoices"),
      title: invoice.number ?? t("Draft"),
      subtitle: facts.filter(Boolean).join(" · "),
      href: `/a/${account.id}/invoices/${invoice.id}`,
    };
  });
}

const words: Record<InvoiceStatus | "overdue", Sentence> = {
  draft: msg("draft@@invoice"),
  open: msg("open@@invoice"),
  overdue: msg("overdue@@invoice"),
  paid: msg("paid@@invoice"),
  void: msg("void@@invoice"),
  uncollectible: msg("uncollectible@@invoice"),
};
