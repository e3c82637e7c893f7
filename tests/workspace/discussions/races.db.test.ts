import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { deleteGroup } from "@/lib/workspace/discussions/delete-group";
import { editReply } from "@/lib/workspace/discussions/edit-reply";
import { joinGroup } from "@/lib/workspace/discussions/join-group";
import { removeMember } from "@/lib/workspace/discussions/remove-member";
import { replyInThread } from "@/lib/workspace/discussions/reply-in-thread";
import { updateGroup } from "@/lib/workspace/discussions/update-group";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { whileHeld } from "@/tests/fixtures/while-held";
import { aGroup, aThread } from "./arrange";

const AT_ONCE = 50;
/** A busy machine turns some away before they begin. */
const BUSY = "unavailable";

let portal: TestPortal;
let account: string;
let owner: Caller;
let ownerId: string;
let writer: Caller;
let writerId: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  ownerId = portal.demo.northwind.contacts.owner;
  owner = await portal.as("owner@northwind.example");
  const email = "wim@northwind.example";
  writerId = await buildContact(portal.owner, account, { email, name: "Wim Writer", roles: ["billing"] });
  writer = await portal.as(email);
});
afterAll(() => portal.close());

const group = (isPrivate = false, members = [ownerId, writerId]) =>
  aGroup(portal.owner, {
    accountId: account,
    isPrivate,
    ownerContactId: ownerId,
    members,
    telling: { level: "none", frequency: "atOnce" },
  });
const thread = (groupId: string) => aThread(portal.owner, { accountId: account, groupId, authors: [ownerId] });
const times = (count: number, work: (index: number) => Promise<unknown>) =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => work(index)));
const codes = (settled: readonly PromiseSettledResult<unknown>[]) =>
  settled.map((one) => (one.status === "fulfilled" ? "done" : one.reason.code));

describe("fifty at the same time", () => {
  it("reply in one thread: each gets its own number, and none is lost", async () => {
    const { threadId } = await thread(await group());
    const all = await times(AT_ONCE, (index) =>
      execute(index % 2 ? owner : writer, account, replyInThread, { threadId, message: `Reply ${index}` }),
    );
    const each = codes(all);
    expect(each.filter((code) => code !== "done" && code !== BUSY)).toEqual([]);
    const done = each.filter((code) => code === "done").length;
    expect(done).toBeGreaterThan(1);
    const numbers = await portal.owner.discussionReply.findMany({ where: { threadId }, orderBy: { number: "asc" } });
    expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: done + 1 }, (_, index) => index + 1));
    const { lastNumber } = await portal.owner.discussionThread.findUniqueOrThrow({ where: { id: threadId } });
    expect(lastNumber).toBe(done + 1);
  });

  it("reply while the group is deleted: it ends without any of it, and nobody gets an error that isn't one", async () => {
    const groupId = await group();
    const { threadId } = await thread(groupId);
    const all = await times(AT_ONCE, (index) =>
      index === 20
        ? execute(owner, account, deleteGroup, { groupId })
        : execute(writer, account, replyInThread, { threadId, message: `Reply ${index}` }),
    );
    const each = codes(all);
    expect(each[20]).toBe("done");
    expect(each.filter((code) => code !== "done" && code !== "not-found" && code !== BUSY)).toEqual([]);
    expect(await portal.owner.discussionReply.count({ where: { threadId } })).toBe(0);
    expect(await portal.owner.discussionThread.count({ where: { groupId } })).toBe(0);
  });

  it("reply while their author is removed from the private group: nothing is posted after the removal", async () => {
    const groupId = await group(true);
    const { threadId } = await thread(groupId);
    const all = await times(AT_ONCE, (index) =>
      index === 20
        ? execute(owner, account, removeMember, { groupId, contactId: writerId })
        : execute(writer, account, replyInThread, { threadId, message: `Reply ${index}` }),
    );
    const each = codes(all);
    expect(each[20]).toBe("done");
    expect(each.filter((code) => code !== "done" && code !== "not-found" && code !== BUSY)).toEqual([]);
    const replied = each.filter((code, index) => code === "done" && index !== 20).length;
    expect(await portal.owner.discussionReply.count({ where: { threadId } })).toBe(replied + 1);
    const after = execute(writer, account, replyInThread, { threadId, message: "Too late" });
    await expect(after).rejects.toMatchObject({ code: "not-found" });
  });

  it("join a group: the person is in it once", async () => {
    const groupId = await group(false, [ownerId]);
    const each = codes(await times(AT_ONCE, () => execute(writer, account, joinGroup, { groupId })));
    expect(new Set(each.filter((code) => code !== BUSY))).toEqual(new Set(["done"]));
    expect(await portal.owner.discussionMember.count({ where: { groupId, contactId: writerId } })).toBe(1);
  });

  it("join and are removed: a removed person is in no private group", async () => {
    const groupId = await group(true);
    await times(AT_ONCE, (index) =>
      index % 2
        ? execute(writer, account, joinGroup, { groupId })
        : execute(owner, account, removeMember, { groupId, contactId: writerId }),
    );
    expect(await portal.owner.discussionMember.count({ where: { groupId, contactId: writerId } })).toBe(0);
  });

  it("edit one post on the same version: one succeeds, and the history has one earlier version", async () => {
    const { replyIds } = await thread(await group());
    const replyId = replyIds[0] ?? "";
    const all = await times(AT_ONCE, (index) =>
      execute(owner, account, editReply, { replyId, version: 1, message: `Version of ${index}` }),
    );
    expect(codes(all).filter((code) => code === "done")).toHaveLength(1);
    expect(new Set(codes(all).filter((code) => code !== "done" && code !== BUSY))).toEqual(new Set(["conflict"]));
    expect(await portal.owner.discussionRevision.count({ where: { replyId } })).toBe(1);
  });

  it("rename one group on the same version: one succeeds", async () => {
    const groupId = await group();
    const all = await times(AT_ONCE, (index) =>
      execute(owner, account, updateGroup, { groupId, version: 1, name: `Name ${index}`, isPrivate: false }),
    );
    expect(codes(all).filter((code) => code === "done")).toHaveLength(1);
    expect(new Set(codes(all).filter((code) => code !== "done" && code !== BUSY))).toEqual(new Set(["conflict"]));
  });
});

describe("a reply that waits for the group", () => {
  const replyWhile = async (change: "removed" | "private" | "deleted") => {
    const groupId = await group(change === "removed", change === "private" ? [ownerId] : [ownerId, writerId]);
    const { threadId, replyIds } = await thread(groupId);
    const answer = whileHeld(portal.owner, {
      hold: (tx) => tx.$queryRaw`select 1 from "DiscussionGroup" where "id" = ${groupId}::uuid for update`,
      work: () => execute(writer, account, replyInThread, { threadId, message: "Too late" }),
      meanwhile: async (tx) => {
        if (change === "removed") await tx.discussionMember.deleteMany({ where: { groupId, contactId: writerId } });
        if (change === "private")
          await tx.discussionGroup.updateMany({ where: { id: groupId }, data: { isPrivate: true } });
        if (change === "deleted") await tx.discussionGroup.deleteMany({ where: { id: groupId } });
      },
    });
    await expect(answer).rejects.toMatchObject({ code: "not-found" });
    expect(await portal.owner.discussionReply.count({ where: { threadId } })).toBe(
      change === "deleted" ? 0 : replyIds.length,
    );
  };

  it.each(["removed", "private", "deleted"] as const)(
    "isn't posted if its author is removed, the group becomes private or is deleted meanwhile: %s",
    (change) => replyWhile(change),
  );
});
