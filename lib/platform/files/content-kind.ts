export const contentKinds = [
  "picture",
  "pdf",
  "document",
  "spreadsheet",
  "slides",
  "archive",
  "video",
  "audio",
  "file",
] as const;

export type ContentKind = (typeof contentKinds)[number];

/** What a type is called: only those that are recognised by their contents are more than a file. */
export function contentKind(contentType: string | null): ContentKind {
  const type = contentType ?? "";
  if (type.startsWith("image/")) return "picture";
  if (type.startsWith("video/")) return "video";
  if (type.startsWith("audio/")) return "audio";
  if (type === "application/pdf") return "pdf";
  if (/wordprocessingml|opendocument\.text/.test(type)) return "document";
  if (/spreadsheetml|opendocument\.spreadsheet/.test(type)) return "spreadsheet";
  if (type.includes("presentationml")) return "slides";
  return /zip|7z/.test(type) ? "archive" : "file";
}
