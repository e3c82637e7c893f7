import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/calendar/[token]/route";
import { features } from "@/lib/features";
import { operations } from "@/lib/http/registry";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { remindJob } from "@/lib/workspace/actions/remind-job";
import { commentOnDecision } from "@/lib/workspace/decisions/comment-on-decision";
import { remindDueJob } from "@/lib/workspace/decisions/remind-due-job";
import { digestJob } from "@/lib/workspace/discussions/digest-job";
import { replyInThread } from "@/lib/workspace/discussions/reply-in-thread";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { type Input, restCall } from "@/tests/fixtures/rest-call";
import { wordsOf } from "@/tests/fixtures/words-of";
import {
  leaksTo,
  type Marked,
  markedIn,
  markers,
  type PlantedIds,
  plantWorkspaceMarkers,
  STEM,
} from "@/tests/fixtures/workspace-markers";
import { samples } from "@/tests/operations/samples";
import { STRANGER, viewers } from "@/tests/operations/viewers";

/** Insiders by their own name; all others are in nothing. */
const readers = { ...viewers, stranger: STRANGER } as const;
type Reader = keyof typeof readers;
const insiders = ["owner", "administrator", "billing", "support"] as const;
const insider = (reader: Reader) => insiders.find((one) => one === reader) ?? null;
const outsiders = (Object.keys(readers) as Reader[]).filter((one) => insider(one) === null);

/** Links are the whole account's: those of its people who are in nothing else read them too. */
const allowedToAll = (reader: Reader): Marked[] => (reader === "both" || reader === "custom" ? ["link"] : []);

const ofWorkspace = features.filter(({ name }) => name.startsWith("workspace/")).flatMap((one) => one.operations ?? []);
const queries = operations.filter(({ kind }) => kind === "query");
/** What could name a record of the workspace, for those whose roles differ little from others'. */
const nearby = queries.filter(
  (one) =>
    ofWorkspace.includes(one as never) ||
    /^(search|dashboard|notifications|activity|reports|exports|live)\./.test(one.name),
);
const askedBy = (reader: Reader) => (["owner", "support", "stranger", "manager"].includes(reader) ? queries : nearby);

let portal: TestPortal;
let account: string;
let ids: PlantedIds;
const cookies = new Map<string, string>();
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  const { owner, administrator, billing, support } = portal.demo.northwind.contacts;
  ids = await plantWorkspaceMarkers(portal.owner, account, { owner, administrator, billing, support });
  for (const email of Object.values(readers)) cookies.set(email, await portal.cookie(email));
});
afterAll(() => portal.close());

/** The sample's input, with the planted records in the place of those it names. */
function aimed(operation: AnyOperation, sample: Input): Input {
  const fields = Object.keys(operation.input.shape);
  const planted = Object.entries(ids).filter(([name]) => fields.includes(name));
  const several = fields.includes("documentIds") &&
    !planted.some(([name]) => name === "folderId") && { documentIds: [ids.documentId] };
  return { ...sample, ...Object.fromEntries(planted), ...several };
}

const isAimed = ({ input }: AnyOperation) =>
  [
    "groupId",
    "threadId",
    "replyId",
    "meetingId",
    "itemId",
    "actionId",
    "decisionId",
    "folderId",
    "documentId",
    "interestId",
  ].some((name) => name in input.shape);

const inputs = new Map<string, Promise<Input>>();
/** Laid once for everybody: queries change nothing. */
function inputOf(operation: AnyOperation): Promise<Input> {
  const email = readers.owner;
  const made = async () =>
    aimed(operation, (await samples[operation.name]?.({ portal, accountId: account, email })) ?? {});
  const known = inputs.get(operation.name) ?? made();
  inputs.set(operation.name, known);
  return known;
}

async function ask(operation: AnyOperation, reader: Reader, more: Input = {}) {
  const input = { ...(await inputOf(operation)), ...more };
  const response = await restCall({ operation, accountId: account, input, cookie: cookies.get(readers[reader]) ?? "" });
  return { status: response.status, text: await wordsOf(response) };
}

const leaks = (reader: Reader, text: string) =>
  leaksTo(insider(reader), text).filter((one) => !allowedToAll(reader).includes(one));

/** What each insider has read so far: that the markers are where they look for them. */
const read = new Map<Reader, Set<Marked>>();

describe.each(Object.keys(readers) as Reader[])("to %s", (reader) => {
  test.each(askedBy(reader).map((one) => [one.name, one] as const))(
    "%s says nothing that isn't theirs",
    async (_, operation) => {
      const searching = "q" in operation.input.shape;
      for (const more of searching ? [{}, { q: STEM }] : [{}]) {
        const { text } = await ask(operation, reader, more);
        expect(leaks(reader, text)).toEqual([]);
        read.set(reader, new Set([...(read.get(reader) ?? []), ...markedIn(text)]));
      }
    },
  );
});

test("everybody reads the markers of what they are in", () => {
  for (const one of insiders) {
    const theirs = (Object.keys(markers) as Marked[]).filter((marked) =>
      (markers[marked].may as readonly string[]).includes(one),
    );
    expect([one, [...(read.get(one) ?? [])].sort()]).toEqual([one, theirs.sort()]);
  }
});

describe("whoever is in nothing", () => {
  test.each(ofWorkspace.filter(isAimed).map((one) => [one.name, one] as const))(
    "is refused the planted record by %s",
    async (_, operation) => {
      for (const reader of outsiders) {
        const { status, text } = await ask(operation, reader);
        const theirs = "linkId" in operation.input.shape && allowedToAll(reader).length > 0;
        expect([reader, status >= 400 || theirs, leaks(reader, text)]).toEqual([reader, true, []]);
      }
    },
  );
});

/** What is sent of the planted file besides its bytes, and of the papers of the planted meeting. */
test.each([
  ["documents.view-page", "folder", ["owner", "administrator", "billing"]],
  ["documents.view-text", "folder", ["owner", "administrator", "billing"]],
  ["meetings.view", "meeting", insiders],
] as const)("%s answers with its marker to those alone who may read it", async (name, marked, may) => {
  const operation = operations.find((one) => one.name === name) as AnyOperation;
  const more = "number" in operation.input.shape ? { number: 1, version: 1 } : {};
  for (const reader of Object.keys(readers) as Reader[]) {
    const { text } = await ask(operation, reader, more);
    expect([reader, markedIn(text).includes(marked)]).toEqual([reader, (may as readonly Reader[]).includes(reader)]);
    expect([reader, leaks(reader, text)]).toEqual([reader, []]);
  }
});

test("a calendar feed says nothing to its owner that they may not read", async () => {
  const contacts = await portal.owner.contact.findMany({ where: { accountId: account, personId: { not: null } } });
  const read = new Set<string>();
  for (const { id: contactId, email } of contacts) {
    const token = newSecretToken();
    const feed = { tokenHash: hashToken(token), createdAt: new Date() };
    await portal.owner.meetingFeed.upsert({
      where: { accountId_contactId: { accountId: account, contactId } },
      create: { ...feed, accountId: account, contactId },
      update: feed,
    });
    const answer = await GET(new Request(`http://portal.test/calendar/${token}`), {
      params: Promise.resolve({ token }),
    } as never);
    const text = await answer.text();
    const reader = (Object.keys(readers) as Reader[]).find((one) => readers[one] === email);
    // Long lines of a calendar are folded.
    const unfolded = text.replaceAll(/\r?\n[ \t]/g, "");
    expect([email, leaksTo(reader ? insider(reader) : null, unfolded)]).toEqual([email, []]);
    for (const marked of markedIn(unfolded)) read.add(`${reader} ${marked}`);
  }
  expect([...read].sort()).toEqual(expect.arrayContaining(["billing action", "billing decision", "billing meeting"]));
});

test("a mail says nothing to somebody who may not read it", async () => {
  const billing = await portal.as(readers.billing);
  await portal.owner.outboxMail.deleteMany();
  await execute(billing, account, replyInThread, { threadId: ids.threadId, message: markers.group.word });
  await execute(billing, account, commentOnDecision, { decisionId: ids.decisionId, body: markers.decision.word });
  const soon = addDays(new Date(), 8);
  for (const job of [digestJob, remindJob, remindDueJob]) await runBatch(job, soon);
  const mails = await portal.owner.outboxMail.findMany();
  expect(mails.length).toBeGreaterThan(0);
  for (const { toAddress, subject, html, text, toName } of mails) {
    const reader = (Object.keys(readers) as Reader[]).find((one) => readers[one] === toAddress);
    expect([toAddress, leaksTo(reader ? insider(reader) : null, [subject, html, text, toName].join("\n"))]).toEqual([
      toAddress,
      [],
    ]);
  }
});
