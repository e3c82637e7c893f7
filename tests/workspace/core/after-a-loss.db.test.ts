import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/calendar/[token]/route";
import { features } from "@/lib/features";
import { isStillWanted } from "@/lib/home/notifications/still-wanted";
import { operations } from "@/lib/http/registry";
import { prepareExports } from "@/lib/jobs/prepare-exports";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { workspaceAreas } from "@/lib/policy/areas";
import { downloadActionsCsv } from "@/lib/workspace/actions/download-csv";
import { remindJob } from "@/lib/workspace/actions/remind-job";
import { commentOnDecision } from "@/lib/workspace/decisions/comment-on-decision";
import { remindDueJob } from "@/lib/workspace/decisions/remind-due-job";
import { digestJob } from "@/lib/workspace/discussions/digest-job";
import { replyInThread } from "@/lib/workspace/discussions/reply-in-thread";
import { downloadZip } from "@/lib/workspace/documents/zip/download-zip";
import { buildFolder } from "@/prisma/seed/builders/document";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { type Input, restCall } from "@/tests/fixtures/rest-call";
import { wordsOf } from "@/tests/fixtures/words-of";
import { type Marked, markers, type PlantedIds, plantWorkspaceMarkers, STEM } from "@/tests/fixtures/workspace-markers";
import { samples } from "@/tests/operations/samples";
import { viewers } from "@/tests/operations/viewers";

/** Whoever reads everything but the confidential item, and loses it. */
const READER = viewers.billing;
const words = (...of: readonly Marked[]): string[] => of.map((one) => markers[one].word);
const everything = words(...(Object.keys(markers) as Marked[]).filter((one) => one !== "item"));
/** The file in the folder, which is named as the folder is. */
const FILE = `${markers.folder.word}.txt`;
const ofWorkspace = features.filter(({ name }) => name.startsWith("workspace/")).flatMap((one) => one.operations ?? []);
const asked = operations.filter(
  (one) =>
    one.kind === "query" &&
    (ofWorkspace.includes(one as never) || /^(search|dashboard|notifications|activity)\./.test(one.name)),
);

let portal: TestPortal;
let accountId: string;
let contactId: string;
let ids: PlantedIds;
let cookie: string;
let feed: string;
const inputs = new Map<AnyOperation, Input>();
/** Prepared while everything could be read. */
const files: { readonly operation: AnyOperation; readonly exportId: string; readonly word: string }[] = [];

beforeAll(async () => {
  portal = await testPortal();
  const { id, contacts } = portal.demo.northwind;
  accountId = id;
  contactId = contacts.billing;
  const { owner, administrator, billing, support } = contacts;
  ids = await plantWorkspaceMarkers(portal.owner, accountId, { owner, administrator, billing, support });
  cookie = await portal.cookie(READER);
  for (const operation of asked) inputs.set(operation, await aimed(operation));
  feed = newSecretToken();
  await portal.owner.meetingFeed.create({
    data: { accountId, contactId, tokenHash: hashToken(feed), createdAt: new Date() },
  });
  const reader = await portal.as(READER);
  for (const [operation, input, word] of [
    [downloadActionsCsv, {}, markers.action.word],
    [downloadZip, { folderId: ids.folderId }, FILE],
  ] as const) {
    const { id: exportId } = await execute(reader, accountId, operation.prepare, input as never);
    files.push({ operation, exportId, word });
  }
  await prepareExports();
  await waitingMail();
}, 120_000);
afterAll(() => portal.close());

async function aimed(operation: AnyOperation): Promise<Input> {
  const sample = (await samples[operation.name]?.({ portal, accountId, email: viewers.owner })) ?? {};
  const fields = Object.keys(operation.input.shape);
  const planted = Object.entries(ids).filter(([name]) => fields.includes(name));
  const several = fields.includes("documentIds") && !fields.includes("folderId") && { documentIds: [ids.documentId] };
  const page = operation.name === "documents.view-page" && { number: 1, version: 1 };
  return { ...sample, ...Object.fromEntries(planted), ...several, ...page };
}

/** About each of them, to the reader: queued and not sent. */
async function waitingMail(): Promise<void> {
  await portal.owner.outboxMail.deleteMany();
  const by = await portal.as(viewers.owner);
  await execute(by, accountId, replyInThread, {
    threadId: ids.threadId,
    message: `${markers.group.word} @Priya Raman`,
  });
  const leads = await portal.as(viewers.administrator);
  await execute(leads, accountId, commentOnDecision, { decisionId: ids.decisionId, body: markers.decision.word });
  for (const job of [digestJob, remindJob, remindDueJob]) await runBatch(job, addDays(new Date(), 8));
}

/** Everything that is said to the reader by then, by where it is. */
async function reached(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [operation, input] of inputs) {
    for (const more of "q" in operation.input.shape ? [{}, { q: STEM }] : [{}]) {
      const answer = await restCall({ operation, accountId, input: { ...input, ...more }, cookie });
      found.set(`${operation.name} ${JSON.stringify(more)}`, await wordsOf(answer));
    }
  }
  for (const { operation, exportId } of files) {
    const answer = await restCall({ operation, accountId, input: { exportId }, cookie });
    found.set(`${operation.name} prepared before`, await wordsOf(answer));
  }
  const params = Promise.resolve({ token: feed });
  const calendar = await GET(new Request(`http://portal.test/calendar/${feed}`), { params } as never);
  // Long lines of a calendar are folded.
  found.set("calendar feed", (await calendar.text()).replaceAll(/\r?\n[ \t]/g, ""));
  for (const mail of await portal.owner.outboxMail.findMany({ where: { toAddress: READER } })) {
    if (await isStillWanted(mail, new Date())) found.set(`mail ${mail.id}`, mail.subject + mail.text + mail.html);
  }
  return found;
}

const leaked = (found: ReadonlyMap<string, string>, lost: readonly string[]) =>
  [...found].flatMap(([where, text]) => lost.filter((one) => text.includes(one)).map((one) => `${where}: ${one}`));

type Change = () => Promise<unknown>;
const db = () => portal.owner;
const contact = (data: object) => db().contact.update({ where: { id: contactId }, data });
const ofReader = () => ({ accountId, contactId });
const past = () => new Date(Date.now() - 1_000);
const roleEnds = (endsAt: Date | null) => db().contactRole.updateMany({ where: ofReader(), data: { endsAt } });
const areasOff = (off: readonly string[]) =>
  db().account.update({ where: { id: accountId }, data: { areasOff: [...off] } });

async function moveFile(folderId: string) {
  await db().document.update({ where: { id: ids.documentId }, data: { folderId } });
}

async function recuseReader() {
  const recused = { ...ofReader(), reason: "x", decidedByName: "Test" };
  await db().folderRecusal.create({ data: { ...recused, folderId: ids.folderId } });
  await db().decisionRecusal.create({ data: { ...recused, decisionId: ids.decisionId, decidedAt: new Date() } });
}

async function endRecusals() {
  await db().folderRecusal.deleteMany({ where: ofReader() });
  await db().decisionRecusal.deleteMany({ where: ofReader() });
}

async function takeOffAll() {
  await db().discussionMember.deleteMany({ where: { groupId: ids.groupId, contactId } });
  await db().meetingInvitation.deleteMany({ where: { meetingId: ids.meetingId, contactId } });
  await db().folderAccess.deleteMany({ where: { folderId: ids.folderId, contactId } });
  await db().actionAssignment.deleteMany({ where: { actionId: ids.actionId, contactId } });
}

const forGood = async () => {};

/** What is taken, what must reach its reader no more, and how it is given back. */
const losses: readonly (readonly [string, readonly string[], Change, Change])[] = [
  ["they are suspended", everything, () => contact({ status: "suspended" }), () => contact({ status: "active" })],
  ["their access ended", everything, () => contact({ endsAt: past() }), () => contact({ endsAt: null })],
  ["their only role ended", everything, () => roleEnds(past()), () => roleEnds(null)],
  [
    "the areas are turned off",
    everything.filter((one) => one !== markers.interest.word),
    () => areasOff(workspaceAreas),
    () => areasOff([]),
  ],
  [
    "they are recused from the folder and the decision",
    words("folder", "decision", "decisionNote"),
    recuseReader,
    endRecusals,
  ],
  [
    "the file was moved where they don't look",
    [FILE, `The bytes of ${markers.folder.word}`, "The picture of a page", "What is written in"],
    async () => moveFile(await buildFolder(db(), accountId, { name: "Elsewhere", people: [] })),
    () => moveFile(ids.folderId),
  ],
  ["they were taken off everything", words("group", "meeting", "folder", "action", "actionNote"), takeOffAll, forGood],
];

test("before anything is lost, everything reaches its reader", async () => {
  const found = await reached();
  expect(everything.filter((one) => leaked(found, [one]).length === 0)).toEqual([]);
  for (const { operation, word } of files) expect(found.get(`${operation.name} prepared before`)).toContain(word);
  // What says nothing to somebody who has everything isn't asked again.
  for (const [operation] of inputs) {
    const told = [...found].filter(([where]) => where.startsWith(`${operation.name} `)).map(([, text]) => text);
    if (!told.some((text) => text.includes(STEM))) inputs.delete(operation);
  }
});

describe("nothing reaches its reader any more, neither made before nor asked for anew, once", () => {
  test.each(losses)("%s", async (_, lost, take, giveBack) => {
    await take();
    const found = await reached();
    await giveBack();
    expect(leaked(found, lost)).toEqual([]);
  });
});
