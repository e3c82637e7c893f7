import type { Context } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { type SeenGroup, seesGroup } from "./visible-groups";

/** The names of those who see a group besides the viewer: none for those who may not see the account's members. */
export async function mentionableIn(context: Context<"account">, group: SeenGroup): Promise<string[]> {
  const { viewer, actor } = context;
  if (!canSome(viewer, "people.members.view")) return [];
  const people = await context.people();
  return people
    .filter(({ hasLogin, contactId }) => hasLogin && contactId !== actor.contactId)
    .filter(({ subject }) => seesGroup(viewerOf(subject), group))
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}

export const MOST_NAMES = 100;
