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
import { downloadActionsCsv } from "@/lib/workspace/actions/download-csv";
import { remindJob } from "@/lib/workspace/actions/remind-job";
import { commentOnDecision } from "@/lib/workspace/decisions/comment-on-decision";
import { remindDueJob } from "@/lib/workspace/decisions/remind-due-job";
import { digestJob } from "@/lib/workspace/discussions/digest-job";
import { replyInThread } from "@/lib/workspace/discussions/reply-in-thread";
import { downloadZip } from "@/lib/workspace/documents/zip/download-zip";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { type Input, restCall } from "@/tests/fixtures/rest-call";
import { wordsOf } from "@/tests/fixtures/words-of";
import { markers, plantWorkspaceMarkers, STEM } from "@/tests/fixtures/workspace-markers";
import { samples } from "@/tests/operations/samples";
import { viewers } from "@/tests/operations/viewers";
import { plantPapersToLose } from "./papers-to-lose";
import { everything, FILE, losses, type Reader } from "./what-is-lost";

/** Whoever reads everything but the confidential item, and loses it. */
const READER = viewers.billing;
const ofWorkspace = features.filter(({ name }) => name.startsWith("workspace/")).flatMap((one) => one.operations ?? []);
const asked = operations.filter(
  (one) =>
    one.kind === "query" &&
    (ofWorkspace.includes(one as never) || /^(search|dashboard|notifications|activity)\./.test(one.name)),
);

let portal: TestPortal;
let accountId: string;
let reader: Reader;
let cookie: string;
let feed: string;
/** Each question about what is planted, by its name. */
const asks = new Map<string, { readonly operation: AnyOperation; readonly input: Input }>();
/** Prepared while everything could be read. */
const files: { readonly operation: AnyOperation; readonly exportId: string; readonly word: string }[] = [];

beforeAll(async () => {
  portal = await testPortal();
  const { id, contacts } = portal.demo.northwind;
  accountId = id;
  const { owner, administrator, billing, support } = contacts;
  const ids = await plantWorkspaceMarkers(portal.owner, accountId, { owner, administrator, billing, support });
  const papers = await plantPapersToLose(portal);
  const contactId = billing;
  reader = { db: portal.owner, accountId, contactId, ids, papers };
  cookie = await portal.cookie(READER);
  for (const operation of asked) await aim(operation);
  feed = newSecretToken();
  await portal.owner.meetingFeed.create({
    data: { accountId, contactId, tokenHash: hashToken(feed), createdAt: new Date() },
  });
  const caller = await portal.as(READER);
  for (const [operation, input, word] of [
    [downloadActionsCsv, {}, markers.action.word],
    [downloadZip, { folderId: ids.folderId }, FILE],
  ] as const) {
    const { id: exportId } = await execute(caller, accountId, operation.prepare, input as never);
    files.push({ operation, exportId, word });
  }
  await prepareExports();
  await waitingMail();
});
afterAll(() => portal.close());

/** At what is planted, at the published papers where it could be about those too, and at what is searched for. */
async function aim(operation: AnyOperation): Promise<void> {
  const { ids, papers } = reader;
  const fields = Object.keys(operation.input.shape);
  const sample = (await samples[operation.name]?.({ portal, accountId, email: viewers.owner })) ?? {};
  const named = (of: object) => Object.fromEntries(Object.entries(of).filter(([name]) => fields.includes(name)));
  const several = fields.includes("documentIds") && !fields.includes("folderId") && { documentIds: [ids.documentId] };
  const page = operation.name === "documents.view-page" && { number: 1, version: 1 };
  const input = { ...sample, ...named(ids), ...several, ...page };
  asks.set(operation.name, { operation, input });
  if ("q" in operation.input.shape) asks.set(`${operation.name} ${STEM}`, { operation, input: { ...input, q: STEM } });
  if (Object.keys(named(papers)).length > 0)
    asks.set(`${operation.name} of papers`, { operation, input: { ...input, ...named(papers) } });
}

/** About each of them, to the reader: queued and not sent. */
async function waitingMail(): Promise<void> {
  const { ids } = reader;
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
  for (const [where, { operation, input }] of asks) {
    found.set(where, await wordsOf(await restCall({ operation, accountId, input, cookie })));
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

test("before anything is lost, everything reaches its reader", async () => {
  const found = await reached();
  expect(everything.filter((one) => leaked(found, [one]).length === 0)).toEqual([]);
  for (const { operation, word } of files) expect(found.get(`${operation.name} prepared before`)).toContain(word);
  // What says nothing to somebody who has everything isn't asked again.
  for (const [where] of asks) if (!found.get(where)?.includes(STEM)) asks.delete(where);
});

describe("nothing reaches its reader any more, neither made before nor asked for anew, once", () => {
  test.each(Object.entries(losses))("%s", async (_, { lost, staysInMail, take, giveBack }) => {
    await take(reader);
    const found = await reached();
    await giveBack?.(reader);
    const all = leaked(found, lost);
    // What was given back before is there again, so that nothing is missing by accident.
    const kept = lost === everything ? [] : everything.filter((one) => !lost.includes(one));
    expect(kept.filter((one) => leaked(found, [one]).length === 0)).toEqual([]);
    expect(staysInMail ? all.filter((one) => !one.startsWith("mail ")) : all).toEqual([]);
  });
});
