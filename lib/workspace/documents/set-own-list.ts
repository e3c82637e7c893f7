import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { foldersBelow } from "./folder-lines";
import { governBy } from "./govern-by";
import { listOf } from "./list-people";

/** So that a page of folders never has to look through more lists than that. */
const MOST_LISTS = 2_000;

interface OwnList {
  readonly folderId: string;
  readonly people: readonly string[];
  readonly viewOnly: boolean;
}

/** Gives a folder its own list, or changes it. The tree is locked. */
export async function setOwnList(context: Context<"account">, { folderId, people, viewOnly }: OwnList): Promise<void> {
  const { db, account, actor } = context;
  const { id: accountId } = account;
  await requireFewLists(context, folderId);
  const before = await listOf(context, folderId);
  await governBy(db, { accountId, folderId, governingId: folderId });
  await db.folder.updateMany({ where: { accountId, id: folderId }, data: { viewOnly } });
  const gone = before.filter((one) => !people.includes(one));
  await db.folderAccess.deleteMany({ where: { accountId, folderId, contactId: { notIn: [...people] } } });
  await db.folderAccess.createMany({
    data: people.map((contactId) => ({ accountId, folderId, contactId, addedByName: actor.name })),
    skipDuplicates: true,
  });
  await takeFromDeleted(context, folderId, gone);
}

/** Gives up a folder's own list: it inherits again. The tree is locked. */
export async function dropOwnList(
  { db, account }: Context<"account">,
  { folderId, governingId }: { readonly folderId: string; readonly governingId: string },
): Promise<void> {
  await governBy(db, { accountId: account.id, folderId, governingId });
  await db.folderAccess.deleteMany({ where: { accountId: account.id, folderId } });
}

/** Whoever is taken off a list doesn't come back to what was deleted below it when that is restored. */
export async function takeFromDeleted(
  { db, account }: Context<"account">,
  folderId: string,
  people: readonly string[],
): Promise<void> {
  if (people.length === 0) return;
  const below = await foldersBelow(db, { accountId: account.id, folderId });
  const deleted = below.flatMap((one) => (one.deleted ? [one.id] : []));
  if (deleted.length === 0) return;
  await db.folderAccess.deleteMany({
    where: { accountId: account.id, folderId: { in: deleted }, contactId: { in: [...people] } },
  });
}

async function requireFewLists({ db, account }: Context<"account">, folderId: string): Promise<void> {
  const { _count } = await db.folder.aggregate({
    where: { accountId: account.id, access: { some: {} }, id: { not: folderId } },
    _count: { id: true },
  });
  if (_count.id < MOST_LISTS) return;
  throw new Problem(
    "conflict",
    t("An account can have up to {count} folders with their own list.", { count: MOST_LISTS }),
  );
}
