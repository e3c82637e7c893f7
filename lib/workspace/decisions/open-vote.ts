import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { addEvent } from "./add-event";
import { decisionColumns } from "./decision-record";
import { nextReminder } from "./next-reminder";
import { notifyInvited } from "./notify-invited";

/** Opens a draft for votes and tells those who vote. The caller has locked it, or has just created it. */
export async function openVote(context: Context<"account">, id: string): Promise<void> {
  const { db, account, actor, realNow: now } = context;
  const decision = await db.decision.findFirstOrThrow({
    where: { accountId: account.id, id },
    select: decisionColumns,
  });
  if (decision.voteBy <= now) throw invalidField("voteBy", t("Choose a deadline in the future."));
  if (!decision.invitations.some(({ mayVote }) => mayVote))
    throw invalidField("voters", t("Invite at least one person to vote."));
  const { count } = await db.decision.updateMany({
    where: accessibleWhere(context, "decisions.search", { id, status: "draft" as const }),
    data: { status: "open", remindAt: nextReminder(decision.voteBy, now), version: { increment: 1 } },
  });
  if (count === 0) throw new Problem("conflict", t("The vote is open."));
  const key = { accountId: account.id, decisionId: id };
  await db.decisionRound.create({ data: { ...key, number: 1, openedAt: now }, select: { number: true } });
  await addEvent(db, { ...key, at: now, actorName: actor.name, said: say("Opened the vote") });
  await notifyInvited(context, id, { what: "vote", except: actor.contactId });
}
