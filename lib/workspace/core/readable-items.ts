import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { MeetingRow } from "./meeting-record";

/** What decides who sees an item, now or as it was published. */
export interface ItemSecrecy {
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

/** Whether somebody sees an item of a meeting that they see: those who run the meeting, its presenter, and those listed. */
export function itemReader(context: Pick<Context, "viewer" | "actor">, meeting: MeetingRow) {
  const me = context.actor.contactId;
  const runsIt = can(context.viewer, "meetings.control", meeting);
  return ({ confidential, presenterId, readers }: ItemSecrecy): boolean =>
    !confidential ||
    runsIt ||
    (me !== null && (presenterId === me || readers.some(({ contactId }) => contactId === me)));
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
