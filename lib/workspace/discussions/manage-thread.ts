import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";
import type { Permission } from "@/lib/policy/permissions";
import { authorizeUpdate } from "./group-rights";
import { lockThread, type ThreadRow } from "./thread-record";

/** Changes a thread as those may who may change its group. Throws `not-found` and `refused`. */
export async function manageThread(
  context: Context<"account">,
  threadId: string,
  data: Prisma.DiscussionThreadUpdateManyMutationInput,
): Promise<{ thread: ThreadRow; permission: Permission }> {
  const thread = await lockThread(context, threadId);
  const permission = await authorizeUpdate(context, thread.group);
  await context.db.discussionThread.updateMany({ where: { id: threadId }, data });
  return { thread, permission };
}
