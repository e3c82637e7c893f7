import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { MOST_CHARACTERS, MOST_TEXT_PAGES, type ReadText } from "../texts/text-kinds";

/** What is written in a PDF, page after page, as far as it is kept. Its images are not read. */
export async function readPdf(contents: Uint8Array): Promise<ReadText> {
  const loading = getDocument({
    data: Uint8Array.from(contents),
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
    const pages: string[] = [];
    let length = 0;
    const most = Math.min(document.numPages, MOST_TEXT_PAGES);
    for (let number = 1; number <= most && length < MOST_CHARACTERS; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
      pages.push(text.replace(/[^\S\n]+/g, " ").trim());
      length += text.length;
      page.cleanup();
    }
    const all = pages.join("\n");
    return { text: all.slice(0, MOST_CHARACTERS), truncated: document.numPages > most || all.length > MOST_CHARACTERS };
  } finally {
    await loading.destroy();
  }
}
