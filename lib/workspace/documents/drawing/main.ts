import { setPriority } from "node:os";
import { drawPdf } from "./draw-pdf";
import { drawPicture } from "./draw-picture";
import type { DrawnPages } from "./drawn-pages";

interface Task {
  readonly contents: Uint8Array;
  readonly contentType: string;
}

// On Linux each thread has its own priority: page requests go before previews.
if (process.platform === "linux") setPriority(10);

/** The program of the thread that draws previews. It has no access to the database or secrets. */
export default async function draw({ contents, contentType }: Task): Promise<DrawnPages> {
  return contentType === "application/pdf" ? drawPdf(contents) : drawPicture(contents);
}
