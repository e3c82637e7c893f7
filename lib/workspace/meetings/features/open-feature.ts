import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { controlledMeeting, targetOf } from "@/lib/workspace/core/meeting-record";
import { refuseRemoved } from "@/lib/workspace/core/refuse-removed";
import { MOST_ATTENDEES } from "../attendees/schema";
import { featureWords, offeredFeatures } from "./schema";

/** Opens a feature of one meeting, beyond people's roles, to those attendees and no others, or to everybody invited. */
export const openFeature = defineCommand({
  name: "meetings.open-feature",
  permission: "meetings.control",
  scope: "account",
  summary: "Open a feature of a meeting to attendees beyond their roles, or close it",
  activity: "change what a meeting opens to its attendees",
  input: z.object({
    meetingId: id,
    feature: z.enum(offeredFeatures),
    everybody: z.boolean().default(false).describe("Everyone invited"),
    people: z.array(id).max(MOST_ATTENDEES).default([]).describe("These attendees"),
  }),
  output: z.object({ meetingId: id, feature: z.enum(offeredFeatures) }),
  http: { method: "PUT", path: "/accounts/{accountId}/meetings/{meetingId}/features/{feature}" },
  run: async (context, { meetingId, feature: name, everybody, people }) => {
    const meeting = await controlledMeeting(context, meetingId);
    const attendees = new Set(meeting.invitations.map(({ contactId }) => contactId));
    if (people.some((one) => !attendees.has(one))) throw invalidField("people", t("Choose people from the attendees."));
    await refuseRemoved(context, "people", people);
    const { db, account, actor, realNow: openedAt } = context;
    const of = { accountId: account.id, meetingId };
    const feature = await db.meetingFeature.findFirstOrThrow({
      where: { ...of, name },
      select: { id: true, openToInvited: true },
    });
    if (feature.openToInvited !== everybody)
      await db.meetingFeature.updateMany({
        where: { accountId: account.id, id: feature.id },
        data: everybody
          ? { openToInvited: true, openedByName: actor.name, openedAt }
          : { openToInvited: false, openedByName: null, openedAt: null },
      });
    const chosen = { accountId: account.id, featureId: feature.id };
    await db.meetingOpening.deleteMany({ where: { ...chosen, contactId: { notIn: people } } });
    await db.meetingOpening.createMany({
      data: [...new Set(people)].map((contactId) => ({
        ...{ ...of, featureId: feature.id, contactId },
        ...{ openedByName: actor.name, openedAt },
      })),
      skipDuplicates: true,
    });
    return {
      output: { meetingId, feature: name },
      audit: {
        summary: say('Changed who may use "{feature}" in the meeting {title}', {
          feature: say(String(featureWords[name])),
          title: meeting.title,
        }),
        target: targetOf(meeting),
        details: { feature: name, everybody, people },
      },
    };
  },
});
