import type { PDFDocumentProxy, RenderTask } from "pdfjs-dist";

/** A page can claim any size: a canvas has limits, and a phone little memory. */
const MOST_PIXELS = 12_000_000;
const LONGEST_SIDE = 8_192;

export interface Drawing {
  readonly canvas: HTMLCanvasElement;
  /** The room there is, in CSS pixels. */
  readonly width: number;
  /** 1 fills the width. */
  readonly zoom: number;
}

/** Draws a page: what is on it and nothing that could be pressed. Resolves once it is drawn, or `cancelled`. */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  { canvas, width, zoom }: Drawing,
  signal: AbortSignal,
): Promise<void> {
  const page = await document.getPage(number);
  if (signal.aborted) return;
  const whole = page.getViewport({ scale: 1 });
  const scale = Math.min(width / whole.width, LONGEST_SIDE / whole.height) * zoom;
  const shown = page.getViewport({ scale });
  const density = Math.min(
    window.devicePixelRatio || 1,
    2,
    Math.sqrt(MOST_PIXELS / (shown.width * shown.height)),
    LONGEST_SIDE / Math.max(shown.width, shown.height),
  );
  const viewport = page.getViewport({ scale: scale * density });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  canvas.style.width = `${Math.floor(shown.width)}px`;
  canvas.style.height = `${Math.floor(shown.height)}px`;
  const task: RenderTask = page.render({ canvas, viewport });
  signal.addEventListener("abort", () => task.cancel(), { once: true });
  await task.promise.catch((error: Error) => {
    if (error.name !== "RenderingCancelledException") throw error;
  });
  page.cleanup();
}
