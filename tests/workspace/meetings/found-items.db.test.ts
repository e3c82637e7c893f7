import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLook } from "@/lib/accounts/looks/start-look";
import { find } from "@/lib/home/search/find";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { publishAgenda } from "@/lib/workspace/meetings/agenda/publish-agenda";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { buildMeeting, type MeetingPlan } from "@/prisma/seed/builders/meeting";
import { explained } from "@/tests/fixtures/explained";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const OWNER = "owner@northwind.example";
const ADMIN = "administrator@northwind.example";
const BILLING = "billing@northwind.example";
const SUPPORT = "support@northwind.example";
const LAID = 3_000;

let portal: TestPortal;
let account: string;
let contacts: TestPortal["demo"]["northwind"]["contacts"];
let createdBy: MeetingPlan["createdBy"];

beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  contacts = portal.demo.northwind.contacts;
  createdBy = { contactId: contacts.administrator, name: "Marcus Okafor" };
});
afterAll(() => portal.close());

/** A word that no other test and no sample data has. */
const marker = () => `zq${randomUUID().replace(/-/g, "").slice(0, 10)}`;

const found = async (by: string | Caller, q: string) => {
  const caller = typeof by === "string" ? await portal.as(by) : by;
  const { results } = await execute(caller, account, find, { q });
  return results.filter(({ kind }) => kind === "Agendas and minutes");
};

const meeting = async (plan: Partial<MeetingPlan>) =>
  (
    await buildMeeting(portal.owner, account, {
      ...{ title: "Board", createdBy, chair: contacts.administrator, status: "scheduled" },
      people: [contacts.billing, contacts.support],
      ...plan,
    })
  ).meetingId;

const publish = async (meetingId: string) =>
  execute(await portal.as(ADMIN), account, publishAgenda, { meetingId, note: "" });
const circulate = (id: string) => portal.owner.meeting.update({ where: { id }, data: { minutesStatus: "circulated" } });
const change = (
  meetingId: string,
  data: { confidential?: boolean; neutralTitle?: string; presenterId?: string; notes?: string },
) => portal.owner.meetingItem.updateMany({ where: { meetingId }, data });
const recuse = async (meetingId: string, contactId: string) => {
  const { id: itemId } = await portal.owner.meetingItem.findFirstOrThrow({ where: { meetingId } });
  const of = { accountId: account, meetingId, itemId, contactId };
  await portal.owner.meetingItemRecusal.create({ data: { ...of, name: "R", reason: "Shares", decidedByName: "Test" } });
};

/** What the meeting's page shows of its items; nothing if it doesn't open. */
async function shown(by: string | Caller, meetingId: string): Promise<string> {
  const caller = typeof by === "string" ? await portal.as(by) : by;
  const view = await execute(caller, account, viewMeeting, { meetingId }).catch(() => null);
  const items = [...(view?.agenda.items ?? []), ...(view?.draftMinutes ?? [])];
  return items.map(({ title, notes, minutes }) => `${title} ${notes} ${minutes}`).join(" ");
}

describe("what is written in an agenda or in minutes is found by those whose page of the meeting shows it", () => {
  const secret = (word: string) => ({
    items: [{ title: `Item ${word}`, confidential: true, minutes: `Said ${word}` }],
  });
  const open = (word: string) => ({ items: [{ title: `Item ${word}` }] });
  const minuted = (word: string) => ({ items: [{ title: "Item", minutes: `Said ${word}` }] });
  const cases: readonly [string, (word: string) => Promise<string>][] = [
    ["an agenda that isn't published", async (word) => meeting(open(word))],
    ["a published agenda", async (word) => published(meeting(open(word)))],
    ["a confidential item", async (word) => published(meeting(secret(word)))],
    [
      "a confidential item with a reader",
      async (word) =>
        published(
          meeting({
            items: [{ title: "Item", confidential: true, readers: [contacts.billing], minutes: `Said ${word}` }],
          }),
          circulate,
        ),
    ],
    [
      "a confidential item with a presenter",
      async (word) => {
        const id = await meeting(secret(word));
        await change(id, { presenterId: contacts.support });
        return published(id);
      },
    ],
    [
      "an item that became confidential once it was published",
      async (word) =>
        published(meeting(open(word)), (id) => change(id, { confidential: true, neutralTitle: "Closed" })),
    ],
    [
      "an item that was confidential when it was published",
      async (word) => published(meeting(secret(word)), (id) => change(id, { confidential: false })),
    ],
    [
      "notes that were added once it was published",
      async (word) => published(meeting({}), (id) => change(id, { notes: word })),
    ],
    ["draft minutes", async (word) => published(meeting(minuted(word)))],
    [
      "draft minutes of a meeting that opens them",
      async (word) => meeting({ ...minuted(word), open: ["seeDraftMinutes"] }),
    ],
    [
      "the agenda of a meeting where all take minutes",
      async (word) => meeting({ ...secret(word), open: ["takeMinutes"] }),
    ],
    ["minutes that were sent for comment", async (word) => published(meeting(minuted(word)), circulate)],
    ["confidential minutes that were sent for comment", async (word) => published(meeting(secret(word)), circulate)],
    [
      "an item from which somebody is recused",
      async (word) => published(meeting(open(word)), (id) => recuse(id, contacts.billing)),
    ],
    [
      "an item from which the owner is recused",
      async (word) => published(meeting(open(word)), (id) => recuse(id, contacts.owner)),
    ],
    ["a meeting to which nobody is invited", async (word) => published(meeting({ ...open(word), people: [] }))],
  ];
  const published = async (made: string | Promise<string>, then?: (id: string) => Promise<unknown>) => {
    const id = await made;
    await publish(id);
    await then?.(id);
    return id;
  };

  /** As many as one search shows. */
  it.each([0, 8])("each kind of them, from number %i", async (from) => {
    const word = marker();
    const made = cases.slice(from, from + 8);
    const meetings: { title: string; id: string }[] = [];
    for (const [title, make] of made) {
      const id = await make(word);
      await portal.owner.meeting.update({ where: { id }, data: { title } });
      meetings.push({ title, id });
    }
    const looking = await portal.as(OWNER);
    await execute(looking, account, startLook, { contactId: contacts.billing });
    const seen = new Set<string>();
    for (const by of [OWNER, ADMIN, BILLING, SUPPORT, looking]) {
      const titles: string[] = [];
      for (const { id, title } of meetings) if ((await shown(by, id)).includes(word)) titles.push(title);
      expect((await found(by, word)).map(({ title }) => title).sort(), JSON.stringify(by)).toEqual(titles.sort());
      for (const title of titles) seen.add(title);
    }
    expect(seen.size).toBe(made.length);
  });

  it("with a piece of it", async () => {
    const word = marker();
    await meeting(open(word));
    expect(await found(ADMIN, `${word} ITEM`)).toMatchObject([{ title: "Board", subtitle: `Item ${word}` }]);
    expect(await found(ADMIN, `${word} other`)).toEqual([]);
  });
});

describe("agendas and minutes of three thousand meetings", () => {
  const [common, rare] = [marker(), marker()];

  /** Every meeting has the common word; the rare one stands in those at the end, and none is published. */
  beforeAll(async () => {
    const client = new Client({ connectionString: portal.url });
    await client.connect();
    await client.query("set session_replication_role = replica");
    await client.query(
      `create temporary table laid as select n, gen_random_uuid() as id from generate_series(1, $1::int) n`,
      [LAID],
    );
    await client.query(
      `insert into "Meeting" ("id", "accountId", "title", "createdByContactId", "createdByName", "startsAt", "endsAt", "zone", "status")
       select id, $1::uuid, 'Laid ' || n, $2::uuid, 'Marcus Okafor', now() - n * interval '1 hour', now() - (n - 1) * interval '1 hour', 'UTC', 'scheduled' from laid`,
      [account, contacts.administrator],
    );
    await client.query(
      `insert into "MeetingInvitation" ("accountId", "meetingId", "contactId", "invitedByName") select $1::uuid, id, $2::uuid, 'Test' from laid`,
      [account, contacts.billing],
    );
    await client.query(
      `insert into "MeetingItem" ("id", "accountId", "meetingId", "position", "title")
       select gen_random_uuid(), $1::uuid, id, k, 'Laid ' || $2::text || case when n > $3::int - 20 then $4::text else '' end from laid, generate_series(1, 3) k`,
      [account, `${common} `, LAID, rare],
    );
    await client.query('vacuum analyze "Meeting", "MeetingItem", "MeetingInvitation"');
    await client.end();
  });

  it.each([
    ["a rare word, by who reads all of it", OWNER, rare, 8, 250],
    ["a rare word, by who reads none of it", BILLING, rare, 0, 250],
    ["a word of every meeting, by who reads all of it", OWNER, common, 8, 250],
    // Of the thousand latest meetings, each is asked.
    ["a word of every meeting, by who reads none of it", BILLING, common, 0, 3_500],
  ] as const)("are searched in one statement: %s", async (_, email, word, hits, most) => {
    const caller = await portal.as(email);
    expect(await found(caller, word)).toHaveLength(hits);
    const statements = (await explained(() => execute(caller, account, find, { q: word }))).filter(({ text }) =>
      text.includes('"MeetingItem" i'),
    );
    expect(statements).toHaveLength(1);
    const tables = ["Meeting", "MeetingItem", "MeetingInvitation", "MeetingRevision", "MeetingFeature"];
    const nodes = statements.flatMap(({ nodes }) => nodes.filter(({ table }) => tables.includes(table ?? "")));
    expect(nodes.length).toBeGreaterThan(1);
    expect(nodes.filter(({ read }) => read > most)).toEqual([]);
  });
});
