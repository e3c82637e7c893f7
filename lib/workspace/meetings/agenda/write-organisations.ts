import type { Context } from "@/lib/platform/operations/operation";
import { organisationsIn } from "@/lib/workspace/core/organisations-in";

/** Writes what an agenda item is about, in the place of what it was about before. */
export async function writeOrganisations(
  { db, account }: Context<"account">,
  itemId: string,
  text: string,
): Promise<void> {
  const of = { accountId: account.id, itemId };
  const organisations = organisationsIn(text);
  await db.meetingItemOrganisation.deleteMany({ where: of });
  await db.meetingItemOrganisation.createMany({ data: organisations.map((one) => ({ ...of, ...one })) });
}
