import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { findMeeting } from "@/lib/workspace/core/meeting-record";
import { itemReader, secrecyColumns } from "@/lib/workspace/core/readable-items";
import type { NamedMeeting } from "@/lib/workspace/core/schema";
import type { ActionRow } from "./action-record";

interface Origin {
  /** Undefined if there is none, or none that the viewer may see. */
  readonly meeting: NamedMeeting | undefined;
  readonly itemTitle: string | null;
}

/** Where an action was agreed, as far as the viewer may see the meeting and read its item. */
export async function originOf(
  context: Context<"account">,
  { meetingId, itemId }: Pick<ActionRow, "meetingId" | "itemId">,
): Promise<Origin> {
  const meeting = meetingId === null ? null : await findMeeting(context, meetingId);
  if (meeting === null) return { meeting: undefined, itemTitle: null };
  const { id, title, startsAt } = meeting;
  const item =
    itemId === null
      ? null
      : await context.db.meetingItem.findFirst({
          where: { accountId: context.account.id, meetingId: id, id: itemId },
          select: { ...secrecyColumns, title: true },
        });
  const readable = item !== null && itemReader(context, meeting)(item);
  return { meeting: { id, title, startsAt: iso(startsAt) }, itemTitle: readable ? item.title : null };
}
