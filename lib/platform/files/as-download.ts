import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { notFound } from "@/lib/platform/kernel/problem";
import { StreamedFile } from "@/lib/platform/kernel/streamed-file";
import { t } from "@/lib/platform/language/t";
import { fileStorage } from "./file-storage";
import { readStored } from "./read-stored";
import { readableContents } from "./readable-contents";

/** What a download of a message's file needs to know. For a `select`. */
export const storedColumns = {
  ...({ name: true, size: true, sha256: true, scan: true, storageKey: true, thumbnailKey: true } as const),
};

interface Stored {
  readonly name: string;
  readonly size: number;
  readonly sha256: string | null;
  readonly scan: "unscanned" | "waiting" | "clean" | "infected";
  readonly storageKey: string | null;
  readonly thumbnailKey: string | null;
}

/** A file as it was uploaded. Always something to save: whatever is in it, no browser opens it here. */
export function asDownload(file: Stored) {
  const key = readableContents(file);
  return {
    filename: file.name,
    contentType: "application/octet-stream",
    body: new StreamedFile(file.size, (range) => readStored(key, range), file.sha256),
  };
}

/** The small picture that the portal made of an attached one. */
export async function asThumbnail(db: ScopedDb, file: Stored) {
  readableContents(file);
  const { thumbnailKey: key } = file;
  if (key === null) throw notFound(t("This file has no thumbnail."));
  const { size } = await db.fileObject.findUniqueOrThrow({ where: { key }, select: { size: true } });
  return {
    filename: `${file.name.replace(/\.[^.]*$/, "")}.webp`,
    contentType: "image/webp",
    body: new StreamedFile(size ?? 0, async () => (await fileStorage()).getStream(key)),
    inline: true,
  };
}
