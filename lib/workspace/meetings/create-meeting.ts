import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { targetOf } from "@/lib/workspace/core/meeting-record";
import { chosenParticipants } from "@/lib/workspace/core/participants";
import { featureNames } from "@/lib/workspace/core/schema";
import { refuseTooMany } from "./attendees/refuse-too-many";
import { MOST_ATTENDEES } from "./attendees/schema";
import { titleText, whenAndWhere } from "./input-fields";
import { instantsOf } from "./local-times";
import { meetingState } from "./schema";
import { itemsOfTemplate } from "./types/agenda-template";

/**
 * Creates a meeting as a draft, with the agenda of its type. Its creator and its chair are attendees. Nobody is told of it
 * before its agenda is published.
 */
export const createMeeting = defineCommand({
  name: "meetings.create",
  permission: "meetings.create",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "Create a meeting as a draft, with the agenda of its type",
  activity: "create a meeting",
  once: true,
  input: z.object({
    title: titleText,
    typeId: id.optional(),
    ...whenAndWhere,
    chair: id.optional().describe("A member; the creator if absent"),
    people: z.array(id).max(MOST_ATTENDEES).default([]).describe("Members to invite"),
  }),
  output: meetingState,
  http: { method: "POST", path: "/accounts/{accountId}/meetings", status: 201 },
  run: async (context, asked) => {
    const { db, account, actor } = context;
    const { title, typeId, place, url, zone } = asked;
    const times = instantsOf(asked);
    const type = await typeOf(context, typeId);
    const chair = asked.chair ?? actor.contactId;
    if (asked.chair !== undefined) await chosenParticipants(context, "chair", [asked.chair]);
    await chosenParticipants(context, "people", asked.people);
    const invited = new Set([...asked.people, ...[actor.contactId, chair].filter((one) => one !== null)]);
    refuseTooMany(invited.size);
    const { id: meetingId } = await db.meeting.create({
      data: {
        ...{ accountId: account.id, title, ...times, zone, typeId: type?.id ?? null, chairContactId: chair },
        ...{ place: place || (type?.place ?? ""), url: url || null },
        ...{ createdByContactId: actor.contactId, createdByName: actor.name },
      },
      select: { id: true },
    });
    const of = { accountId: account.id, meetingId };
    await db.meetingInvitation.createMany({
      data: [...invited].map((contactId) => ({ ...of, contactId, invitedByName: actor.name })),
    });
    const draftsOpen = type?.draftsOpen ?? false;
    await db.meetingFeature.createMany({
      data: featureNames.map((name) => ({
        ...{ ...of, name },
        ...(draftsOpen && name === "seeDraftMinutes"
          ? { openToInvited: true, openedByName: actor.name, openedAt: context.realNow }
          : {}),
      })),
    });
    await db.meetingItem.createMany({
      data: itemsOfTemplate(type?.agenda ?? "").map((item, index) => ({ ...of, ...item, position: index + 1 })),
    });
    return {
      output: { id: meetingId, title, status: "draft" as const },
      audit: { summary: say("Created the meeting {title}", { title }), target: targetOf({ id: meetingId }) },
    };
  },
});

async function typeOf({ db, account }: Context<"account">, typeId: string | undefined) {
  if (typeId === undefined) return null;
  const type = await db.meetingType.findFirst({ where: { accountId: account.id, id: typeId, retired: false } });
  if (type === null) throw notFound(t("Meeting type not found."));
  return type;
}
