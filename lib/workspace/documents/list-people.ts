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

/** What decides who reads a folder: the list that applies, and who is recused. */
export interface Readership {
  readonly list: readonly string[];
  readonly recused: readonly string[];
}

export const readershipOf = async (
  context: Context<"account">,
  { id, governingId }: { readonly id: string; readonly governingId: string },
): Promise<Readership> => ({ list: await listOf(context, governingId), recused: await recusedFrom(context, id) });

/** The contacts recused from a folder, by itself or by one above it. */
export async function recusedFrom({ db, account }: Context<"account">, folderId: string): Promise<string[]> {
  const where = { accountId: account.id, folderId };
  const found = await db.folderShut.findMany({ where, select: { contactId: true }, orderBy: { contactId: "asc" } });
  return found.map(({ contactId }) => contactId);
}

/** A folder as its check reads it, if these contacts were on its list, and those recused. */
export const withList = ({ list, recused }: Readership) => ({
  governing: { access: list.map((contactId) => ({ contactId })) },
  recusals: recused.map((contactId) => ({ contactId })),
});

/** Those people of the account who see such a folder, by the same check as everywhere. */
export async function readersOf(context: Context<"account">, readership: Readership): Promise<AccountMember[]> {
  return readersAmong(await context.people(), readership);
}

/** The same of people who were read already. */
export function readersAmong(people: readonly AccountMember[], readership: Readership): AccountMember[] {
  const folder = withList(readership);
  return people.filter(({ subject }) => can(viewerOf(subject), "documents.view", folder));
}

/** Who would lose a folder and who would get it, if it had other readers. */
export async function compareLists(context: Context<"account">, before: Readership, after: Readership) {
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
