import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { chosenParticipants } from "@/lib/workspace/core/participants";
import { MOST_INVITED } from "./schema";

interface Chosen {
  readonly voters: readonly string[];
  readonly viewers: readonly string[];
}

interface Added {
  readonly contactId: string;
  readonly name: string;
  readonly mayVote: boolean;
}

/**
 * Invites people to a decision who aren't yet, and returns them. Whoever is chosen as both is a voter. Whoever already is invited
 * stays as they are.
 */
export async function invite(context: Context<"account">, decisionId: string, chosen: Chosen): Promise<Added[]> {
  const { db, account, actor, realNow: invitedAt } = context;
  const before = await db.decisionInvitation.findMany({
    where: { accountId: account.id, decisionId },
    select: { contactId: true },
  });
  const known = new Set(before.map(({ contactId }) => contactId));
  const [voters, viewers] = [
    await chosenParticipants(context, "voters", chosen.voters),
    await chosenParticipants(context, "viewers", chosen.viewers),
  ];
  const voting = new Set(voters.map(({ id }) => id));
  const added = [...voters, ...viewers.filter(({ id }) => !voting.has(id))]
    .filter(({ id }) => !known.has(id))
    .map(({ id, name }) => ({ contactId: id, name, mayVote: voting.has(id) }));
  if (known.size + added.length > MOST_INVITED) throw invalidField("voters", t("Invite up to 200 people."));
  await db.decisionInvitation.createMany({
    data: added.map(({ contactId, mayVote }) => ({
      ...{ accountId: account.id, decisionId, contactId, mayVote },
      ...{ invitedByName: actor.name, invitedAt },
    })),
  });
  return added;
}
