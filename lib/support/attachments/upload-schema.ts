import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { contentKind, contentKinds } from "@/lib/platform/files/content-kind";
import { id } from "@/lib/platform/kernel/ids";

/** A file that waits for its message. */
export const upload = z.object({
  id,
  name: z.string(),
  size: z.int().describe("In bytes"),
  received: z.int().describe("How many of them have arrived"),
  /** Whether a message can have it. */
  complete: z.boolean(),
  kind: z.enum(contentKinds).describe("By its contents"),
});

export type Upload = z.infer<typeof upload>;

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
