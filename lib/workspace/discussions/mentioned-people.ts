import type { Standing } from "@/lib/platform/db/load-roster";
import { listed } from "@/lib/platform/kernel/listed";
import { mentionedIn } from "@/lib/platform/kernel/mentioned-in";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { type GroupRow, groupFor } from "./group-record";
import { authorizeUpdate, mayUpdate } from "./group-rights";
import { invitePeople } from "./invite-people";
import { seesGroup } from "./visible-groups";

interface Written {
  readonly body: string;
  /** Invite those who can't see the group, if the author may. */
  readonly invite: boolean;
  /** Those an earlier version of the post mentioned: not asked about again. */
  readonly before?: string;
}

/**
 * The people a post mentions, who all see the group. Someone who doesn't is invited if the author wants that and may; otherwise
 * the post is refused, so that nobody believes to have reached them. Throws `invalid`.
 */
export async function mentionedPeople(
  context: Context<"account">,
  group: GroupRow,
  { body, invite, before = "" }: Written,
): Promise<Standing[]> {
  if (!body.includes("@")) return [];
  const people = (await context.roster()).filter(({ hasLogin }) => hasLogin);
  const known = new Set(mentionedIn(before, people));
  const named = mentionedIn(body, people).filter((one) => !known.has(one));
  const ids = named.map(({ contactId }) => contactId);
  const ofNamed = await groupFor(context, group, ids);
  const seeing = named.filter(({ viewer }) => seesGroup(viewer, ofNamed));
  // Whoever may not see the account's members learns nothing of who they are: a name is only text then.
  const others = canSome(context.viewer, "people.members.view") ? named.filter((one) => !seeing.includes(one)) : [];
  if (others.length === 0) return seeing;
  const reachable = group.isPrivate ? others.filter((one) => wouldSee(one, group)) : [];
  if (!invite || reachable.length < others.length) throw refusal(context, group, others);
  await authorizeUpdate(context, group);
  await invitePeople(
    context,
    group.id,
    others.map(({ contactId, name }) => ({ id: contactId, name })),
  );
  return [...seeing, ...others];
}

/** Whether an invitation would help: not if they may not use discussions at all. */
const wouldSee = ({ contactId, viewer }: Standing, group: GroupRow): boolean =>
  seesGroup(viewer, { ...group, invitations: [{ contactId }] });

function refusal(context: Context, group: GroupRow, others: readonly Standing[]) {
  const names = listed(others.map(({ name }) => name));
  const count = others.length;
  if (!group.isPrivate || others.some((one) => !wouldSee(one, group))) {
    return invalidField(
      "message",
      t(
        "{names} can't see discussions, so a mention wouldn't reach {count, plural, one {this person} other {them}}. Write the name without @.",
        { names, count },
      ),
    );
  }
  return invalidField(
    "message",
    mayUpdate(context, group)
      ? t(
          "{names} can't see this private group. Tick “Invite people I mention” to invite {count, plural, one {this person} other {them}} and post, or write the name without @.",
          { names, count },
        )
      : t(
          "{names} can't see this private group. Ask the group's owner to invite {count, plural, one {this person} other {them}}, or write the name without @.",
          { names, count },
        ),
  );
}
