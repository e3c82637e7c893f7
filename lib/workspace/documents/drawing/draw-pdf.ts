import path from "node:path";
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { MOST_PAGES } from "../preview-kinds";
import type { DrawnPage, DrawnPages } from "./drawn-pages";

const WIDTH = 1_200;
const HEIGHT = 2_400;

/** What pdf.js draws with, from its own package: nothing is fetched. */
const assets = (folder: string): string => `${path.join(process.cwd(), "node_modules/pdfjs-dist", folder)}/`;

/** The pages of a PDF as pdf.js draws them. Scripts and forms in it are not run. */
export async function drawPdf(contents: Uint8Array): Promise<DrawnPages> {
  const loading = getDocument({
    data: Uint8Array.from(contents),
    standardFontDataUrl: assets("standard_fonts"),
    cMapUrl: assets("cmaps"),
    wasmUrl: assets("wasm"),
    iccUrl: assets("iccs"),
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const document = await loading.promise;
  try {
    const drawn: DrawnPage[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      drawn.push(await drawPage(document, number));
    }
    return { pages: document.numPages, drawn };
  } finally {
    await loading.destroy();
  }
}

/** pdf.js makes the canvas itself, from `@napi-rs/canvas`. */
interface Made {
  readonly canvas: HTMLCanvasElement & { encode(format: "webp", quality: number): Promise<Buffer> };
}

async function drawPage(document: PDFDocumentProxy, number: number): Promise<DrawnPage> {
  const page = await document.getPage(number);
  const whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(WIDTH / whole.width, HEIGHT / whole.height, 4) });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const factory = document.canvasFactory as { create(width: number, height: number): Made; destroy(made: Made): void };
  const made = factory.create(width, height);
  try {
    await page.render({ canvas: made.canvas, viewport }).promise;
    const picture = await made.canvas.encode("webp", 80);
    return { number, width, height, picture };
  } finally {
    factory.destroy(made);
    page.cleanup();
  }
}
