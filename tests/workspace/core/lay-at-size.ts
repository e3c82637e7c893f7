import { createHash } from "node:crypto";
import { Client } from "pg";
import type { TestPortal } from "@/tests/fixtures/portal";

export const SIZE = 10_000;

const kinds = ["group", "thread", "meeting", "action", "decision", "link", "interest"] as const;
export type Kind = (typeof kinds)[number];

/** The title that the n-th record of each kind has. */
export const titleOf = (n: number): string => `Sized ${String(n).padStart(5, "0")}`;

/** The id of the n-th record of a kind: the same as the database works out below. */
export const idOf = (kind: Kind, n: number): string =>
  createHash("md5")
    .update(`${kind} ${n}`)
    .digest("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-8$3-8$4-$5");

const title = `'Sized ' || to_char(n, 'FM00000')`;
const key = (kind: Kind) => `pg_temp.id_of('${kind}', n), $1::uuid`;

/**
 * Ten thousand of each kind on the demo account, with billing and support contacts who are in some of them: who is in which
 * follows from the number alone. $1 stands for the account, $2 to $5 for owner, administrator, billing and support.
 */
const statements = [
  `insert into "DiscussionGroup" ("id", "accountId", "name", "isPrivate") select ${key("group")}, ${title}, n % 2 = 0 from rows`,
  `insert into "DiscussionThread" ("id", "accountId", "groupId", "title", "startedByName", "lastNumber", "lastReplyAt")
   select ${key("thread")}, pg_temp.id_of('group', n), ${title}, 'Ana', 1 + n % 5, now() - n * interval '1 minute' from rows`,
  `insert into "DiscussionMember" ("id", "accountId", "groupId", "contactId", "joinedAt", "createdAt")
   select gen_random_uuid(), $1::uuid, pg_temp.id_of('group', n), c, case when n % 3 > 0 then now() - interval '1 year' end, now() - interval '1 year'
   from rows, unnest(array[case when n % 25 = 0 then $4::uuid end, case when n % 40 = 4 then $5::uuid end]) c where c is not null`,
  `insert into "DiscussionReading" ("accountId", "threadId", "contactId", "readNumber")
   select $1::uuid, pg_temp.id_of('thread', n), $4::uuid, 1 + n % 5 - n % 2 from rows where n % 50 = 25 or n % 100 = 0`,
  `insert into "Meeting" ("id", "accountId", "title", "createdByContactId", "createdByName", "chairContactId", "startsAt", "endsAt", "zone", "status", "agendaChanged")
   select ${key("meeting")}, ${title}, case when n % 110 = 0 then $4::uuid else $3::uuid end, 'Ana', case when n % 90 = 0 then $5::uuid else $3::uuid end,
     date_trunc('hour', now()) + (n - 5000) * interval '9 hours', date_trunc('hour', now()) + (n - 5000) * interval '9 hours' + interval '1 hour',
     'Europe/Amsterdam', (case when n % 4 = 0 then 'draft' else 'scheduled' end)::"MeetingStatus", false from rows`,
  `insert into "MeetingInvitation" ("accountId", "meetingId", "contactId", "invitedByName", "answer", "answeredAt")
   select $1::uuid, pg_temp.id_of('meeting', n), c, 'Ana', (case when n % 3 = 0 then 'none' else 'accepted' end)::"MeetingAnswer", case when n % 3 > 0 then now() end
   from rows, unnest(array[case when n % 5 = 0 then $4::uuid end, case when n % 8 = 1 then $5::uuid end]) c where c is not null`,
  `insert into "Action" ("id", "accountId", "number", "title", "dueOn", "status", "createdByName")
   select ${key("action")}, 10000 + n, ${title}, case when n % 4 > 0 then current_date + n % 400 - 200 end,
     (array['notStarted', 'inProgress', 'onHold', 'complete', 'closed'])[1 + n % 5], 'Ana' from rows`,
  `insert into "ActionAssignment" ("accountId", "actionId", "contactId", "assignedByName")
   select $1::uuid, pg_temp.id_of('action', n), c, 'Ana'
   from rows, unnest(array[case when n % 6 = 0 then $4::uuid end, case when n % 7 = 0 then $5::uuid end, case when n % 2 = 0 then $3::uuid end]) c where c is not null`,
  `insert into "Decision" ("id", "accountId", "number", "title", "purpose", "status", "voteBy", "timeZone", "chairContactId", "createdByName")
   select ${key("decision")}, 10000 + n, ${title}, 'A purpose', (case when n % 60 = 0 then 'open' else 'draft' end)::"DecisionStatus",
     now() + n * interval '1 hour', 'UTC', $3::uuid, 'Ana' from rows`,
  `insert into "DecisionInvitation" ("accountId", "decisionId", "contactId", "invitedByName", "mayVote")
   select $1::uuid, pg_temp.id_of('decision', n), c, 'Ana', n % 6 = 0
   from rows, unnest(array[case when n % 3 = 0 then $4::uuid end, case when n % 8 = 4 then $5::uuid end, case when n % 10 = 0 then $2::uuid end]) c where c is not null`,
  `insert into "DecisionRecusal" ("accountId", "decisionId", "contactId", "reason", "decidedByName", "decidedAt")
   select $1::uuid, pg_temp.id_of('decision', n), $4::uuid, 'A conflict', 'Ana', now() from rows where n % 42 = 0`,
  `insert into "Link" ("id", "accountId", "title", "url", "domain", "addedByName") select ${key("link")}, ${title}, 'https://sized.example/' || n, 'sized.example', 'Ana' from rows`,
  `insert into "Interest" ("id", "accountId", "contactId", "organisation", "key", "nature", "fromDay", "createdAt")
   select ${key("interest")}, (array[$4::uuid, $5::uuid, $3::uuid])[1 + n % 3], ${title}, 'sized ' || to_char(n, 'FM00000'), 'Shares', current_date, now() - n * interval '1 minute' from rows`,
];

/** Of every fiftieth record, for billing and for support, whether or not they see it. */
const notifications = [
  ["discussion-post", "discussionThreadId", "thread"],
  ["discussion-invitation", "discussionGroupId", "group"],
  ["meeting-invitation", "meetingId", "meeting"],
  ["action-assigned", "actionId", "action"],
  ["decision-vote", "decisionId", "decision"],
].map(
  ([kind, column, of]) => `insert into "Notification" ("personId", "accountId", "kind", "${column}", "createdAt")
   select c."personId", $1::uuid, '${kind}', pg_temp.id_of('${of}', n), now() - n * interval '1 minute' from rows, "Contact" c
   where n % 50 = 0 and c."accountId" = $1::uuid and c."id" = any(array[$4::uuid, $5::uuid])`,
);

export async function layAtSize({ url, demo }: TestPortal): Promise<void> {
  const { id, contacts } = demo.northwind;
  const values = [id, contacts.owner, contacts.administrator, contacts.billing, contacts.support];
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await layOn(client, values);
  } finally {
    await client.end();
  }
}

async function layOn(client: Client, values: readonly string[]): Promise<void> {
  await client.query(
    `create function pg_temp.id_of(kind text, n int) returns uuid immutable language sql as $$
       select overlay(overlay(md5(kind || ' ' || n) placing '8' from 13) placing '8' from 17)::uuid $$`,
  );
  await client.query(`create temp table rows as select generate_series(1, ${SIZE}) n`);
  for (const statement of [...statements, ...notifications])
    await client.query(statement.replace(/\$(\d)/g, (_, place: string) => `'${values[Number(place) - 1]}'`));
  await client.query("vacuum analyze");
}
