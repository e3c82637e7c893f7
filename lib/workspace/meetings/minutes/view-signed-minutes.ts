import { z } from "zod";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { accessOfMeeting } from "@/lib/workspace/core/meeting-record";
import { hiddenTitle, itemReader, secrecyColumns, shownRecusals } from "@/lib/workspace/core/readable-items";
import { MOST_ITEMS } from "@/lib/workspace/core/schema";
import { signedMinutes } from "./schema";
import { signedContent } from "./signed-content";

/**
 * Minutes as they were signed: the latest, or an earlier signature by its number. An item that the viewer does not
 * see is there by its hash, so that the whole can be checked: `node scripts/verify-minutes.mjs FILE`.
 */
export const viewSignedMinutes = defineQuery({
  name: "meetings.view-signed-minutes",
  permission: "meetings.view",
  scope: "account",
  summary: "View signed minutes with the hash that proves them",
  activity: "view signed minutes",
  input: z.object({ meetingId: id, number: z.int().min(1).max(1_000).optional() }),
  output: signedMinutes,
  http: { method: "GET", path: "/accounts/{accountId}/meetings/{meetingId}/signed-minutes" },
  run: async (context, { meetingId, number }) => {
    const meeting = await accessOfMeeting(context, meetingId);
    const [signOff, now] = await Promise.all([
      context.db.meetingSignOff.findFirst({
        where: { accountId: context.account.id, meetingId, ...(number === undefined ? {} : { number }) },
        orderBy: { number: "desc" },
      }),
      secrecyNow(context, meetingId),
    ]);
    if (signOff === null) throw notFound(t("These minutes were never signed."));
    const { record, items } = signedContent.parse(signOff.content);
    const sees = itemReader(context, meeting);
    return {
      hash: signOff.hash,
      signedByName: signOff.signedByName,
      signedAt: iso(signOff.signedAt),
      unlockedAt: isoOrNull(signOff.unlockedAt),
      unlockedByName: signOff.unlockedByName,
      record,
      items: items.map(({ id: itemId, signed, ...then }, index) => {
        const stands = now.get(itemId) ?? { ...then, id: itemId, confidential: signed.confidential };
        const shown = sees({ ...stands, confidential: signed.confidential || stands.confidential });
        const { recused } = shownRecusals(context, meeting, itemId, shown);
        return {
          sha256: record.items[index] ?? "",
          signed: shown ? signed : null,
          neutralTitle: hiddenTitle({ ...then, recused }),
          recused,
        };
      }),
    };
  },
});

/** Who sees an item is asked as of now; of an item that is gone, as of then. */
async function secrecyNow({ db, account }: Context<"account">, meetingId: string) {
  const rows = await db.meetingItem.findMany({
    where: { accountId: account.id, meetingId },
    select: secrecyColumns,
    take: MOST_ITEMS,
  });
  return new Map(rows.map((row) => [row.id, row]));
}
