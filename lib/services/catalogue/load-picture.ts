import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { FileOutput } from "@/lib/platform/kernel/file-output";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** A picture of the catalogue. Its address is its version: another picture has another id. */
export async function loadPicture(db: ScopedDb, pictureId: string): Promise<FileOutput> {
  const found = await db.picture.findUnique({ where: { id: pictureId }, select: { bytes: true } });
  if (found === null) throw notFound(t("Picture not found."));
  return {
    filename: `${pictureId}.webp`,
    contentType: "image/webp",
    body: found.bytes,
    inline: true,
    etag: pictureId,
  };
}
