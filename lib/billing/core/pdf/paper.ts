import { pageFurniture } from "./page-furniture";
import type { Seller } from "./party";
import { Sheet } from "./sheet";

interface PaperProps {
  /** Title of the document and of its following pages, e.g. "Invoice INV-2026-00042". */
  readonly title: string;
  readonly subject: string;
  readonly seller: Seller;
  /** Printed before the page number. */
  readonly reference: string;
  /** The document's own date, so it is identical whenever it is rendered. */
  readonly at: Date;
}

/** Renders numbered A4 pages with the seller's name. Resolves to the bytes of a PDF. */
export async function printPaper(props: PaperProps, write: (sheet: Sheet) => Promise<void>): Promise<Uint8Array> {
  const { title, subject, seller, at } = props;
  const sheet = new Sheet({ title, author: seller.name, subject, at });
  await write(sheet);
  return sheet.finish((number, of) => pageFurniture(sheet, props, [number, of]));
}
