import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { type DraftOf, draftOf, type HeldReply } from "./draft-of";

/** The viewer's complete files for a message that isn't sent yet. */
export const ownFiles = ({ account, actor }: Context<"account">, draft: DraftOf | HeldReply) => ({
  accountId: account.id,
  uploaderId: actor.personId,
  draft: draftOf(draft),
  state: "stored" as const,
});

/** @throws Problem `invalid` unless every chosen file was found */
export function requireAll(found: number, fileIds: readonly string[]): void {
  if (found === fileIds.length) return;
  throw invalidField(
    "attachmentIds",
    t("A file is no longer there, or hasn't been uploaded completely. Remove it, and attach it again."),
  );
}
