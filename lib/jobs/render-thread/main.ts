import { setPriority } from "node:os";
import { move } from "piscina";
import { renderCreditNote } from "@/lib/billing/credit-notes/pdf/render-credit-note";
import { renderInvoice } from "@/lib/billing/invoices/pdf/render-invoice";
import { renderReport } from "@/lib/billing/reports/pdf/render-report";
import { renderStatement } from "@/lib/billing/statements/pdf/render-statement";

/** Document renderers by name. */
const documents = {
  invoice: renderInvoice,
  "credit-note": renderCreditNote,
  statement: renderStatement,
  report: renderReport,
} as const;

interface Task {
  readonly document: keyof typeof documents;
  readonly data: readonly unknown[];
}

// On Linux each thread has its own priority: page requests go before documents.
if (process.platform === "linux") setPriority(5);

/** The program of a rendering thread. It gets plain data and has no access to the database or secrets. */
export default async function draw({ document, data }: Task): Promise<Uint8Array> {
  const render = documents[document] as (...data: readonly unknown[]) => Promise<Uint8Array>;
  const bytes = await render(...data);
  return move(bytes) as unknown as Uint8Array;
}
