import { Client } from "pg";
import { vi } from "vitest";

/** A point within a transaction: just before or after a row changes. */
export interface Moment {
  readonly on: string;
  readonly when: "before insert" | "after insert" | "before update" | "after update";
  /** A condition on `new` and `old`. */
  readonly if?: string;
}

export interface Hold {
  /** Resolves once a process is blocked at that point. */
  reached(): Promise<void>;
  /** Removes the trigger, so nothing is blocked any more. */
  lift(): Promise<void>;
}

const KEY = 7_040_711;

/**
 * Blocks any process that reaches a point: a trigger in this test's database waits for a lock the test holds.
 * The portal's code isn't involved.
 */
export async function holdAt(url: string, { on, when, if: condition }: Moment): Promise<Hold> {
  const keeper = new Client({ connectionString: url });
  await keeper.connect();
  await keeper.query(`select pg_advisory_lock(${KEY})`);
  await keeper.query(`create or replace function public.test_holds() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock(${KEY}); return new; end $$`);
  await keeper.query(
    `create trigger test_holds ${when} on ${on} for each row ${condition ? `when (${condition})` : ""} execute function public.test_holds()`,
  );
  const waiting = `select 1 from pg_locks where locktype = 'advisory' and objid = ${KEY} and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  return {
    async reached() {
      // With a pause, because the process being waited for needs CPU time to start.
      await vi.waitUntil(async () => (await keeper.query(waiting)).rowCount === 1, { interval: 50, timeout: 150_000 });
    },
    async lift() {
      // The backend of a killed process stays at the lock until the server notices, so terminate it.
      await keeper.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = ${KEY} and not granted
        and database = (select oid from pg_database where datname = current_database())`);
      await keeper.query(`drop trigger test_holds on ${on}`);
      await keeper.end();
    },
  };
}
