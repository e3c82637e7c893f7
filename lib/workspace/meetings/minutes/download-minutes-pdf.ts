import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { Rendering } from "@/lib/platform/kernel/rendering";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { defineDownload } from "@/lib/platform/rendering/define-download";
import type { TextPaper } from "@/lib/workspace/core/text-paper";
import { meetingView } from "../schema";
import { viewMeeting } from "../view-meeting";
import { draftPaper, signedPaper } from "./minutes-paper";
import { signedMinutes } from "./schema";
import { viewSignedMinutes } from "./view-signed-minutes";

/**
 * Minutes as PDF: what the operations that show them on the screen give this viewer. Without a number the signed ones, or the
 * draft while there is one.
 */
export const downloadMinutesPdf = defineDownload({
  name: "meetings.download-minutes-pdf",
  permission: "meetings.view",
  alsoChecks: viewMeeting.alsoChecks ?? [],
  scope: "account",
  summary: "Download the minutes of a meeting as PDF",
  activity: "download minutes",
  input: z.object({
    meetingId: id,
    number: z.int().min(1).max(1_000).optional().describe("Of the signature; the latest minutes if left out"),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/meetings/{meetingId}/minutes/pdf", file: "application/pdf" },
  run: async (context, { meetingId, number }) => {
    const paper = await paperOf(context, meetingId, number);
    const filename = `minutes-${paper.at.slice(0, 10)}-${meetingId.slice(-6)}.pdf`;
    return { filename, contentType: "application/pdf", body: new Rendering("text", [paper]) };
  },
});

async function paperOf(context: Context<"account">, meetingId: string, number?: number): Promise<TextPaper> {
  const frame = { accountName: context.account.name, at: iso(context.realNow) };
  const signed = async () =>
    signedPaper(signedMinutes.parse(await viewSignedMinutes.run(context, { meetingId, number })), frame);
  if (number !== undefined) return signed();
  const meeting = meetingView.parse(await viewMeeting.run(context, { meetingId }));
  if (meeting.minutesStatus === "signed") return signed();
  if (meeting.draftMinutes.length === 0) throw notFound(t("There are no minutes to read yet."));
  return draftPaper(meeting, frame);
}
