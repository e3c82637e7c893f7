import { z } from "zod";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { money, moneySchema } from "@/lib/platform/kernel/money";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { type CreditNoteHead, creditNoteHead } from "./schema";

const orders = {
  number: (sort) => [{ number: sort }],
  issued: (sort) => [{ issuedAt: sort }],
  invoice: (sort) => [
    { invoice: { number: { sort, nulls: sort === "asc" ? "last" : "first" } } },
    { issuedAt: "desc" },
  ],
  reason: (sort) => [{ reason: sort }, { issuedAt: "desc" }],
  total: (sort) => [{ totalMinor: sort }, { issuedAt: "desc" }],
} satisfies Record<string, (sort: Direction) => Prisma.CreditNoteOrderByWithRelationInput[]>;

export const listCreditNotes = defineQuery({
  name: "credit-notes.list",
  permission: "billing.credit.view",
  scope: "account",
  summary: "List credit notes, newest first, and the account credit balance",
  activity: "view credit notes",
  input: z.object({ ...cursorInput, ...sortInput(orders, "issued", "desc") }),
  output: cursorPageOf(creditNoteHead).extend({ credit: z.array(moneySchema).describe("One entry per currency") }),
  http: { method: "GET", path: "/accounts/{accountId}/credit-notes" },
  async run(context, asked) {
    const { db, account } = context;
    const where = { accountId: account.id };
    const list = keysetList("credit-notes.list", orders, asked);
    const select = list.select(creditNoteHeadFields);
    const [found, total, balance] = await Promise.all([
      list.read((part) => db.creditNote.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      db.creditNote.count({ where, ...countedBy({ issuedAt: "desc" }) }),
      creditBalance(context),
    ]);
    const credit = [...balance].map(([currency, minor]) => money(minor, currency));
    const page = list.page(found, total);
    return { ...page, items: page.items.map(toCreditNoteHead), credit };
  },
});

export const creditNoteHeadFields = {
  id: true,
  number: true,
  issuedAt: true,
  reason: true,
  currency: true,
  totalMinor: true,
  appliedMinor: true,
  invoice: { select: { id: true, number: true } },
} satisfies Prisma.CreditNoteSelect;

export function toCreditNoteHead(
  row: Prisma.CreditNoteGetPayload<{ select: typeof creditNoteHeadFields }>,
): CreditNoteHead {
  const { id, number, reason, currency, totalMinor, appliedMinor, invoice } = row;
  return {
    id,
    number,
    reason,
    issuedAt: iso(row.issuedAt),
    invoice: { id: invoice.id, number: invoice.number ?? "" },
    total: money(totalMinor, currency),
    applied: money(appliedMinor, currency),
    toCredit: money(totalMinor - appliedMinor, currency),
  };
}
