"use client";

import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { t } from "@/lib/platform/language/t";
import { drawPage } from "./draw-page";
import { pageText } from "./page-text";

export type PdfPageProps = { document: PDFDocumentProxy; number: number; zoom: number };

/** A page as it is drawn, and what is written on it for those who don't see it. */
export function PdfPage({ document, number, zoom }: PdfPageProps) {
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState("");
  const [failed, setFailed] = useState(false);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    if (room.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(room.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (canvas.current === null || width === 0) return;
    const leaving = new AbortController();
    setFailed(false);
    drawPage(document, number, { canvas: canvas.current, width, zoom }, leaving.signal).catch(() => setFailed(true));
    return () => leaving.abort();
  }, [document, number, zoom, width]);

  useEffect(() => {
    let left = false;
    pageText(document, number).then(
      (read) => !left && setText(read),
      () => !left && setText(""),
    );
    return () => {
      left = true;
    };
  }, [document, number]);

  const pages = document.numPages;
  return (
    <div ref={room} className="min-w-0">
      {failed && <p role="status">{t("This page can't be drawn.")}</p>}
      <canvas
        ref={canvas}
        role="img"
        aria-label={t("Page {number} of {pages}", { number, pages })}
        className="mx-auto block max-w-none border border-line bg-white"
      />
      <p className="sr-only">{text}</p>
    </div>
  );
}
