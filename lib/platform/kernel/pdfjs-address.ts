/** The version of `pdfjs-dist` that is installed: a test compares them. Browsers keep its files for a year under this address. */
export const PDFJS_VERSION = "6.5.438";

/** Where the portal serves pdf.js from, with its worker, fonts and character maps. */
export const PDFJS_ADDRESS = `/pdfjs/${PDFJS_VERSION}`;
