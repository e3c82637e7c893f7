import { env } from "@/lib/platform/config/env";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { ownFiles, type Uploading } from "./own-files";
import type { WaitingFiles } from "./schema";
import { MOST_FILES } from "./start-file";
import { presentUpload, uploadColumns } from "./upload-record";

/** The viewer's complete files for a message that isn't sent yet, in the order they were added, and the limits. */
export async function listWaiting(by: Uploading & { readonly db: ScopedDb }, draft: string): Promise<WaitingFiles> {
  const files = await by.db.storedFile.findMany({
    where: ownFiles(by, draft),
    select: uploadColumns,
    orderBy: { id: "asc" },
    take: MOST_FILES,
  });
  return { uploads: files.map(presentUpload), largestMegabytes: env().FILES_LARGEST_MB, most: MOST_FILES };
}
