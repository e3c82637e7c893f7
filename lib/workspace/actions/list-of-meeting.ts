import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { id } from "@/lib/platform/kernel/ids";
import { cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { readListed } from "./read-listed";
import { actionItem } from "./schema";

const which = z
  .enum(["agreed", "earlier"])
  .describe("Those agreed in the meeting, or the open ones of earlier meetings of its type");

/** The actions of a meeting, or what is still open from those of its type before it: of each what its viewer may see. */
export const listOfMeeting = defineQuery({
  name: "actions.list-of-meeting",
  permission: "actions.view",
  alsoChecks: ["actions.update", "meetings.view"],
  alsoNeeds: ["meetings.view"],
  scope: "account",
  summary: "List the actions agreed in a meeting, or still open from earlier ones of its type",
  activity: "view the actions of a meeting",
  input: z.object({ meetingId: id, which, ...cursorInput }),
  output: cursorPageOf(actionItem),
  http: { method: "GET", path: "/accounts/{accountId}/meetings/{meetingId}/actions" },
  run: async (context, { meetingId, which: asked, ...page }) => {
    const filter = asked === "agreed" ? await agreedIn(context, meetingId) : await openBefore(context, meetingId);
    const order = asked === "agreed" ? ("number" as const) : ("due" as const);
    return readListed(context, `actions.list-of-meeting ${asked} ${meetingId}`, filter, {
      ...page,
      ...{ sort: order, direction: "asc" as const },
    });
  },
});

async function agreedIn(context: Context<"account">, meetingId: string): Promise<Prisma.ActionWhereInput> {
  await meetingFor(context, meetingId);
  return { meetingId };
}

async function openBefore(context: Context<"account">, meetingId: string): Promise<Prisma.ActionWhereInput> {
  const { typeId, startsAt } = await meetingFor(context, meetingId);
  if (typeId === null) return { id: { in: [] } };
  return { doneOrder: 0, meeting: { is: { typeId, startsAt: { lt: startsAt } } } };
}

async function meetingFor(context: Context<"account">, meetingId: string) {
  const meeting = await context.db.meeting.findFirst({
    where: accessibleWhere(context, "meetings.view", { id: meetingId }),
    select: { typeId: true, startsAt: true },
  });
  if (meeting === null) throw notFound(t("Meeting not found."));
  return meeting;
}
