"use client";

import { type ReactNode, useEffect, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { type OpenedPdf, openPdf, type PdfFailure } from "./open-pdf";
import { PdfPages } from "./pdf-pages";

export type PdfViewerProps = {
  /** Where the file itself is, for those who may download it. */
  src: string;
  name: string;
  /** Its pages as pictures: without JavaScript, and where the file itself can't be had. */
  children: ReactNode;
};

/** A PDF page by page. pdf.js is loaded with it. */
export function PdfViewer({ src, name, children }: PdfViewerProps) {
  const [opened, setOpened] = useState<OpenedPdf | null>(null);

  useEffect(() => {
    const leaving = new AbortController();
    setOpened(null);
    void openPdf(src, leaving.signal).then((result) => {
      if (!leaving.signal.aborted) setOpened(result);
    });
    return () => leaving.abort();
  }, [src]);

  if (opened === null) {
    return (
      <>
        <noscript>{children}</noscript>
        <p role="status" className="needs-script p-6 text-center text-ink-soft">
          {t("Opening the file…")}
        </p>
      </>
    );
  }
  if ("document" in opened) return <PdfPages document={opened.document} name={name} />;
  if (opened.failure === "unavailable") return children;
  return <NotShown failure={opened.failure} />;
}

const sentences = {
  protected: msg("It is protected with a password. Download it to open it."),
  damaged: msg("It is damaged, or not a complete PDF file. Download it to see whether another program can open it."),
} as const;

const NotShown = ({ failure }: { failure: Exclude<PdfFailure, "unavailable"> }) => (
  <div role="status">
    <EmptyState icon={<Icon name="file-text" />} title={t("This file can't be shown here")}>
      {t(sentences[failure])}
    </EmptyState>
  </div>
);
