import type { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { localDay } from "@/lib/platform/kernel/local-day";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { conflict } from "./schema";

interface About {
  /** Of the organisations that the record is about, as they are compared. */
  readonly keys: readonly string[];
  /** Contacts who would see it and are not recused. */
  readonly people: readonly string[];
  readonly dismissed: readonly { readonly contactId: string; readonly key: string }[];
}

/** The contacts who have declared an interest in one of these organisations, whether or not it still applies. */
export async function haveDeclared({ db, account }: Context<"account">, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const where = { accountId: account.id, key: { in: [...keys] } };
  const found = await db.interest.groupBy({ by: ["contactId"], where });
  return found.map(({ contactId }) => contactId);
}

/**
 * People with a current interest in an organisation that something is about, except interests that were dismissed. It only
 * proposes: somebody decides. Interests that the viewer may not see are left out. The operation declares
 * `alsoChecks: ["decisions.interests.view"]`.
 */
export async function declaredInterests(
  context: Context<"account">,
  { keys, people, dismissed }: About,
): Promise<z.input<typeof conflict>[]> {
  if (keys.length === 0 || people.length === 0) return [];
  // Days are those of the viewer, and an interest counts on its last one.
  const today = startOfDayUtc(localDay(context.realNow, context.actor.timeZone));
  const found = await context.db.interest.findMany({
    where: accessibleWhere<"decisions.interests.view", Prisma.InterestWhereInput>(context, "decisions.interests.view", {
      key: { in: [...keys] },
      contactId: { in: [...people] },
      fromDay: { lte: today },
      OR: [{ toDay: null }, { toDay: { gte: today } }],
    }),
    select: { contactId: true, key: true, organisation: true, nature: true, contact: { select: { name: true } } },
    orderBy: [{ contact: { nameSearch: "asc" } }, { id: "asc" }],
    take: 200,
  });
  const settled = new Set(dismissed.map(({ contactId, key }) => `${contactId} ${key}`));
  return found
    .filter(({ contactId, key }) => !settled.has(`${contactId} ${key}`))
    .map(({ contact, ...interest }) => ({ ...interest, name: contact.name }));
}
