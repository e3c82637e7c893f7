import { fileTypeFromBuffer } from "file-type";

/** Enough to recognise every type below. */
export const HEAD_BYTES = 64 * 1024;

const OTHER = "application/octet-stream";

/** The types that a thumbnail is made of. */
const pictures: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"]);

/** The types that are named to people. Whatever isn't here is only a file. */
const known: ReadonlySet<string> = new Set([
  ...pictures,
  "image/heic",
  "application/pdf",
  "application/zip",
  "application/gzip",
  "application/x-7z-compressed",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "video/mp4",
  "video/quicktime",
  "video/webm",
  "audio/mpeg",
]);

/** A file's type by its first bytes, never by its name: text, HTML and SVG, which can be anything, are no type at all. */
export async function contentTypeOf(head: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  return found !== undefined && known.has(found.mime) ? found.mime : OTHER;
}

export const isPictureType = (contentType: string): boolean => pictures.has(contentType);
