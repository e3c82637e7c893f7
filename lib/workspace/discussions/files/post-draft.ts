import { id } from "@/lib/platform/kernel/ids";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { requireGroup } from "../group-record";
import { visibleReply } from "../reply-record";
import { visibleThread } from "../thread-record";

/** What uploaded files are for: the opening post of a new thread in a group, a reply in a thread, or a post that is being edited. */
export type PostDraft = { readonly groupId: string } | { readonly threadId: string } | { readonly replyId: string };

export const postDraftInput = {
  groupId: id.optional().describe("The group of the new thread that they are for"),
  threadId: id.optional().describe("Or the thread of the reply"),
  replyId: id.optional().describe("Or the post that is being edited"),
};

/** @throws Problem `invalid` unless exactly one of them is given */
export function postDraft(asked: { [key in keyof typeof postDraftInput]?: string | undefined }): PostDraft {
  const { groupId, threadId, replyId } = asked;
  const given: PostDraft[] = [];
  if (groupId !== undefined) given.push({ groupId });
  if (threadId !== undefined) given.push({ threadId });
  if (replyId !== undefined) given.push({ replyId });
  const [one, ...more] = given;
  if (one === undefined || more.length > 0)
    throw invalidField("threadId", t("Name the thread, the group or the post."));
  return one;
}

/** How it is stored with the file, so that it can't be used for anything else. */
export function draftOf(what: PostDraft): string {
  if ("groupId" in what) return `thread ${what.groupId}`;
  return "threadId" in what ? `post ${what.threadId}` : `edit ${what.replyId}`;
}

/** How all of them begin. */
export const POST_DRAFTS = ["thread ", "post ", "edit "];

export function meantFor(draft: string): PostDraft {
  const [kind, of = ""] = draft.split(" ");
  if (kind === "thread") return { groupId: of };
  return kind === "post" ? { threadId: of } : { replyId: of };
}

/**
 * Asks whether the viewer may write what the files are for.
 *
 * @throws Problem `not-found`, `refused`, and `conflict` for a closed thread
 */
export async function requirePostDraft(context: Context<"account">, what: PostDraft): Promise<void> {
  if ("groupId" in what) {
    await requireGroup(context, what.groupId);
    await authorize(context, "discussions.threads.create");
    return;
  }
  if ("replyId" in what) {
    await authorize(context, "discussions.replies.update", await visibleReply(context, what.replyId));
    return;
  }
  const { closedAt } = await visibleThread(context, what.threadId);
  await authorize(context, "discussions.replies.create");
  if (closedAt !== null) {
    throw new Problem("conflict", t("This thread is closed. Nobody can reply until it is reopened."));
  }
}
