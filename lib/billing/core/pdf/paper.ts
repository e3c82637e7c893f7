import { pageFurniture } from "./page-furniture";
import type { Seller } from "./party";
import { Sheet } from "./sheet";

interface PaperProps {
  /** Of the document and of its pages after the first, e.g. "Invoice INV-2026-00042". */
  readonly title: string;
  readonly subject: string;
  readonly seller: Seller;
  /** Stands before the page number. */
  readonly reference: string;
  /** The moment the document tells of; the same document is made whenever it is asked for. */
  readonly at: Date;
}

/** A4 sheets with the seller's name on each, numbered. Resolves to the bytes of a PDF. */
export async function printPaper(props: PaperProps, write: (sheet: Sheet) => Promise<void>): Promise<Uint8Array> {
  const { title, subject, seller, at } = props;
  const sheet = new Sheet({ title, author: seller.name, subject, at });
  await write(sheet);
  return sheet.finish((number, of) => pageFurniture(sheet, props, [number, of]));
}
