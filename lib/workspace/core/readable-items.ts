import type { Prisma } from "@/lib/platform/db/generated/client";
import { Sql, sql } from "@/lib/platform/db/sql";
import { t } from "@/lib/platform/language/t";
import { accessibleSql } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { toSqlWhere } from "@/lib/policy/filter";
import { isRecusedFrom, rowsNotRecused } from "@/lib/policy/recused-records";
import type { Viewer } from "@/lib/policy/viewer";
import type { MeetingAccess } from "./meeting-record";

/** What decides who sees an item, now or as it was published. */
export interface ItemSecrecy {
  readonly id: string;
  readonly confidential: boolean;
  readonly presenterId: string | null;
  readonly readers: readonly { readonly contactId: string }[];
}

export const secrecyColumns = {
  id: true,
  confidential: true,
  presenterId: true,
  readers: { select: { contactId: true } },
} as const satisfies Prisma.MeetingItemSelect;

/**
 * Whether somebody sees an item of a meeting that they see. A confidential one is for those who run the meeting, its presenter,
 * and those listed; and no item is for those who are recused from it, whatever else they are.
 */
export const itemReader = ({ viewer }: Pick<Context, "viewer">, meeting: MeetingAccess) =>
  itemReaderOf(viewer, meeting);

/** The same for any viewer. Whoever looks as somebody sees what both of them see. */
export function itemReaderOf(viewer: Viewer, meeting: MeetingAccess): (item: ItemSecrecy) => boolean {
  const me = viewer.contactId;
  const runsIt = can(viewer, "meetings.control", meeting);
  const looker = viewer.looker === null ? null : itemReaderOf(viewer.looker, meeting);
  return (item) =>
    !isRecusedFrom(viewer, "meetingItem", recusalsOf(meeting, item.id)) &&
    (!item.confidential ||
      runsIt ||
      (me !== null && (item.presenterId === me || item.readers.some(({ contactId }) => contactId === me)))) &&
    (looker === null || looker(item));
}

/** Whether the viewer sees an item, as a condition on a row `i` of the items of the meeting `m`. */
export function readableSql(context: Pick<Context<"account">, "viewer" | "account">): Sql {
  const { strings, values } = toSqlWhere(rowsNotRecused(context.viewer, "meetingItem"), "i");
  return sql`${new Sql(strings, values)} and (not i."confidential" or ${readsConfidentialSql(context)})`;
}

/** And whether they would if it were confidential. */
export function readsConfidentialSql({ viewer, account }: Pick<Context<"account">, "viewer" | "account">): Sql {
  const me = sql`${viewer.contactId}::uuid`;
  const listed = sql`(${accessibleSql({ viewer, account }, "meetings.control", "m")} or i."presenterId" = ${me} or exists (
    select from "MeetingItemReader" reader
    where reader."accountId" = i."accountId" and reader."itemId" = i."id" and reader."contactId" = ${me}))`;
  return viewer.looker === null
    ? listed
    : sql`(${listed} and ${readsConfidentialSql({ viewer: viewer.looker, account })})`;
}

/** An item as the policy asks who is recused from it, also of an item that is gone. */
export const recusalsOf = ({ recusals }: Pick<MeetingAccess, "recusals">, id: string) => ({
  recusals: recusals.filter(({ itemId }) => itemId === id),
});

/** What stands in the place of an item's title for those who don't see the item. */
export const hiddenTitle = ({ neutralTitle, recused }: { readonly neutralTitle: string; readonly recused: boolean }) =>
  neutralTitle || (recused ? t("Item from which you are recused") : t("Confidential item"));

/** Who is recused from an item, for those who see it; somebody who is recused reads why they are themselves. */
export function shownRecusals({ viewer }: Pick<Context, "viewer">, meeting: MeetingAccess, id: string, shown: boolean) {
  const all = recusalsOf(meeting, id).recusals;
  const own = isRecusedFrom(viewer, "meetingItem", { recusals: all });
  return {
    recused: own,
    recusals: all
      .filter(({ contactId }) => shown || contactId === viewer.contactId)
      .map(({ name, reason, decidedByName }) => ({ name, reason, decidedByName })),
  };
}

/** The numbers of items in their order; breaks have none. */
export function numbersOf(items: readonly { readonly numbered: boolean }[]): (number | null)[] {
  let last = 0;
  return items.map(({ numbered }) => {
    if (!numbered) return null;
    last += 1;
    return last;
  });
}
