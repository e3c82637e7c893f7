import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { sql } from "./sql";

export interface Typist {
  readonly account: string;
  /** The kind and id of the record they write to. */
  readonly kind: string;
  readonly id: string;
  /** The person: their own pages aren't told. */
  readonly typist: string;
  readonly staff: boolean;
}

/** Tells open pages with the commit that somebody is writing. Nothing is stored. */
export async function announceTyping(db: ScopedDb, typing: Typist): Promise<void> {
  await queryRows(db, sql`select pg_notify('portcullis_live', ${JSON.stringify(typing)})::text`);
}
