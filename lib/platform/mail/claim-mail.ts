import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { raw, type Sql, sql } from "@/lib/platform/db/sql";
import { asWorker } from "@/lib/platform/db/transaction";

/** A mail claimed by this worker alone until its lease expires. */
export interface ClaimedMail {
  readonly id: string;
  readonly accountId: string | null;
  /** Of whom something is asked before it is sent, if of anybody: a contact, or somebody of staff. */
  readonly contactId: string | null;
  readonly personId: string | null;
  readonly permission: string | null;
  readonly about: string | null;
  readonly aboutIds: readonly string[];
  readonly toAddress: string;
  readonly toName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
  readonly unsubscribe: string | null;
  /** An invitation for their calendar, or the end of one: iCalendar. */
  readonly calendar: string | null;
  /** Where an answer goes, and a bounce; null: to the sender. */
  readonly replyTo: string | null;
  readonly bounceTo: string | null;
  /** The conversation it continues. */
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** This attempt included. */
  readonly attempts: number;
  /** How many earlier claims ended without a known outcome. */
  readonly lostClaims: number;
}

/** Which mail a connection takes next. */
export interface Choice {
  /** Only what somebody waits for. */
  readonly awaited: boolean;
  /** Domains whose mail has to wait. */
  readonly busy: readonly string[];
  /** The domain behind which others are looked for: an earlier claim's `lookedAt`. */
  readonly after: string;
}

export interface Claim {
  /** Undefined if nothing was found. */
  readonly mail: ClaimedMail | undefined;
  /** How far the other domains were looked through; empty once all were. */
  readonly lookedAt: string;
}

/** So many of the oldest mails are read, and the oldest one of so many domains. */
const MOST_READ = 50;
const most = raw(String(MOST_READ));

/**
 * Claims a waiting mail for sending, the one that waits longest and isn't to a busy domain. If all of the oldest fifty are to busy
 * ones, the oldest of another domain: what waits for busy domains is never read through. Parallel workers never claim the same
 * row: a row being claimed is skipped, and a claimed one waits until `leaseUntil`. A row whose lease expired without an outcome is
 * claimed again and counted as lost once more.
 */
export const claimMail = (now: Date, leaseUntil: Date, { awaited, busy, after }: Choice): Promise<Claim> =>
  asWorker(async (db) => {
    const lease = { now, leaseUntil };
    // Each is the condition of indexes of its own.
    const waiting = awaited ? sql`"status" = 'queued' and "awaited"` : sql`"status" = 'queued'`;
    const oldest = sql`select "id", "nextTryAt" from (select "id", "nextTryAt", ${domain} as "domain" from "OutboxMail"
      where ${waiting} and "nextTryAt" <= ${now} order by "nextTryAt", "id" limit ${most}) o where "domain" <> all (${busy}::text[])`;
    const mail = await claimOneOf(db, oldest, lease);
    if (mail !== undefined || busy.length === 0) return { mail, lookedAt: "" };
    const heads = await headsOfDomains(db, waiting, after);
    const lookedAt = heads.length < MOST_READ ? "" : (heads.at(-1)?.domain ?? "");
    const due = heads.filter((head) => head.nextTryAt <= now && !busy.includes(head.domain));
    return { mail: due.length > 0 ? await claimOneOf(db, theseHeads(due), lease) : undefined, lookedAt };
  });

const domain = sql`lower(split_part("toAddress", '@', 2))`;

interface Lease {
  readonly now: Date;
  readonly leaseUntil: Date;
}

/**
 * Claims the one of some mails that waits longest. It is selected once, in a materialized CTE: with a subquery per row PostgreSQL
 * could select the next one each time, exceeding the limit. Each is looked up by its id: joined, they were looked for among all that
 * wait, in that order.
 */
async function claimOneOf(db: ScopedDb, some: Sql, { now, leaseUntil }: Lease): Promise<ClaimedMail | undefined> {
  const [claimed] = await queryRows<ClaimedMail>(
    db,
    sql`with some_of as materialized (${some}),
      due as materialized (select s."id" from (select "id", "nextTryAt" from some_of order by "nextTryAt", "id") s
        cross join lateral (select from "OutboxMail" where "id" = s."id" and "status" = 'queued' and "nextTryAt" <= ${now} for update skip locked) m
        order by s."nextTryAt", s."id" limit 1)
      update "OutboxMail" m set "attempts" = m."attempts" + 1, "claimedAt" = ${now}, "nextTryAt" = ${leaseUntil},
        "lostClaims" = m."lostClaims" + case when m."claimedAt" is null then 0 else 1 end
      from due where m."id" = due."id"
      returning m."id", m."accountId", m."contactId", m."personId", m."permission", m."about", m."aboutIds"::text[] as "aboutIds", m."toAddress", m."toName", m."subject", m."html", m."text", m."messageId", m."unsubscribe", m."calendar", m."attempts", m."lostClaims",
        m."replyTo", m."bounceTo", m."inReplyTo", m."references"`,
  );
  return claimed;
}

interface Head {
  readonly id: string;
  readonly domain: string;
  readonly nextTryAt: Date;
}

const theseHeads = (heads: readonly Head[]): Sql =>
  sql`select * from unnest(${heads.map(({ id }) => id)}::uuid[], ${heads.map(({ nextTryAt }) => nextTryAt)}::timestamptz[]) o("id", "nextTryAt")`;

/** The mail that waits longest of each domain, from one domain to the next: each is one search of an index. */
const headsOfDomains = (db: ScopedDb, waiting: Sql, after: string): Promise<Head[]> =>
  queryRows<Head>(
    db,
    sql`with recursive heads as (
      (select "id", ${domain} as "domain", "nextTryAt", 1 as "place" from "OutboxMail"
        where ${waiting} and ${domain} > ${after} order by ${domain}, "nextTryAt", "id" limit 1)
      union all
      select n.*, h."place" + 1 from heads h cross join lateral (select "id", ${domain} as "domain", "nextTryAt" from "OutboxMail"
        where ${waiting} and ${domain} > h."domain" order by ${domain}, "nextTryAt", "id" limit 1) n where h."place" < ${most})
      select "id", "domain", "nextTryAt" from heads`,
  );
