import { setPriority } from "node:os";
import { move } from "piscina";
import { ownFont } from "@/lib/billing/core/pdf/text/fonts";
import { renderCreditNote } from "@/lib/billing/credit-notes/pdf/render-credit-note";
import { renderInvoice } from "@/lib/billing/invoices/pdf/render-invoice";
import { renderReport } from "@/lib/billing/reports/pdf/render-report";
import { renderStatement } from "@/lib/billing/statements/pdf/render-statement";
import type { PaperBrand } from "@/lib/platform/kernel/paper-brand";
import { withLanguage } from "@/lib/platform/language/with-language";
import { type BegunFlag, countRowsIn, noteBegun } from "@/lib/platform/rendering/drawing-begun";
import { renderActions } from "./render-actions";
import { renderText } from "./render-text";

/** Document renderers by name. */
const documents = {
  invoice: renderInvoice,
  "credit-note": renderCreditNote,
  statement: renderStatement,
  report: renderReport,
  actions: renderActions,
  text: renderText,
} as const;

interface Task {
  readonly document: keyof typeof documents;
  readonly data: readonly unknown[];
  readonly brand: PaperBrand;
  readonly begun: BegunFlag;
  /** The language and format of the document's reader. */
  readonly locale: string;
}

// On Linux each thread has its own priority: page requests go before documents.
if (process.platform === "linux") setPriority(10);

// Loads the font of every document in advance. If it is missing, rendering reports it.
for (const weight of [400, 600] as const) ownFont(weight).catch(() => {});

/** The program of a rendering thread. It gets plain data and has no access to the database or secrets. */
export default async function draw({ document, data, brand, begun, locale }: Task): Promise<Uint8Array> {
  noteBegun(begun);
  countRowsIn(begun);
  const render = documents[document] as (brand: PaperBrand, ...data: readonly unknown[]) => Promise<Uint8Array>;
  const bytes = await withLanguage(locale, () => render(brand, ...data));
  return move(bytes) as unknown as Uint8Array;
}
