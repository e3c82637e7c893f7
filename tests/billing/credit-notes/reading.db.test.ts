import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { downloadCreditNotePdf } from "@/lib/billing/credit-notes/download-credit-note-pdf";
import { listCreditNotes } from "@/lib/billing/credit-notes/list-credit-notes";
import { viewCreditNote } from "@/lib/billing/credit-notes/view-credit-note";
import { viewInvoice } from "@/lib/billing/invoices/view-invoice";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { execute } from "@/lib/platform/operations/execute";
import { pdfText } from "@/tests/billing/invoices/pdf-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
afterAll(() => portal.close());

describe("credit notes", () => {
  it("show what they credited and how it was applied, on the page, the PDF and the invoice", async () => {
    const caller = await portal.as("billing@northwind.example");
    const { items, credit } = await execute(caller, accountId, listCreditNotes, {});
    expect(items).toHaveLength(2);
    expect(credit).toEqual([{ amountMinor: 1500, currency: "EUR" }]);
    for (const { id: creditNoteId } of items) {
      const note = await execute(caller, accountId, viewCreditNote, { creditNoteId });
      const { subtotal, tax, total, applied, toCredit } = note;
      expect(subtotal.amountMinor + tax.amountMinor).toBe(total.amountMinor);
      expect(applied.amountMinor + toCredit.amountMinor).toBe(total.amountMinor);
      expect(note.taxes.reduce((sum, one) => sum + one.tax.amountMinor, 0)).toBe(tax.amountMinor);
      const file = await execute(caller, accountId, downloadCreditNotePdf, { creditNoteId });
      expect(file.filename).toBe(`${note.number}.pdf`);
      const [page = ""] = pdfText(file.body as Uint8Array);
      for (const said of [
        note.number,
        note.invoice.number,
        note.reason,
        formatMoney(total.amountMinor, "EUR", "en-GB"),
      ]) {
        expect(page).toContain(said);
      }
      const invoice = await execute(caller, accountId, viewInvoice, { invoiceId: note.invoice.id });
      expect(invoice.creditNotes).toContainEqual(expect.objectContaining({ number: note.number, applied }));
    }
    expect(items.some(({ applied }) => applied.amountMinor > 0)).toBe(true);
    expect(items.some(({ toCredit }) => toCredit.amountMinor > 0)).toBe(true);
  });

  it("aren't visible to other accounts or to support", async () => {
    const { id: creditNoteId } = await portal.owner.creditNote.findFirstOrThrow({ where: { accountId } });
    const foreign = await portal.as("owner@globex.example");
    const other = execute(foreign, portal.demo.globex.id, viewCreditNote, { creditNoteId });
    expect((await problemOf(other)).code).toBe("not-found");
    const support = await portal.as("support@northwind.example");
    for (const operation of [viewCreditNote, downloadCreditNotePdf]) {
      expect((await problemOf(execute(support, accountId, operation, { creditNoteId }))).code).toBe("refused");
    }
    expect((await problemOf(execute(support, accountId, listCreditNotes, {}))).code).toBe("refused");
  });

  it("are hidden on an invoice for viewers without access to account credit", async () => {
    const { billing } = portal.demo.northwind.contacts;
    await portal.owner.contactPermission.create({
      data: { accountId, contactId: billing, permission: "billing.credit.view", effect: "off", givenByName: "I" },
    });
    const { invoiceId } = await portal.owner.creditNote.findFirstOrThrow({ where: { accountId } });
    const caller = await portal.as("billing@northwind.example");
    expect((await execute(caller, accountId, viewInvoice, { invoiceId })).creditNotes).toEqual([]);
  });
});
