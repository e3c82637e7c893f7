import type { PDFDocumentLoadingTask, PDFDocumentProxy } from "pdfjs-dist";
import { PDFJS_ADDRESS } from "@/lib/platform/kernel/pdfjs-address";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";

type Pdfjs = typeof import("pdfjs-dist");

/** Why a file isn't shown: it couldn't be had, or what pdf.js says of it. */
export type PdfFailure = "unavailable" | "protected" | "damaged";

export type OpenedPdf = { readonly document: PDFDocumentProxy; close(): void } | { readonly failure: PdfFailure };

const LONGEST_MS = 30_000;
const MOST_PIXELS = 50_000_000;

/** Opens a PDF in a worker of pdf.js. Neither it nor its worker evaluates text: scripts in a file are never run. */
export async function openPdf(src: string, signal: AbortSignal): Promise<OpenedPdf> {
  let task: PDFDocumentLoadingTask;
  try {
    const [pdfjs, response] = await Promise.all([loadPdfjs(), fetch(src, { signal })]);
    if (!response.ok) return { failure: "unavailable" };
    task = pdfjs.getDocument({ ...settings(), data: await response.arrayBuffer() });
  } catch {
    return { failure: "unavailable" };
  }
  const close = () => void task.destroy();
  signal.addEventListener("abort", close, { once: true });
  try {
    return { document: await withDeadline(LONGEST_MS, task.promise), close };
  } catch (error) {
    close();
    return { failure: (error as Error).name === "PasswordException" ? "protected" : "damaged" };
  }
}

/** From the portal's own files, not from a bundle: it is loaded where a PDF is shown, and nowhere else. */
async function loadPdfjs(): Promise<Pdfjs> {
  const address = `${PDFJS_ADDRESS}/pdf.min.mjs`;
  const pdfjs: Pdfjs = await import(/* turbopackIgnore: true */ /* webpackIgnore: true */ address);
  pdfjs.GlobalWorkerOptions.workerSrc = `${PDFJS_ADDRESS}/pdf.worker.min.mjs`;
  return pdfjs;
}

function settings() {
  const files = (folder: string) => new URL(`${PDFJS_ADDRESS}/${folder}/`, location.origin).href;
  return {
    cMapUrl: files("cmaps"),
    standardFontDataUrl: files("standard_fonts"),
    iccUrl: files("iccs"),
    wasmUrl: files("wasm"),
    // The policy of our pages allows no WebAssembly; pdf.js has the same in JavaScript.
    useWasm: false,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
    verbosity: 0,
  };
}
