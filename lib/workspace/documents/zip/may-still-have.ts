import type { Context } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { livingDocuments } from "@/lib/workspace/core/living-documents";

/** Whether the viewer may download each of these contents now: as a version of a file in a folder that they see. */
export async function mayStillHave(context: Context<"account">, contents: readonly string[]): Promise<boolean> {
  const decides = canSome(context.viewer, "documents.folders.change-access");
  const free = decides ? {} : { folder: { is: { governing: { is: { viewOnly: false } } } } };
  const found = await context.db.documentVersion.findMany({
    where: {
      accountId: context.account.id,
      fileId: { in: [...contents] },
      file: { is: { scan: { in: ["clean", "unscanned"] } } },
      document: { is: livingDocuments(context, free) },
    },
    select: { fileId: true },
  });
  const had = new Set(found.map(({ fileId }) => fileId));
  return contents.every((one) => had.has(one));
}
