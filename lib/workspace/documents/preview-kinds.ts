/** The types whose pages are drawn: by pdf.js, or made smaller. Everything else is only downloaded. */
export const PREVIEWED: ReadonlySet<string> = new Set([
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "image/avif",
]);

/** Of longer files the first pages are drawn. */
export const MOST_PAGES = 100;

/** A larger PDF would take a browser too long, and too much memory of a phone: its pages are shown as pictures. */
export const MOST_PDF_BYTES = 50 * 1024 * 1024;
