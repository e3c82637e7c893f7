import type { Prisma } from "@/lib/platform/db/generated/client";
import { contentKind } from "./content-kind";
import type { Upload } from "./schema";

/** The columns of an upload: what decisions about it depend on, and what is shown. */
export const uploadColumns = {
  id: true,
  name: true,
  size: true,
  received: true,
  state: true,
  contentType: true,
  draft: true,
} as const satisfies Prisma.StoredFileSelect;

type Row = Prisma.StoredFileGetPayload<{ select: typeof uploadColumns }>;

export const presentUpload = ({ id, name, size, received, state, contentType }: Row): Upload => ({
  ...{ id, name, size, received },
  complete: state === "stored",
  kind: contentKind(contentType),
});
