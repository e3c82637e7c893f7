import type { Prisma } from "@/lib/platform/db/generated/client";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";

/** Those of a list who are still members of the account. */
export const membersOnly = {
  contact: { kind: "member", status: { in: ["active", "invited"] } },
} as const satisfies Prisma.FolderAccessWhereInput;

/** The contacts on the list of a folder with its own list. */
export async function listOf({ db, account }: Context<"account">, governingId: string): Promise<string[]> {
  const where = { accountId: account.id, folderId: governingId, ...membersOnly };
  const found = await db.folderAccess.findMany({ where, select: { contactId: true }, orderBy: { contactId: "asc" } });
  return found.map(({ contactId }) => contactId);
}

/** A folder as its check reads it, if these contacts were on its list. */
export const withList = (contactIds: readonly string[]) => ({
  governing: { access: contactIds.map((contactId) => ({ contactId })) },
});

/** Those people of the account who see a folder with this list, by the same check as everywhere. */
export async function readersOf(context: Context<"account">, contactIds: readonly string[]): Promise<AccountMember[]> {
  return readersAmong(await context.people(), contactIds);
}

/** The same of people who were read already. */
export function readersAmong(people: readonly AccountMember[], contactIds: readonly string[]): AccountMember[] {
  const folder = withList(contactIds);
  return people.filter(({ subject }) => can(viewerOf(subject), "documents.view", folder));
}

/** Who would lose a folder and who would get it, if one list came in the place of another. */
export async function compareLists(context: Context<"account">, before: readonly string[], after: readonly string[]) {
  const had = await readersOf(context, before);
  const have = await readersOf(context, after);
  const [old, fresh] = [
    new Set(had.map(({ contactId }) => contactId)),
    new Set(have.map(({ contactId }) => contactId)),
  ];
  return {
    lose: had.filter(({ contactId }) => !fresh.has(contactId)),
    gain: have.filter(({ contactId }) => !old.has(contactId)),
    have,
  };
}
