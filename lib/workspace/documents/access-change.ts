import { createHash } from "node:crypto";
import type { Standing } from "@/lib/platform/db/load-roster";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { compareLists, type Readership } from "./list-people";
import { type AccessChange, MOST_NAMED } from "./schema";

export interface ChangedPeople {
  readonly lose: readonly Standing[];
  readonly gain: readonly Standing[];
}

/** Who would lose or get a folder if it had other readers. */
export async function changeBetween(
  context: Context<"account">,
  before: Readership,
  after: Readership,
): Promise<ChangedPeople> {
  const same = (one: readonly string[], other: readonly string[]) => one.join() === other.join();
  if (same(before.list, after.list) && same(before.recused, after.recused)) return { lose: [], gain: [] };
  return compareLists(context, before, after);
}

/** Several changes as one: whoever loses any of it loses something. */
export function together(changes: readonly ChangedPeople[]): ChangedPeople {
  const each = (people: readonly Standing[]) => [...new Map(people.map((one) => [one.contactId, one])).values()];
  return { lose: each(changes.flatMap(({ lose }) => lose)), gain: each(changes.flatMap(({ gain }) => gain)) };
}

export const presentChange = (change: ChangedPeople, files: number): AccessChange => ({
  lose: named(change.lose),
  loseCount: change.lose.length,
  gain: named(change.gain),
  gainCount: change.gain.length,
  files,
  token: tokenOf(change),
});

/** @throws Problem `conflict` if a preview was confirmed that no longer holds */
export function requireSame(change: ChangedPeople, token: string | undefined): void {
  if (token === undefined || token === tokenOf(change)) return;
  throw new Problem(
    "conflict",
    t("Who would lose or get access has changed since you looked. Check it again before you confirm."),
  );
}

const named = (people: readonly Standing[]) =>
  people.slice(0, MOST_NAMED).map(({ contactId: id, name }) => ({ id, name }));

function tokenOf({ lose, gain }: ChangedPeople): string {
  const ids = (people: readonly Standing[]) => people.map(({ contactId }) => contactId).sort();
  return createHash("sha256")
    .update(JSON.stringify([ids(lose), ids(gain)]))
    .digest("hex")
    .slice(0, 32);
}
