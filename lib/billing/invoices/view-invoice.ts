import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { loadInvoice } from "./load-invoice";
import { invoiceDetail } from "./schema";

export const viewInvoice = defineQuery({
  name: "invoices.view",
  permission: "billing.invoices.view",
  scope: "account",
  summary: "View an invoice: lines, tax, payments and the amount due",
  activity: "view an invoice",
  input: z.object({ invoiceId: id }),
  output: invoiceDetail,
  http: { method: "GET", path: "/accounts/{accountId}/invoices/{invoiceId}" },
  run: (context, { invoiceId }) => loadInvoice(context, invoiceId),
});
