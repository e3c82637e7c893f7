import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { operations } from "@/lib/http/registry";
import { execute } from "@/lib/platform/operations/execute";
import { listGroups } from "@/lib/workspace/discussions/list-groups";
import { type Explained, explained } from "@/tests/fixtures/explained";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { aGroup, aThread } from "@/tests/workspace/discussions/arrange";

const MANY = 6_000;
/** As in tests/operations/plans.db.test.ts: counting stops at a thousand, and a filter may throw away as many again. */
const MOST_READ = 2_500;
const OWNER = "owner@northwind.example";

/** Each list with the table that is laid at size for it. */
const tables = {
  "decisions.list": "Decision",
  "decisions.list-comments": "DecisionComment",
  "discussions.list-groups": "DiscussionGroup",
  "discussions.list-members": "DiscussionMember",
  "discussions.list-replies": "DiscussionReply",
  "discussions.list-revisions": "DiscussionRevision",
  "discussions.list-threads": "DiscussionThread",
  "interests.list": "Interest",
  "links.list": "Link",
} as const;
type Name = keyof typeof tables;

let portal: TestPortal;
let account: string;
const inputs: Partial<Record<Name, object>> = {};

beforeAll(async () => {
  portal = await testPortal();
  const { id, contacts } = portal.demo.northwind;
  account = id;
  const groupId = await aGroup(portal.owner, { accountId: id, name: "Large", members: [contacts.owner] });
  const { threadId, replyIds } = await aThread(portal.owner, { accountId: id, groupId, authors: [contacts.owner] });
  const replyId = replyIds[0] ?? "";
  const { id: decisionId } = await portal.owner.decision.findFirstOrThrow({
    where: { accountId: id, status: "open", invitations: { some: { contactId: contacts.owner } } },
  });
  inputs["discussions.list-threads"] = { groupId };
  inputs["discussions.list-members"] = { groupId };
  inputs["discussions.list-replies"] = { threadId };
  inputs["discussions.list-revisions"] = { replyId };
  inputs["decisions.list-comments"] = { decisionId };
  const client = new Client({ connectionString: portal.url });
  await client.connect();
  const lay = (columns: string, values: string, more: readonly string[] = []) =>
    client.query(`insert into ${columns} select ${values} from generate_series(1, ${MANY}) n`, [id, ...more]);
  await lay(
    `"Link" ("id", "accountId", "title", "url", "domain", "addedByName")`,
    `gen_random_uuid(), $1::uuid, 'Link ' || n, 'https://large.example/' || n, 'large.example', 'Ingrid Solheim'`,
  );
  await lay(
    `"Interest" ("id", "accountId", "contactId", "organisation", "key", "nature", "fromDay", "createdAt")`,
    `gen_random_uuid(), $1::uuid, $2::uuid, 'Company ' || n, 'company ' || n, 'Shares', current_date, now() - n * interval '1 minute'`,
    [contacts.owner],
  );
  await lay(
    `"Decision" ("id", "accountId", "number", "title", "purpose", "status", "voteBy", "timeZone", "createdByName")`,
    `gen_random_uuid(), $1::uuid, 1000 + n, 'Large ' || n, 'A purpose', 'draft', now() + n * interval '1 hour', 'UTC', 'Ingrid Solheim'`,
  );
  await lay(
    `"DecisionComment" ("id", "accountId", "decisionId", "authorContactId", "authorName", "body", "createdAt")`,
    `gen_random_uuid(), $1::uuid, $2::uuid, $3::uuid, 'Ingrid Solheim', 'Comment ' || n, now() - n * interval '1 minute'`,
    [decisionId, contacts.owner],
  );
  await lay(
    `"Contact" ("id", "accountId", "kind", "status", "name", "email")`,
    `gen_random_uuid(), $1::uuid, 'member', 'active', 'Person ' || n, 'person-' || n || '@large.example'`,
  );
  await client.query(
    `insert into "DiscussionMember" ("id", "accountId", "groupId", "contactId", "joinedAt", "createdAt")
     select gen_random_uuid(), "accountId", $2::uuid, "id", now() - interval '1 year', now() - row_number() over () * interval '1 minute'
     from "Contact" where "accountId" = $1::uuid and "email" like '%@large.example'`,
    [id, groupId],
  );
  await lay(
    `"DiscussionGroup" ("id", "accountId", "name", "isPrivate")`,
    `gen_random_uuid(), $1::uuid, 'Group ' || n, false`,
  );
  await lay(
    `"DiscussionThread" ("id", "accountId", "groupId", "title", "startedByName", "lastNumber", "lastReplyAt")`,
    `gen_random_uuid(), $1::uuid, $2::uuid, 'Thread ' || n, 'Ana', 1, now() - n * interval '1 minute'`,
    [groupId],
  );
  await client.query(
    `insert into "DiscussionReading" ("accountId", "threadId", "contactId", "readNumber")
     select "accountId", "id", $3::uuid, case when "lastNumber" > 0 and extract(minute from "lastReplyAt")::int % 10 > 0 then 1 else 0 end from "DiscussionThread" where "accountId" = $1::uuid and "groupId" = $2::uuid and "id" <> $4::uuid`,
    [id, groupId, contacts.owner, threadId],
  );
  await lay(
    `"DiscussionReply" ("id", "accountId", "threadId", "number", "authorName", "body")`,
    `gen_random_uuid(), $1::uuid, $2::uuid, 1 + n, 'Ana', 'Post ' || n`,
    [threadId],
  );
  await lay(
    `"DiscussionRevision" ("id", "accountId", "replyId", "version", "body", "replacedBy")`,
    `gen_random_uuid(), $1::uuid, $2::uuid, n, 'Before ' || n, 'Ana'`,
    [replyId],
  );
  await client.query("vacuum analyze");
  await client.end();
});
afterAll(() => portal.close());

/** Runs a list, with the plans of its statements. */
async function plansOf(name: Name, place: object): Promise<Explained[]> {
  const caller = await portal.as(OWNER);
  return explained(() => execute(caller, account, operationOf(name), { ...inputs[name], ...place } as never));
}

const operationOf = (name: Name) => operations.find((one) => one.name === name) as never;

const tooMuch = (statements: readonly Explained[]): string[] =>
  statements.flatMap(({ nodes, text }) =>
    nodes
      .filter(({ table, read }) => table !== undefined && read > MOST_READ)
      .map(({ kind, table, read }) => `${kind} of ${read} rows of ${table}: ${text.slice(0, 1_500)}`),
  );

async function deepCursor(name: Name): Promise<string> {
  const caller = await portal.as(OWNER);
  const input = { ...inputs[name], page: 59 };
  const { next } = (await execute(caller, account, operationOf(name), input as never)) as { next: string | null };
  if (next === null) throw new Error(`${name} has no page 60.`);
  return next;
}

describe("a list of the workspace at six thousand rows", () => {
  test.each(Object.keys(tables) as Name[])("reads no more on page 60 than on its first: %s", async (name) => {
    const first = await plansOf(name, {});
    expect(first.some(({ nodes }) => nodes.some(({ table }) => table === tables[name]))).toBe(true);
    expect(tooMuch(first)).toEqual([]);
    expect(tooMuch(await plansOf(name, { cursor: await deepCursor(name) }))).toEqual([]);
  });

  test("counts the threads and people of a large group as far as a list counts, and the unread ones among its newest", async () => {
    const caller = await portal.as(OWNER);
    const { items } = await execute(caller, account, listGroups, { q: "Large" });
    expect(items.find(({ name }) => name === "Large")).toMatchObject({ members: 1_001, threads: 1_001 });
    expect(items.find(({ name }) => name === "Large")?.unread).toBeGreaterThan(0);
    // Groups are searched by any part of their name, all of the account's, and the dashboard counts its people.
    const found = [
      ...(await explained(() => execute(caller, account, listGroups, { q: "Large" }))),
      ...(await explained(() => execute(caller, account, viewDashboard, {}))),
    ];
    expect(found.some(({ text }) => text.includes("readNumber"))).toBe(true);
    expect(tooMuch(found).filter((one) => !/of (DiscussionGroup|Contact):/.test(one))).toEqual([]);
  });
});
