import { z } from "zod";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { accessOfMeeting } from "@/lib/workspace/core/meeting-record";
import { attachedDocument, MOST_ATTACHED, MOST_ITEMS } from "@/lib/workspace/core/schema";
import { publishedAgenda } from "./published-agenda";
import { shownItem } from "./schema";

/** The agenda of a meeting as it was published under a number. */
export const viewRevision = defineQuery({
  name: "meetings.view-revision",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "documents.view"],
  scope: "account",
  summary: "View the agenda of a meeting as it was published",
  activity: "view an agenda",
  input: z.object({ meetingId: id, number: z.int().min(1).max(10_000) }),
  output: z.object({
    number: z.int(),
    publishedAt: isoDateTime,
    publishedByName: z.string(),
    note: z.string(),
    title: z.string(),
    startsAt: isoDateTime,
    endsAt: isoDateTime,
    zone: z.string(),
    place: z.string(),
    documents: z.array(attachedDocument).max(MOST_ATTACHED),
    items: z.array(shownItem).max(MOST_ITEMS),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/meetings/{meetingId}/agenda" },
  run: async (context, { meetingId, number }) => {
    const meeting = await accessOfMeeting(context, meetingId);
    const agenda = await publishedAgenda(context, meeting, number);
    if (agenda === null) throw notFound(t("Revision not found."));
    const { publishedAt, ...rest } = agenda;
    return { ...rest, publishedAt: iso(publishedAt) };
  },
});
