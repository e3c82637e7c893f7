"use client";

import type { PDFDocumentProxy } from "pdfjs-dist";
import { type KeyboardEvent, useState } from "react";
import { t } from "@/lib/platform/language/t";
import { PdfPage } from "./pdf-page";
import { PdfToolbar } from "./pdf-toolbar";

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** One page of an open file at a time, with what moves through it. */
export function PdfPages({ document, name }: { document: PDFDocumentProxy; name: string }) {
  const [number, setNumber] = useState(1);
  const [zoom, setZoom] = useState(1);
  const pages = document.numPages;
  const go = (to: number) => setNumber(Math.min(Math.max(1, to), pages));
  const magnify = (steps: number) => {
    const at = ZOOMS.findIndex((one) => one >= zoom) + steps;
    setZoom(ZOOMS[Math.min(Math.max(0, at), ZOOMS.length - 1)] ?? 1);
  };

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const turned = turn(event.key, number, pages);
    if (turned !== null) go(turned);
    else if (event.key === "+" || event.key === "-") magnify(event.key === "+" ? 1 : -1);
    else return;
    event.preventDefault();
  }

  return (
    <div className="flex flex-col">
      <PdfToolbar document={document} number={number} zoom={zoom} onGo={go} onMagnify={magnify} />
      <section
        aria-label={t("Pages of {name}", { name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={press}
        className="max-h-[85vh] overflow-auto bg-sunken p-3 sm:p-4"
      >
        <PdfPage document={document} number={number} zoom={zoom} />
      </section>
    </div>
  );
}

/** The page that a key leads to; null if it is for something else. */
function turn(key: string, number: number, pages: number): number | null {
  if (key === "PageDown") return number + 1;
  if (key === "PageUp") return number - 1;
  if (key === "Home") return 1;
  return key === "End" ? pages : null;
}
