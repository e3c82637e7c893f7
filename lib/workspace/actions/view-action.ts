import { z } from "zod";
import { addMinutes, iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { countedBy, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { visibleAction } from "./action-record";
import { originOf } from "./origin-of";
import { presentAction } from "./present-action";
import { actionDetail, type ProgressStatus } from "./schema";

/** A public comment can be taken back that long: afterwards others may have acted on it. */
export const DELETABLE_MINUTES = 60;

/** One action with its assignees and a page of its comments, among them the viewer's own private notes. */
export const viewAction = defineQuery({
  name: "actions.view",
  permission: "actions.view",
  alsoChecks: ["actions.update", "meetings.view", "meetings.control"],
  scope: "account",
  summary: "View an action and its comments; page 1 holds the newest",
  activity: "view an action",
  input: z.object({ actionId: id, ...pageInput }),
  output: actionDetail,
  http: { method: "GET", path: "/accounts/{accountId}/actions/{actionId}" },
  run: async (context, { actionId, page }) => {
    const { actor, viewer } = context;
    const action = await visibleAction(context, actionId);
    const [{ meeting, itemTitle }, comments] = await Promise.all([
      originOf(context, action),
      readComments(context, actionId, page),
    ]);
    return {
      ...presentAction(context, action, meeting),
      details: action.details,
      itemTitle,
      createdByName: action.createdByName,
      createdAt: iso(action.createdAt),
      assignees: action.assignments.map(({ contact, ...part }) => ({
        ...part,
        name: contact.name,
        status: part.status as ProgressStatus,
        assignedAt: iso(part.assignedAt),
        reportedAt: isoOrNull(part.reportedAt),
        mine: part.contactId === actor.contactId,
      })),
      comments,
      allowed: {
        update: can(viewer, "actions.update", action),
        assign: can(viewer, "actions.assign"),
        resend: can(viewer, "actions.resend", action),
      },
    };
  },
});

/** Other people's private notes are hidden twice: here, and by row-level security. */
async function readComments({ db, actor, account, realNow }: Context<"account">, actionId: string, page: number) {
  const where = {
    accountId: account.id,
    actionId,
    OR: [{ private: false }, { private: true, authorPersonId: actor.personId }],
  };
  const newest = { createdAt: "desc" } as const;
  const [total, found] = await Promise.all([
    db.actionComment.count({ where, ...countedBy(newest) }),
    db.actionComment.findMany({
      where,
      select: { id: true, authorPersonId: true, authorName: true, private: true, body: true, createdAt: true },
      orderBy: [newest, { id: "desc" }],
      ...pageSlice(page),
    }),
  ]);
  const shown = pageResult(found, total, page);
  const since = addMinutes(realNow, -DELETABLE_MINUTES);
  const items = shown.items.toReversed().map(({ authorPersonId, createdAt, ...comment }) => {
    const mine = authorPersonId === actor.personId;
    const deletable = mine && (comment.private || createdAt > since);
    return { ...comment, mine, deletable, createdAt: iso(createdAt) };
  });
  return { ...shown, items };
}
