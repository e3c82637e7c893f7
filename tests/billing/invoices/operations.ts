import { invoice, owedInvoice } from "@/tests/billing/arrange";
import { bookedInvoice, seller } from "@/tests/fixtures/booked-invoice";
import { nothing } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const draft = async (at: Arrangement) => (await bookedInvoice(at.portal.owner, at.accountId, "draft")).id;

const sentInvoice = async (at: Arrangement) => {
  const data = { announcedAt: new Date() };
  return (await at.portal.owner.invoice.update({ where: { id: await owedInvoice(at) }, data })).id;
};

const handwritten = {
  currency: "EUR",
  dueOn: "2099-12-31",
  lines: [{ description: "Engineering by the hour", quantity: 2, unit: "115.00" }],
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                   own adm bil sup b+s cus age acc man
  "invoices.credit":         { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({ invoiceId: await owedInvoice(at), version: 2, reason: "Not delivered" }) },
  "invoices.delete-draft":   { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({ invoiceId: await draft(at), version: 1 }) },
  "invoices.view-desk":           { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "invoices.create-draft":          { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => {
    await seller(at.portal.owner);
    return handwritten;
  } },
  "invoices.edit-draft":     { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({ invoiceId: await draft(at), version: 1, ...handwritten }) },
  "invoices.issue":          { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({ invoiceId: await draft(at), version: 1 }) },
  "invoices.list":           { may: " +   +   +   -   +   -   -   +   + ", sample: nothing },
  "invoices.download-pdf":            { may: " +   +   +   -   +   -   -   +   + ", sample: async (at) => ({ invoiceId: await invoice(at) }) },
  "invoices.preview-issue":  { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({ invoiceId: await draft(at) }) },
  "invoices.view":           { may: " +   +   +   -   +   -   -   +   + ", sample: async (at) => ({ invoiceId: await invoice(at) }) },
  "invoices.view-managed":   { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({ invoiceId: await owedInvoice(at) }) },
  "invoices.void":           { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({ invoiceId: await sentInvoice(at), version: 2, reason: "Issued by mistake" }) },
  "invoices.write-off":      { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({ invoiceId: await owedInvoice(at), version: 2, reason: "Insolvent" }) },
};
