import { z } from "zod";
import { creditableLines, wholeCredit } from "@/lib/billing/core/credits/creditable";
import { type CreditLine, issueCreditNote } from "@/lib/billing/core/credits/issue-credit-note";
import { notifyCreditNote } from "@/lib/billing/core/credits/notify-credit-note";
import { id, version } from "@/lib/platform/kernel/ids";
import { money, moneySchema } from "@/lib/platform/kernel/money";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { reason } from "@/lib/platform/kernel/reason";
import { minorOf, optionalAmount } from "@/lib/platform/kernel/typed-amount";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { creditedBefore, type ManagedRecord, seenRecord } from "./managed-record";

const input = z.object({
  invoiceId: id,
  version,
  extent: z.enum(["whole", "lines"]).default("whole").describe("The whole remaining amount, or selected lines"),
  lines: z
    .array(z.object({ lineId: id, amount: optionalAmount.describe("Net, decimal; empty to skip the line") }))
    .max(200)
    .default([]),
  reason,
});

/** Reduces the amount due first; anything already paid becomes account credit. */
export const creditInvoice = defineCommand({
  name: "invoices.credit",
  permission: "billing.invoices.manage",
  scope: "account",
  summary: "Issue a credit note for an invoice",
  activity: "issue a credit note",
  input,
  output: z.object({
    id,
    number: z.string(),
    invoiceId: id,
    total: moneySchema,
    applied: moneySchema.describe("Amount applied to the invoice; the rest became account credit"),
  }),
  http: { method: "POST", path: "/accounts/{accountId}/invoices/{invoiceId}/credit-notes", status: 201 },
  once: true,
  async run(context, asked) {
    const invoice = await seenRecord(context, asked);
    if (invoice.status === "draft")
      throw new Problem("conflict", t("A draft can't be credited. Edit or delete it instead."));
    const note = await issueCreditNote(context, {
      invoiceId: invoice.id,
      lines: asked.extent === "whole" ? all(invoice) : chosen(invoice, asked.lines),
      reason: asked.reason,
      issuedByName: context.actor.name,
    });
    await notifyCreditNote(context, note.id);
    const { currency } = invoice;
    return {
      output: {
        id: note.id,
        number: note.number,
        invoiceId: invoice.id,
        total: money(note.totalMinor, currency),
        applied: money(note.appliedMinor, currency),
      },
      audit: {
        summary: say("Issued credit note {note} for invoice {invoice}", {
          note: note.number,
          invoice: invoice.number ?? "",
        }),
        target: { type: "invoice", id: invoice.id },
        details: { reason: asked.reason },
      },
    };
  },
});

function all(invoice: ManagedRecord): CreditLine[] {
  const lines = wholeCredit(invoice.lines, invoice.taxMode, creditedBefore(invoice));
  if (lines.length === 0) throw new Problem("conflict", t("This invoice is already credited in full."));
  return lines;
}

function chosen(invoice: ManagedRecord, wanted: z.output<typeof input>["lines"]): CreditLine[] {
  const known = creditableLines(invoice.lines, invoice.taxMode, creditedBefore(invoice));
  const lines = wanted.flatMap(({ lineId, amount: typed }, index) => {
    const field = `lines.${index}.amount`;
    const netMinor = typed === "" ? 0n : minorOf(typed, invoice.currency, field);
    if (netMinor === 0n) return [];
    const line = known.find((one) => one.id === lineId);
    if (line === undefined) throw invalidField(field, t("Invoice line not found."));
    if (netMinor > line.leftMinor)
      throw invalidField(field, t("This is more than can still be credited on this line."));
    const { description, taxBasisPoints } = line;
    return [{ description, netMinor, taxBasisPoints, invoiceLineId: lineId }];
  });
  if (lines.length === 0) throw invalidField("lines.0.amount", t("Enter an amount for at least one line."));
  return lines;
}
