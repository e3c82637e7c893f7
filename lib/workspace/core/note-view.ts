import { addMinutes } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";

/** Whoever loads a page again views the same. */
const SAME_MINUTES = 30;

interface Viewed {
  readonly contactId: string;
  readonly personId: string | null;
}

/** Tells somebody, in their profile, that a meeting was viewed as them. It doesn't say which: they may no longer know of it. */
export async function noteView(
  { db, account, actor, realNow: now }: Context<"account">,
  { contactId, personId }: Viewed,
) {
  if (personId === null || personId === actor.personId) return;
  const viewed = { accountId: account.id, contactId, personId, lookerPersonId: actor.personId, ofMeeting: true };
  const known = await db.contactLook.findFirst({
    where: { ...viewed, startedAt: { gt: addMinutes(now, -SAME_MINUTES) } },
    select: { id: true },
  });
  if (known !== null) return;
  const over = { startedAt: now, endsAt: addMinutes(now, 1), endedAt: now };
  await db.contactLook.createMany({ data: { ...viewed, ...over, lookerName: actor.name, lookerIsStaff: false } });
}
