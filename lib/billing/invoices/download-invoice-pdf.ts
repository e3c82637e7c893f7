import { z } from "zod";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { loadInvoice } from "./load-invoice";
import { renderInvoice } from "./pdf/render-invoice";

export const downloadInvoicePdf = defineQuery({
  name: "invoices.pdf",
  permission: "billing.invoices.view",
  scope: "account",
  summary: "Download an invoice as PDF",
  input: z.object({ invoiceId: id }),
  output: fileOutput,
  http: { method: "GET", path: "/accounts/{accountId}/invoices/{invoiceId}/pdf", file: "application/pdf" },
  async run(context, { invoiceId }) {
    const invoice = await loadInvoice(context, invoiceId);
    return {
      filename: `${invoice.number ?? "draft-invoice"}.pdf`,
      contentType: "application/pdf",
      body: await renderInvoice(invoice, context.account.number),
    };
  },
});
