import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { fileOutput } from "@/lib/kernel/file-output";
import { id } from "@/lib/kernel/ids";
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
