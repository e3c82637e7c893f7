import type { LiveKind } from "@/lib/platform/operations/live-kind";

/** Open pages are told of changes to the invoices that their reader sees. */
export const liveInvoices: LiveKind = {
  kind: "invoice",
  permission: "billing.invoices.view",
  openly: ["billing.invoices.manage"],
  rows: (db, ids, select) => db.invoice.findMany({ where: { id: { in: ids } }, select: { ...select, id: true } }),
};
