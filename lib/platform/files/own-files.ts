import type { Prisma } from "@/lib/platform/db/generated/client";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** Whose files they are, and on which account. */
export interface Uploading {
  readonly account: { readonly id: string };
  readonly actor: { readonly personId: string };
}

/** The viewer's complete files for a message that isn't sent yet. */
export const ownFiles = ({ account, actor }: Uploading, draft: string) => ({
  accountId: account.id,
  uploaderId: actor.personId,
  draft,
  state: "stored" as const,
});

/** The viewer's own upload that nothing has taken yet, if what it is for begins with one of these words. */
export const looseFile = (
  { account, actor }: Uploading,
  id: string,
  drafts: readonly string[],
): Prisma.StoredFileWhereInput => ({
  accountId: account.id,
  id,
  uploaderId: actor.personId,
  state: { not: "attached" },
  OR: drafts.map((one) => ({ draft: { startsWith: one } })),
});

/** @throws Problem `invalid` unless every chosen file was found */
export function requireAll(found: number, fileIds: readonly string[]): void {
  if (found === fileIds.length) return;
  throw invalidField(
    "attachmentIds",
    t("A file is no longer there, or hasn't been uploaded completely. Remove it, and attach it again."),
  );
}
