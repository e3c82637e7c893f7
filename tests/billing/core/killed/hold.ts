import { Client } from "pg";
import { vi } from "vitest";

/** A moment within a transaction: something is about to happen to a row, or just has. */
export interface Moment {
  readonly on: string;
  readonly when: "before insert" | "after insert" | "before update" | "after update";
  /** A condition on `new` and `old`. */
  readonly if?: string;
}

export interface Hold {
  /** Resolves once somebody stands at the moment and cannot go on. */
  reached(): Promise<void>;
  /** Takes the trigger away: from now on nobody is held. */
  lift(): Promise<void>;
}

const KEY = 7_040_711;

/**
 * Holds whoever comes to a moment, in any process: a trigger of this test's database asks for a lock that the test has.
 * Nothing of the portal knows of it.
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
      // Not without a pause: the process that is waited for needs the processor to begin.
      await vi.waitUntil(async () => (await keeper.query(waiting)).rowCount === 1, { interval: 50, timeout: 150_000 });
    },
    async lift() {
      // Whoever was killed at the lock is still there until the server notices: it is told to go.
      await keeper.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = ${KEY} and not granted
        and database = (select oid from pg_database where datname = current_database())`);
      await keeper.query(`drop trigger test_holds on ${on}`);
      await keeper.end();
    },
  };
}
