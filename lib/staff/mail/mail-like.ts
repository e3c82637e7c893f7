import type { Prisma } from "@/lib/platform/db/generated/client";
import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";

/** More are not named but compared one by one. */
const MOST_FOUND = 1_000;

/** A filter of mails by words of their recipients and subjects: found by index, which only narrows down what may be read. */
export const mailLike = async (db: ScopedDb, typed: string): Promise<Prisma.OutboxMailWhereInput> => ({
  AND: await Promise.all(searchWords(typed).map((word) => wordLike(db, escapeLike(word)))),
});

async function wordLike(db: ScopedDb, part: string): Promise<Prisma.OutboxMailWhereInput> {
  const found = await queryRows<{ id: string }>(
    db,
    sql`select "id" from portcullis_mail_found(${`%${part}%`}, ${MOST_FOUND + 1}::int)`,
  );
  return found.length > MOST_FOUND ? { search: { contains: part } } : { id: { in: found.map(({ id }) => id) } };
}
