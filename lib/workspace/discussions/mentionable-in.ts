import type { Standing } from "@/lib/platform/db/load-roster";
import type { Context } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { type GroupRow, groupFor } from "./group-record";
import { seesGroup } from "./visible-groups";

/** The names of those who see a group besides the viewer: none for those who may not see the account's members. */
export async function mentionableIn(context: Context<"account">, group: GroupRow): Promise<string[]> {
  if (!canSome(context.viewer, "people.members.view")) return [];
  const first = await context.roster({ given: [permissionOf(group)], first: MOST_ASKED });
  const seeing = await seeingOf(context, group, first);
  // Most who were given it see it. Where not, everybody is asked.
  const enough = seeing.length >= MOST_NAMES || first.length < MOST_ASKED;
  const all = enough ? seeing : await seeingOf(context, group, await context.roster({ given: [permissionOf(group)] }));
  return all.slice(0, MOST_NAMES).map(({ name }) => name);
}

export const MOST_NAMES = 100;
const MOST_ASKED = 2 * MOST_NAMES;

const permissionOf = ({ isPrivate }: GroupRow) =>
  isPrivate ? "discussions.groups.view-private" : "discussions.groups.view-public";

async function seeingOf(context: Context<"account">, group: GroupRow, people: readonly Standing[]) {
  const ids = people.map(({ contactId }) => contactId);
  const ofThem = await groupFor(context, group, ids);
  return people.filter(
    ({ hasLogin, contactId, viewer }) => hasLogin && contactId !== context.actor.contactId && seesGroup(viewer, ofThem),
  );
}
