import type { z } from "zod";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import { MOST_ATTENDEES } from "../attendees/schema";
import { offeredFeatures, type shownFeature } from "./schema";

/** What a meeting opens to its attendees beyond their roles. */
export async function readOpenings(
  { db, account }: Context<"account">,
  { id: meetingId }: MeetingRow,
): Promise<z.input<typeof shownFeature>[]> {
  const rows = await db.meetingFeature.findMany({
    where: { accountId: account.id, meetingId, name: { in: [...offeredFeatures] } },
    select: {
      name: true,
      openedByName: true,
      openings: {
        select: {
          contactId: true,
          openedByName: true,
          invitation: { select: { contact: { select: { name: true } } } },
        },
        orderBy: { contactId: "asc" },
        take: MOST_ATTENDEES,
      },
    },
  });
  return offeredFeatures.map((name) => {
    const row = rows.find((one) => one.name === name);
    return {
      name,
      openedByName: row?.openedByName ?? null,
      people: (row?.openings ?? []).map(({ contactId, openedByName, invitation }) => ({
        ...{ id: contactId, name: invitation.contact.name, openedByName },
      })),
    };
  });
}
