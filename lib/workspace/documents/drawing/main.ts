import { setPriority } from "node:os";
import type { ReadText } from "../texts/text-kinds";
import { drawPdf } from "./draw-pdf";
import { drawPicture } from "./draw-picture";
import type { DrawnPages } from "./drawn-pages";
import { readText } from "./read-text";

export interface Task {
  readonly contents: Uint8Array;
  readonly contentType: string;
  readonly wanted: "pages" | "text";
}

// On Linux each thread has its own priority: page requests go before previews.
if (process.platform === "linux") setPriority(10);

/** The program of the thread that draws previews and reads texts. It has no access to the database or secrets. */
export default async function look({ contents, contentType, wanted }: Task): Promise<DrawnPages | ReadText> {
  if (wanted === "text") return readText(contents, contentType);
  return contentType === "application/pdf" ? drawPdf(contents) : drawPicture(contents);
}
