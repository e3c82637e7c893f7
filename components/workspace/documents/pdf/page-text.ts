import type { PDFDocumentProxy } from "pdfjs-dist";
import { searchText } from "@/lib/platform/kernel/search-text";

const LONGEST = 20_000;
/** Longer files are searched from here on, and then again from the beginning. */
const MOST_PAGES = 500;

/** What is written on a page, for screen readers and for searching. */
export async function pageText(document: PDFDocumentProxy, number: number): Promise<string> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
  return text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
}

/** The next page, from this one on and then from the beginning, on which the words stand; null if there is none. */
export async function findPage(document: PDFDocumentProxy, typed: string, after: number): Promise<number | null> {
  const wanted = searchText(typed);
  if (wanted === "") return null;
  const count = document.numPages;
  for (let step = 1; step <= Math.min(count, MOST_PAGES); step++) {
    const number = ((after - 1 + step) % count) + 1;
    if (searchText(await pageText(document, number)).includes(wanted)) return number;
  }
  return null;
}
