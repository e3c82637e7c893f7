import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { listNotifications } from "@/lib/home/notifications/list-notifications";
import { find } from "@/lib/home/search/find";
import { Prisma } from "@/lib/platform/db/generated/client";
import { loadMembers } from "@/lib/platform/db/load-subject";
import { asIdentity } from "@/lib/platform/db/transaction";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import { eventsFor } from "@/lib/platform/live/events-for";
import { readChanged } from "@/lib/platform/live/read-changed";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { viewerOf } from "@/lib/policy/viewer";
import { digestJob } from "@/lib/workspace/discussions/digest-job";
import { editReply } from "@/lib/workspace/discussions/edit-reply";
import { joinGroup } from "@/lib/workspace/discussions/join-group";
import { leaveGroup } from "@/lib/workspace/discussions/leave-group";
import { listRevisions } from "@/lib/workspace/discussions/list-revisions";
import { listThreads } from "@/lib/workspace/discussions/list-threads";
import { liveDiscussions } from "@/lib/workspace/discussions/live-discussions";
import { markRead } from "@/lib/workspace/discussions/mark-read";
import { replyInThread } from "@/lib/workspace/discussions/reply-in-thread";
import { setGroupNotifications } from "@/lib/workspace/discussions/set-group-notifications";
import { setThreadNotifications } from "@/lib/workspace/discussions/set-thread-notifications";
import { startThread } from "@/lib/workspace/discussions/start-thread";
import { tellingOf, tellingSql } from "@/lib/workspace/discussions/telling-of";
import { updateGroup } from "@/lib/workspace/discussions/update-group";
import { viewThread } from "@/lib/workspace/discussions/view-thread";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { aGroup } from "./arrange";

let portal: TestPortal;
let account: string;
let owner: Caller;
let ownerId: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  ownerId = portal.demo.northwind.contacts.owner;
  owner = await portal.as("owner@northwind.example");
  // Only what these tests write is mailed.
  await portal.owner.discussionGroup.deleteMany({ where: { accountId: account } });
  await portal.owner.discussionDigest.deleteMany();
});
afterAll(() => portal.close());

let people = 0;
let name: string;
let email: string;
let me: string;
let reader: Caller;
/** A billing contact of each test's own, with a name of their own. */
beforeEach(async () => {
  people += 1;
  name = `Rea Reader ${people}`;
  email = `rea-${people}@northwind.example`;
  me = await buildContact(portal.owner, account, { email, name, roles: ["billing"] });
  reader = await portal.as(email);
});

type Telling = { level: "all" | "mentions" | "none"; frequency: "atOnce" | "daily" | "weekly" };
const group = (plan: Partial<Parameters<typeof aGroup>[1]> & { telling?: Telling } = {}) =>
  aGroup(portal.owner, {
    accountId: account,
    ownerContactId: ownerId,
    members: [ownerId, me],
    telling: { level: "all", frequency: "atOnce" },
    ...plan,
  });
const start = async (groupId: string, message = "What do you think?") =>
  (await execute(owner, account, startThread, { groupId, title: `Thread of ${name}`, message })).id;
const reply = (threadId: string, message = "One more thing.", rest: { inviteMentioned?: boolean } = {}) =>
  execute(owner, account, replyInThread, { threadId, message, ...rest });
const mails = (to = email) =>
  portal.owner.outboxMail.findMany({ where: { toAddress: to, kind: "workspace" }, orderBy: { createdAt: "asc" } });
const bell = async (caller = reader) =>
  (await execute(caller, account, listNotifications, {} as never)).items as { title: string; detail: string }[];

describe("who is told of a post", () => {
  it("members of the group, at once and behind the bell, with the reason; the author isn't", async () => {
    const before = (await mails("owner@northwind.example")).length;
    await start(await group());
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.text).toContain("because you joined Sample group");
    expect(mail?.unsubscribe).toMatch(/\/api\/unsubscribe\//);
    expect((await bell()).map(({ detail }) => detail)).toEqual([`Thread of ${name}`]);
    expect(await mails("owner@northwind.example")).toHaveLength(before);
  });

  it("in mails that are cut between characters, never within one", async () => {
    const threadId = await start(await group());
    await reply(threadId, `${"x".repeat(139)}😀${"y".repeat(2_858)}😀${"z".repeat(9)}`);
    const sent = await mails();
    expect(sent).toHaveLength(2);
    expect(JSON.stringify(sent.map(({ html, text }) => [html, text]))).not.toMatch(/\ufffd|\\ud83d/);
  });

  it("those who haven't joined only when they are mentioned", async () => {
    const groupId = await group({ members: [ownerId] });
    const threadId = await start(groupId);
    expect(await mails()).toEqual([]);
    await reply(threadId, `What does @${name} say?`);
    const [mail] = await mails();
    expect(mail?.text).toContain("because Ingrid Solheim mentioned you");
  });

  it("nobody about a thread they turned off in one step, not even when they are mentioned", async () => {
    const threadId = await start(await group());
    await execute(reader, account, setThreadNotifications, { threadId, level: "none" });
    await reply(threadId, `What does @${name} say?`);
    expect(await mails()).toHaveLength(1);
    const { telling } = await execute(reader, account, viewThread, { threadId });
    expect(telling).toMatchObject({ level: "none", because: "thread" });
    await execute(reader, account, setThreadNotifications, { threadId, level: "group" });
    expect((await execute(reader, account, viewThread, { threadId })).telling.because).toBe("group");
  });

  it("nobody who turned workspace notifications off", async () => {
    await portal.owner.contact.update({ where: { id: me }, data: { noticesOff: ["notices.workspace.receive"] } });
    await start(await group());
    expect(await mails()).toEqual([]);
    expect(await bell()).toEqual([]);
  });

  it("nobody from the moment they leave: no mail, no bell, no stream, no search, no dashboard", async () => {
    const groupId = await group({ isPrivate: true });
    const threadId = await start(groupId);
    expect(await bell()).toHaveLength(1);
    await execute(reader, account, leaveGroup, { groupId });
    await reply(threadId);
    expect(await mails()).toHaveLength(1);
    expect(await bell()).toEqual([]);
    expect((await execute(reader, account, find, { q: `Thread of ${name}` })).results).toEqual([]);
    const { discussions } = (await execute(reader, account, viewDashboard, {})) as {
      discussions?: { unread: object[] };
    };
    expect(JSON.stringify(discussions ?? {})).not.toContain(name);
    expect(await streamed(threadId, "private-discussion-thread")).toEqual([]);
  });

  it("nobody while the area is turned off", async () => {
    const groupId = await group();
    const threadId = await start(groupId);
    await setAreas(["discussions"]);
    // The owner is refused as well, so the post comes from before.
    expect(await bell()).toEqual([]);
    expect((await execute(reader, account, find, { q: `Thread of ${name}` })).results).toEqual([]);
    await expect(reply(threadId)).rejects.toMatchObject({ code: "refused" });
    expect(await streamed(threadId, "discussion-thread")).toEqual([]);
    await setAreas([]);
    expect(await bell()).toHaveLength(1);
  });
});

const setAreas = (areasOff: string[]) => portal.owner.account.update({ where: { id: account }, data: { areasOff } });

/** What an open page of the reader would be told of a change to this record. */
async function streamed(id: string, kind: string) {
  const kinds = new Map(liveDiscussions.map((one) => [one.kind, one]));
  const told = [{ account, kind, id, by: "discussions.replies.create" }] as never;
  const changed = await readChanged(account, told, kinds);
  const members = await asIdentity((db) => loadMembers(db, account, new Date()));
  const subject = members.find(({ contactId }) => contactId === me)?.subject;
  if (changed === null || subject === undefined) throw new Error("Not found.");
  const follower = { viewer: viewerOf(subject), personId: subject.personId, accountId: account } as never;
  return eventsFor(follower, told, { changed, kinds });
}

describe("a stream", () => {
  it("tells members of a private group of its threads, and nobody else", async () => {
    const threadId = await start(await group({ isPrivate: true }));
    expect(await streamed(threadId, "private-discussion-thread")).toHaveLength(1);
    const other = await start(await group({ isPrivate: true, members: [ownerId] }));
    expect(await streamed(other, "private-discussion-thread")).toEqual([]);
    expect(await streamed(other, "discussion-thread")).toEqual([]);
  });
});

describe("a mention of someone who can't see the group", () => {
  it("is refused with a sentence that offers to invite, and nothing is posted", async () => {
    const groupId = await group({ isPrivate: true, members: [ownerId] });
    const threadId = await start(groupId);
    await expect(reply(threadId, `Ask @${name}.`)).rejects.toMatchObject({
      code: "invalid",
      extra: { fields: { message: [expect.stringContaining(`${name} can't see this private group. Tick`)] } },
    });
    expect(await portal.owner.discussionReply.count({ where: { threadId } })).toBe(1);
  });
  it("invites them if the author wants it and may", async () => {
    const groupId = await group({ isPrivate: true, members: [ownerId] });
    const threadId = await start(groupId);
    await reply(threadId, `Ask @${name}.`, { inviteMentioned: true });
    expect(await execute(reader, account, viewThread, { threadId })).toMatchObject({ title: `Thread of ${name}` });
    const templates = (await mails()).map(({ template }) => template);
    expect(templates.sort()).toEqual(["discussion-post", "group-invitation"]);
  });
  it("is refused to a member who may not invite, whatever they tick", async () => {
    const other = `Ole Outside ${people}`;
    await buildContact(portal.owner, account, {
      email: `ole-${people}@northwind.example`,
      name: other,
      roles: ["billing"],
    });
    const threadId = await start(await group({ isPrivate: true }));
    const asked = { threadId, message: `Ask @${other}.`, inviteMentioned: true };
    await expect(execute(reader, account, replyInThread, asked)).rejects.toMatchObject({ code: "refused" });
    const plain = execute(reader, account, replyInThread, { ...asked, inviteMentioned: false });
    await expect(plain).rejects.toThrow("Ask the group's owner to invite");
    expect(await portal.owner.discussionMember.count({ where: { contact: { name: other } } })).toBe(0);
  });
});

describe("unread posts", () => {
  it("are counted from when one joined, until they are read", async () => {
    const groupId = await group({ members: [ownerId] });
    const threadId = await start(groupId);
    await execute(reader, account, joinGroup, { groupId });
    const unread = async () => (await execute(reader, account, listThreads, { groupId })).items[0]?.unread;
    expect(await unread()).toBe(0);
    await reply(threadId);
    expect(await unread()).toBe(2);
    await execute(reader, account, markRead, { threadId, number: 1 });
    expect(await unread()).toBe(1);
    await execute(reader, account, markRead, { threadId });
    expect(await unread()).toBe(0);
    await execute(reader, account, markRead, { threadId, number: 1 });
    expect(await unread()).toBe(0);
  });
});

describe("a digest", () => {
  const tomorrow = () => addDays(new Date(), 8);
  const daily = { telling: { level: "all", frequency: "daily" } } as const;
  const choose = (groupId: string, telling: Telling) =>
    execute(reader, account, setGroupNotifications, { groupId, ...telling });
  const digests = async () => (await mails()).filter(({ template }) => template === "discussion-digest");

  it("is sent once by two workers, with what is new, and not again without anything new", async () => {
    const groupId = await group(daily);
    await choose(groupId, { level: "all", frequency: "daily" });
    const threadId = await start(groupId);
    await reply(threadId);
    const now = tomorrow();
    await Promise.all(Array.from({ length: 10 }, () => runBatch(digestJob, now)));
    const [mail, ...others] = await digests();
    expect(others).toEqual([]);
    expect(mail?.text).toContain(`Thread of ${name} (2 new posts)`);
    await runBatch(digestJob, addDays(now, 2));
    expect(await digests()).toHaveLength(1);
  });

  it("leaves out what was read by then: nothing new, no mail", async () => {
    const groupId = await group(daily);
    await choose(groupId, { level: "all", frequency: "daily" });
    const threadId = await start(groupId);
    await execute(reader, account, markRead, { threadId });
    await runBatch(digestJob, tomorrow());
    expect(await digests()).toEqual([]);
  });

  it("comes at seven where its reader is, also when somebody else chose it and after they moved", async () => {
    const at = async (timeZone: string) => {
      const { dueAt } = await portal.owner.discussionDigest.findFirstOrThrow({ where: { contactId: me } });
      return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(dueAt);
    };
    const move = (timeZone: string) =>
      portal.owner.person.updateMany({ where: { contacts: { some: { id: me } } }, data: { timeZone } });
    const threadId = await start(await group(daily));
    await portal.owner.discussionDigest.deleteMany({ where: { contactId: me } });
    await move("Pacific/Auckland");
    const weekly = { threadId, contactId: me, level: "all", frequency: "weekly" } as const;
    await execute(owner, account, setThreadNotifications, weekly);
    expect(await at("Pacific/Auckland")).toBe("07:00");
    await move("America/New_York");
    await runBatch(digestJob, tomorrow());
    expect(await at("America/New_York")).toBe("07:00");
  });

  it("has only threads with mentions for those who chose mentions", async () => {
    const groupId = await group(daily);
    await choose(groupId, { level: "mentions", frequency: "weekly" });
    const threadId = await start(groupId);
    await runBatch(digestJob, tomorrow());
    expect(await digests()).toEqual([]);
    await reply(threadId, `What does @${name} say?`);
    await runBatch(digestJob, addDays(tomorrow(), 8));
    expect((await digests()).map(({ text }) => text)).toEqual([expect.stringContaining("1 new post")]);
  });

  it("isn't crowded out by newer threads that its reader is told of in another way", async () => {
    const [quiet, busy] = [await group(daily), await group()];
    await choose(quiet, { level: "all", frequency: "daily" });
    await start(quiet);
    const of = { accountId: account, startedByName: "Ana", lastReplyAt: addDays(new Date(), 1) };
    const threads = await portal.owner.discussionThread.createManyAndReturn({
      data: Array.from({ length: 200 }, (_, index) => ({
        ...of,
        groupId: busy,
        title: `Busy ${index}`,
        lastNumber: 1,
      })),
    });
    await portal.owner.discussionReply.createMany({
      data: threads.map(({ id: threadId }) => ({
        ...{ accountId: account, threadId, number: 1 },
        ...{ authorName: "Ana", body: "News." },
      })),
    });
    await runBatch(digestJob, tomorrow());
    expect((await digests()).map(({ text }) => text)).toEqual([expect.stringContaining(`Thread of ${name}`)]);
  });

  it("asks the database by the same rule as everything else", async () => {
    const choices = [null, ...(["all", "mentions", "none"] as const).flatMap((level) => both(level))];
    for (const thread of choices) {
      for (const [own, joinedAt] of choices.flatMap((one) => [[one, null] as const, [one, new Date()] as const])) {
        const found = await portal.owner.$queryRaw<object[]>(
          Prisma.sql`select (${raw(tellingSql.level)})::text as "level", (${raw(tellingSql.frequency)})::text as "frequency"
            from (select ${thread?.level ?? null}::"DiscussionLevel" as "level", ${thread?.frequency ?? null}::"DiscussionFrequency" as "frequency") s,
              (select ${own?.level ?? null}::"DiscussionLevel" as "level", ${own?.frequency ?? null}::"DiscussionFrequency" as "frequency",
                ${own && joinedAt}::timestamptz as "joinedAt") m`,
        );
        const { because: _, ...expected } = tellingOf({ thread, group: own && { ...own, joinedAt } });
        expect(found).toEqual([expected]);
      }
    }
  });
  const both = (level: Telling["level"]) => (["atOnce", "weekly"] as const).map((frequency) => ({ level, frequency }));
  const raw = ({ strings }: { readonly strings: readonly string[] }) => Prisma.raw(strings.join(""));

  it("says nothing of a group that was left, or that became private without them", async () => {
    const left = await group({ ...daily, name: "Left behind" });
    await choose(left, { level: "all", frequency: "daily" });
    await start(left);
    await execute(reader, account, leaveGroup, { groupId: left });
    await runBatch(digestJob, tomorrow());
    expect(await digests()).toEqual([]);
  });
});

describe("a group that becomes private", () => {
  it("is seen by its members alone from then on, and can't become public again", async () => {
    const groupId = await group({ members: [ownerId] });
    const threadId = await start(groupId);
    await execute(reader, account, viewThread, { threadId });
    const change = { groupId, name: "Closed circle", isPrivate: true };
    await execute(owner, account, updateGroup, { ...change, version: 1 });
    await expect(execute(reader, account, viewThread, { threadId })).rejects.toMatchObject({ code: "not-found" });
    const back = execute(owner, account, updateGroup, { ...change, version: 2, isPrivate: false });
    await expect(back).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("the history of a post", () => {
  it("shows what it said before to everyone who sees it, and tells nobody again but those it mentions now", async () => {
    const groupId = await group();
    const { id: threadId, replyId } = await execute(owner, account, startThread, {
      ...{ groupId, title: "History", message: "First." },
    });
    expect(await mails()).toHaveLength(1);
    await execute(owner, account, editReply, { replyId, version: 1, message: "Second." });
    expect(await mails()).toHaveLength(1);
    await execute(owner, account, editReply, { replyId, version: 2, message: `Third, @${name}.` });
    expect(await mails()).toHaveLength(2);
    const { items } = await execute(reader, account, listRevisions, { replyId });
    expect(items.map(({ body }) => body)).toEqual(["Second.", "First."]);
    expect(threadId).toBeTruthy();
  });
});

describe("private names", () => {
  it("are in no entry of the activity log", async () => {
    const groupId = await group({ isPrivate: true, name: "Project Quokka" });
    const threadId = await start(groupId);
    await reply(threadId);
    const events = await portal.owner.auditEvent.findMany({ where: { targetId: { in: [groupId, threadId] } } });
    expect(events.length).toBeGreaterThan(1);
    expect(JSON.stringify(events)).not.toMatch(/Quokka|Thread of/);
  });
});
