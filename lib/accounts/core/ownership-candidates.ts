import { z } from "zod";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { id } from "@/lib/platform/kernel/ids";
import type { Context } from "@/lib/platform/operations/operation";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { canOwn } from "./can-own";

/** As many as can be chosen from; beyond that, a name is typed. */
const MOST = 25;

/** Those, and the one asked for. */
export const MOST_CANDIDATES = MOST + 1;

/** Which of the people an account could be transferred to. */
export const candidatesInput = {
  q: z.string().trim().max(200).default("").describe("Only candidates with this in their name"),
  to: id.optional().describe("A contact who is listed as a candidate even if their name comes later"),
};

export interface Candidates {
  readonly people: readonly AccountMember[];
  readonly hasMore: boolean;
}

/** The people the viewer could transfer the account to: the first by name of those searched for, and the one asked for. */
export async function ownershipCandidates(
  { viewer, members }: Context,
  { q, to }: { readonly q: string; readonly to?: string | undefined },
): Promise<Candidates> {
  const eligible = (people: readonly AccountMember[]) =>
    people.filter((one) => canOwn(one) && ownershipTransfer(viewer, one).ok);
  // One more for the owner, who may be among them.
  const [found, asked] = await Promise.all([
    members({ q, signIn: true, first: MOST + 2 }).then(eligible),
    to === undefined ? [] : members({ ids: [to] }).then(eligible),
  ]);
  const people = found.slice(0, MOST);
  const others = asked.filter((one) => !people.some(({ contactId }) => contactId === one.contactId));
  return { people: [...others, ...people], hasMore: found.length > MOST };
}
