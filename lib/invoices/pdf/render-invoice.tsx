import { renderToBuffer } from "@react-pdf/renderer";
import type { InvoiceDetail } from "../schema";
import { registerFonts } from "./fonts";
import { InvoiceDocument } from "./invoice-document";

/** An invoice as an A4 PDF. The same invoice gives the same document, whoever asks. */
export function renderInvoice(invoice: InvoiceDetail, customerNumber: string): Promise<Uint8Array> {
  registerFonts();
  return renderToBuffer(<InvoiceDocument invoice={invoice} customerNumber={customerNumber} />);
}
