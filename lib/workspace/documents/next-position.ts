import type { Context } from "@/lib/platform/operations/operation";

/** Room for others to be moved in between. */
export const GAP = 256;

/** The position after the last folder there. */
export async function positionOfFolder({ db, account }: Context<"account">, parentId: string): Promise<number> {
  const where = { accountId: account.id, parentId };
  const { _max } = await db.folder.aggregate({ where, _max: { position: true } });
  return (_max.position ?? 0) + GAP;
}

/** The position after the last file there. */
export async function positionOfFile({ db, account }: Context<"account">, folderId: string): Promise<number> {
  const where = { accountId: account.id, folderId };
  const { _max } = await db.document.aggregate({ where, _max: { position: true } });
  return (_max.position ?? 0) + GAP;
}
