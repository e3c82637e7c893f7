import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

/** The folders whose list isn't that of the nearest folder, itself included, that has its own: worked out plainly. */
export async function misgoverned(db: OwnerDatabase, accountId: string): Promise<string[]> {
  const rows = await db.folder.findMany({
    where: { accountId },
    select: { id: true, parentId: true, governingId: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const governingOf = (id: string, steps = 0): string => {
    const row = byId.get(id);
    if (row === undefined || steps > 50) throw new Error("The folder is in itself, or its parent is gone.");
    return row.governingId === row.id || row.parentId === null ? row.id : governingOf(row.parentId, steps + 1);
  };
  return rows.filter(({ id, governingId }) => governingOf(id) !== governingId).map(({ id }) => id);
}
