import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { actionColumns } from "./action-record";
import { type Comment, sendActionNotice, type WhyNotice } from "./send-action-notice";

interface Told {
  /** Contacts. */
  readonly to: readonly string[];
  readonly because: WhyNotice;
  readonly comment?: Comment;
}

/**
 * Tells those people of an action, by mail and behind the bell, if they may see it and want such notifications; not whoever
 * does it. Returns the names of those told.
 */
export async function notifyAssignees(
  context: Context<"account">,
  actionId: string,
  { to, because, comment }: Told,
): Promise<string[]> {
  const others = [...new Set(to)].filter((id) => id !== context.actor.contactId);
  if (others.length === 0) return [];
  // Anew: who sees it depends on the assignees it has now. Whoever writes the minutes may assign what they then can't see.
  const where = { accountId: context.account.id, id: actionId };
  const action = await context.db.action.findFirstOrThrow({ where, select: actionColumns });
  const people = noticeRecipients(await context.members({ ids: others }), "notices.workspace.receive");
  const seeing = people.filter(({ subject }) => can(viewerOf(subject), "actions.view", action));
  await sendActionNotice(context, {
    action: { ...action, dueOn: action.dueOn === null ? null : dayOf(action.dueOn) },
    to: seeing,
    because,
    by: context.actor.name,
    comment,
  });
  return seeing.map(({ name }) => name);
}
