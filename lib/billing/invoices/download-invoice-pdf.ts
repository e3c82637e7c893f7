import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Rendering } from "@/lib/platform/kernel/rendering";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import { loadInvoice } from "./load-invoice";

export const downloadInvoicePdf = defineDownload({
  name: "invoices.download-pdf",
  permission: "billing.invoices.view",
  scope: "account",
  summary: "Download an invoice as PDF",
  activity: "download an invoice",
  input: z.object({ invoiceId: id }),
  http: { method: "GET", path: "/accounts/{accountId}/invoices/{invoiceId}/pdf", file: "application/pdf" },
  async run(context, { invoiceId }) {
    const invoice = await loadInvoice(context, invoiceId);
    return {
      filename: `${invoice.number ?? "draft-invoice"}.pdf`,
      contentType: "application/pdf",
      body: new Rendering("invoice", [invoice, context.account.number]),
    };
  },
});
