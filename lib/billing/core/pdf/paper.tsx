import { Document, Page, renderToBuffer, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { registerFonts } from "./fonts";
import { PageFooter } from "./page-footer";
import type { Seller } from "./party";
import { RunningHead } from "./running-head";
import { style } from "./style";

interface PaperProps {
  /** Of the document and of its pages after the first, e.g. "Invoice INV-2026-00042". */
  readonly title: string;
  readonly subject: string;
  readonly seller: Seller;
  /** Stands before the page number. */
  readonly reference: string;
  /** The moment the document tells of; the same document is made whenever it is asked for. */
  readonly at: Date;
  readonly children: ReactNode;
}

/** A4 sheets with the seller's name on each, numbered. Resolves to the bytes of a PDF. */
export async function printPaper({ title, subject, seller, reference, at, children }: PaperProps): Promise<Uint8Array> {
  await registerFonts();
  return renderToBuffer(
    <Document
      title={title}
      author={seller.name}
      subject={subject}
      language="en"
      creationDate={at}
      modificationDate={at}
    >
      <Page size="A4" style={style.page}>
        <RunningHead seller={seller.name} title={title} />
        <View style={style.body}>{children}</View>
        <PageFooter seller={seller} reference={reference} />
      </Page>
    </Document>,
  );
}
