import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/unsubscribe/[token]/route";
import { findStop } from "@/lib/home/notifications/stop-mail";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import { readStopToken, readUnsubscribeToken, stopToken } from "@/lib/platform/mail/unsubscribe-token";
import { execute } from "@/lib/platform/operations/execute";
import { digestJob } from "@/lib/workspace/discussions/digest-job";
import { replyInThread } from "@/lib/workspace/discussions/reply-in-thread";
import { startThread } from "@/lib/workspace/discussions/start-thread";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { aGroup } from "@/tests/workspace/discussions/arrange";

const OWNER = "owner@northwind.example";
let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
beforeEach(() => portal.owner.outboxMail.deleteMany());
afterAll(() => portal.close());

const params = (token: string) => ({ params: Promise.resolve({ token }) });
const url = (token: string) => `http://localhost:3000/api/unsubscribe/${token}`;
const get = (token: string) => GET(new Request(url(token)), params(token));
const post = (token: string) =>
  POST(
    new Request(url(token), {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    }),
    params(token),
  );

let people = 0;
const reader = async () => {
  people += 1;
  const email = `stop-${people}@northwind.example`;
  return {
    email,
    id: await buildContact(portal.owner, accountId, { email, name: `Stop ${people}`, roles: ["billing"] }),
  };
};
const group = (members: string[], isPrivate = true) =>
  aGroup(portal.owner, {
    accountId,
    isPrivate,
    name: "Audit",
    ownerContactId: portal.demo.northwind.contacts.owner,
    members,
    telling: { level: "all", frequency: "atOnce" },
  });
const start = async (groupId: string, title = "Dates") =>
  (await execute(await portal.as(OWNER), accountId, startThread, { groupId, title, message: "Does June suit you?" }))
    .id;
const reply = async (threadId: string) =>
  execute(await portal.as(OWNER), accountId, replyInThread, { threadId, message: "One more thing." });
const mailTo = (toAddress: string) =>
  portal.owner.outboxMail.findFirst({ where: { toAddress }, orderBy: { createdAt: "desc" } });
const tokensIn = (text: string) => [...text.matchAll(/\/api\/unsubscribe\/([\w.-]+)/g)].map(([, token]) => token ?? "");

/** Two people who are mailed about a thread of a private group. */
async function told() {
  const [first, second] = [await reader(), await reader()];
  const groupId = await group([first.id, second.id]);
  const threadId = await start(groupId);
  const mail = await mailTo(first.email);
  const [thread = "", whole = ""] = tokensIn(mail?.text ?? "");
  return { first, second, groupId, threadId, mail, thread, whole };
}

describe("a mail about a post", () => {
  it("says why, and carries one link for the thread and one for the group, the first also in the header and the HTML", async () => {
    const { mail, thread, whole } = await told();
    const text = mail?.text.replace(/\s+/g, " ");
    expect(text).toContain("because you joined Audit");
    expect(text).toContain("Stop emails about this thread");
    expect(text).toContain("Stop emails about this group");
    expect(mail?.unsubscribe).toBe(url(thread));
    expect(new Set(tokensIn(mail?.html ?? ""))).toEqual(new Set([thread, whole]));
    expect(`${mail?.html}${mail?.text}`).not.toContain(".invalid");
  });

  it("changes nothing when its link is opened or looked at, however often", async () => {
    const { first, threadId, thread } = await told();
    for (let times = 0; times < 3; times++) {
      const answer = await get(thread);
      expect([answer.status, answer.headers.get("location")]).toEqual([
        303,
        `http://localhost:3000/unsubscribe/${thread}`,
      ]);
      expect(await findStop(thread)).toEqual({ notice: "Dates", accountName: expect.stringContaining("Northwind") });
    }
    await reply(threadId);
    expect((await mailTo(first.email))?.text).toContain("One more thing.");
  });

  it("stops the thread for its reader in one step, and nothing else for nobody else", async () => {
    const { first, second, groupId, threadId, thread } = await told();
    expect((await post(thread)).status).toBe(200);
    expect((await post(thread)).status).toBe(200);
    await portal.owner.outboxMail.deleteMany();
    await reply(threadId);
    expect(await mailTo(first.email)).toBeNull();
    expect(await mailTo(second.email)).not.toBeNull();
    await start(groupId, "Another");
    expect((await mailTo(first.email))?.subject).toContain("Another");
    const log = { operation: "identity.unsubscribe", targetId: first.id };
    const [event, ...more] = await portal.owner.auditEvent.findMany({ where: log });
    expect(more).toEqual([]);
    // The activity log has more readers than a private group.
    expect(JSON.stringify(event)).not.toContain("Dates");
  });

  it("stops the whole group by the other link", async () => {
    const { first, second, groupId, whole } = await told();
    expect((await post(whole)).status).toBe(200);
    await portal.owner.outboxMail.deleteMany();
    await start(groupId, "Another");
    expect(await mailTo(first.email)).toBeNull();
    expect(await mailTo(second.email)).not.toBeNull();
  });

  it("has links that are bound to their person, kind and record, and can't be altered or made up", async () => {
    const { first, second, threadId, groupId, thread } = await told();
    const altered = [
      thread.replace(first.id, second.id),
      thread.replace(threadId, groupId),
      thread.replace("thread", "group"),
      thread.slice(0, -3),
      `${first.id}.discussion-thread_${threadId}.`,
      stopToken({ contactId: first.id, kind: "ticket", id: threadId }),
      stopToken({ contactId: first.id, kind: "discussion-thread", id: groupId }),
    ];
    for (const token of altered) {
      expect((await post(token)).status, token).toBe(409);
      expect(await findStop(token), token).toBeNull();
    }
    expect(await portal.owner.threadSubscription.count({ where: { threadId } })).toBe(0);
  });

  it("names nothing to somebody who no longer sees the thread", async () => {
    const { first, groupId, thread, whole } = await told();
    await portal.owner.discussionMember.deleteMany({ where: { groupId, contactId: first.id } });
    for (const token of [thread, whole]) {
      expect(await findStop(token)).toBeNull();
      expect((await post(token)).status).toBe(409);
    }
  });

  it("is turned off once, however many mail clients press at the same time", async () => {
    const { first, threadId, thread } = await told();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(thread)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { id: contactId } = first;
    expect(await portal.owner.threadSubscription.findMany({ where: { threadId, contactId } })).toMatchObject([
      { level: "none" },
    ]);
    expect(
      await portal.owner.auditEvent.count({ where: { operation: "identity.unsubscribe", targetId: contactId } }),
    ).toBe(1);
  });
});

describe("a digest", () => {
  it("has a link for each thread that stops that thread alone, beside the one for all", async () => {
    const who = await reader();
    const groupId = await group([who.id]);
    await portal.owner.discussionMember.updateMany({
      where: { groupId, contactId: who.id },
      data: { frequency: "daily" },
    });
    const threads = [await start(groupId, "Dates"), await start(groupId, "Budget")];
    await portal.owner.discussionDigest.createMany({
      data: [{ accountId, contactId: who.id, frequency: "daily", timeZone: "Europe/Oslo", dueAt: new Date() }],
      skipDuplicates: true,
    });
    await runBatch(digestJob, addDays(new Date(), 2));
    const mail = await mailTo(who.email);
    const stops = tokensIn(mail?.text ?? "").map(readStopToken);
    expect(stops.filter((one) => one !== null).map(({ id }) => id)).toEqual([...threads].reverse());
    expect(readUnsubscribeToken(mail?.unsubscribe?.split("/").at(-1) ?? "")).toEqual({
      contactId: who.id,
      notice: "notices.workspace.receive",
    });
    const [newest = ""] = tokensIn(mail?.html ?? "");
    expect((await post(newest)).status).toBe(200);
    expect(await portal.owner.threadSubscription.findMany({ where: { contactId: who.id } })).toMatchObject([
      { threadId: threads[1], level: "none" },
    ]);
    for (const threadId of threads) await reply(threadId);
    await runBatch(digestJob, addDays(new Date(), 4));
    const next = await mailTo(who.email);
    expect([next?.text.includes("Dates"), next?.text.includes("Budget")]).toEqual([true, false]);
  });
});
