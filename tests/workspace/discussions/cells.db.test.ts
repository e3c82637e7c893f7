import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/people/suspend-person";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import { createGroup } from "@/lib/workspace/discussions/create-group";
import { deleteGroup } from "@/lib/workspace/discussions/delete-group";
import { deleteReply } from "@/lib/workspace/discussions/delete-reply";
import { deleteThread } from "@/lib/workspace/discussions/delete-thread";
import { editReply } from "@/lib/workspace/discussions/edit-reply";
import { joinGroup } from "@/lib/workspace/discussions/join-group";
import { listGroups } from "@/lib/workspace/discussions/list-groups";
import { removeMember } from "@/lib/workspace/discussions/remove-member";
import { replyInThread } from "@/lib/workspace/discussions/reply-in-thread";
import { setThreadNotifications } from "@/lib/workspace/discussions/set-thread-notifications";
import { startThread } from "@/lib/workspace/discussions/start-thread";
import { updateGroup } from "@/lib/workspace/discussions/update-group";
import { viewGroup } from "@/lib/workspace/discussions/view-group";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { aGroup, aThread } from "./arrange";

let portal: TestPortal;
let account: string;
let globex: string;
let owner: string;
let billing: Awaited<ReturnType<TestPortal["as"]>>;
let me: string;
let email: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  globex = portal.demo.globex.id;
  owner = portal.demo.northwind.contacts.owner;
});
afterAll(() => portal.close());

let people = 0;
/** A billing contact for each test: signed in, and of no group. */
beforeEach(async () => {
  people += 1;
  email = `bea-${people}@northwind.example`;
  me = await buildContact(portal.owner, account, { email, name: "Bea Billing", roles: ["billing"] });
  billing = await portal.as(email);
});

/** `done`, or the code of the refusal. */
const result = <Op extends AnyOperation>(operation: Op, input: InputOf<Op>, on = account): Promise<string> =>
  execute(billing, on, operation, input).then(
    () => "done",
    ({ code }) => code ?? "error",
  );

const asBilling = <Op extends AnyOperation>(operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> =>
  execute(billing, account, operation, input);

const group = (plan: Partial<Parameters<typeof aGroup>[1]> = {}) =>
  aGroup(portal.owner, { accountId: account, ownerContactId: owner, members: [owner], ...plan });

const thread = async (groupId: string, authors: (string | null)[] = [owner]) =>
  aThread(portal.owner, { accountId: account, groupId, authors });

/** Of another account, with a thread and a post. */
const elsewhere = async () => {
  const groupId = await aGroup(portal.owner, { accountId: globex });
  return { groupId, ...(await aThread(portal.owner, { accountId: globex, groupId })) };
};

const suspend = async () => {
  const asOwner = await portal.as("owner@northwind.example");
  await execute(asOwner, account, suspendPerson, { contactId: me });
};

const once = async (operation: AnyOperation, input: object) => {
  const before = await result(operation, input as never);
  await suspend();
  return [before, await result(operation, input as never)];
};

const area = "Discussions";
const row = (activity: string, cell: string) => `${area}, ${activity}: ${cell}`;

describe(row("Create Discussion Group", "Full Access"), () => {
  it("a billing contact creates one, public or private, and owns it", async () => {
    for (const isPrivate of [false, true]) {
      const { id: groupId } = await asBilling(createGroup, { name: "Budget", isPrivate });
      expect(await asBilling(viewGroup, { groupId })).toMatchObject({
        ownedByMe: true,
        membership: "joined",
        isPrivate,
      });
    }
  });
  it("a suspended one doesn't, and nobody does on another account", async () => {
    expect(await once(createGroup, { name: "Budget", isPrivate: false })).toEqual(["done", "refused"]);
    expect(await result(createGroup, { name: "Budget", isPrivate: false }, globex)).toBe("not-found");
  });
});

describe(row("See Private Group", "If Invited"), () => {
  it("shows it to the invited, in the list and by itself, and to nobody else", async () => {
    const invited = await group({ isPrivate: true, name: "Invited", invited: [me] });
    const other = await group({ isPrivate: true, name: "Not invited" });
    expect(await result(viewGroup, { groupId: invited })).toBe("done");
    expect(await result(viewGroup, { groupId: other })).toBe("not-found");
    const listed = (await asBilling(listGroups, { sort: "created", direction: "desc" })).items.map(({ id }) => id);
    expect(listed).toContain(invited);
    expect(listed).not.toContain(other);
  });
  it("hides it once the invitation is taken away while they are signed in", async () => {
    const groupId = await group({ isPrivate: true, members: [owner, me] });
    expect(await result(viewGroup, { groupId })).toBe("done");
    await execute(await portal.as("owner@northwind.example"), account, removeMember, { groupId, contactId: me });
    expect(await result(viewGroup, { groupId })).toBe("not-found");
    const listed = (await asBilling(listGroups, { sort: "created", direction: "desc" })).items.map(({ id }) => id);
    expect(listed).not.toContain(groupId);
  });
  it("is never about a group of another account, whoever it is shared with there", async () => {
    const groupId = await aGroup(portal.owner, { accountId: globex, isPrivate: true });
    expect(await result(viewGroup, { groupId })).toBe("not-found");
    expect(await result(viewGroup, { groupId }, globex)).toBe("not-found");
  });
});

describe(row("See Public Group", "Full Access"), () => {
  it("shows every public group of the account, without an invitation", async () => {
    const groupId = await group();
    expect(await result(viewGroup, { groupId })).toBe("done");
    const listed = (await asBilling(listGroups, { sort: "created", direction: "desc" })).items.map(({ id }) => id);
    expect(listed).toContain(groupId);
  });
  it("ends with a suspension, and never covers another account", async () => {
    const { groupId } = await elsewhere();
    expect(await result(viewGroup, { groupId })).toBe("not-found");
    expect(await once(viewGroup, { groupId: await group() })).toEqual(["done", "refused"]);
  });
});

describe(row("Join Private Group", "If Invited"), () => {
  it("lets the invited join, and others not even find it", async () => {
    expect(await result(joinGroup, { groupId: await group({ isPrivate: true, invited: [me] }) })).toBe("done");
    expect(await result(joinGroup, { groupId: await group({ isPrivate: true }) })).toBe("not-found");
  });
  it("is over once the invitation was withdrawn, and doesn't reach another account", async () => {
    const groupId = await group({ isPrivate: true, invited: [me] });
    await execute(await portal.as("owner@northwind.example"), account, removeMember, { groupId, contactId: me });
    expect(await result(joinGroup, { groupId })).toBe("not-found");
    expect(await result(joinGroup, { groupId: (await elsewhere()).groupId })).toBe("not-found");
  });
});

describe(row("Join Public Group", "Full Access"), () => {
  it("lets everyone of the account join, until they are suspended", async () => {
    expect(await once(joinGroup, { groupId: await group() })).toEqual(["done", "refused"]);
  });
  it("doesn't reach another account", async () => {
    expect(await result(joinGroup, { groupId: (await elsewhere()).groupId })).toBe("not-found");
  });
});

describe.each([
  ["Edit Public Group Details", "If group owner", false],
  ["Edit Private Group Details", "If group owner", true],
] as const)("Discussions, %s: %s", (activity, _cell, isPrivate) => {
  const change = (groupId: string, version = 1) => ({ groupId, version, name: "Renamed", isPrivate });

  it(`${activity}: its owner may, other members may not`, async () => {
    expect(await result(updateGroup, change(await group({ isPrivate, ownerContactId: me, members: [me] })))).toBe(
      "done",
    );
    expect(await result(updateGroup, change(await group({ isPrivate, members: [owner, me] })))).toBe("refused");
  });
  it(`${activity}: whoever no longer owns it may not any more`, async () => {
    const groupId = await group({ isPrivate, ownerContactId: me, members: [owner, me] });
    expect(await result(updateGroup, change(groupId))).toBe("done");
    await portal.owner.discussionGroup.update({ where: { id: groupId }, data: { ownerContactId: owner } });
    expect(await result(updateGroup, change(groupId, 2))).toBe("refused");
  });
  it(`${activity}: owning a group doesn't reach another account`, async () => {
    const groupId = await aGroup(portal.owner, { accountId: globex, isPrivate });
    expect(await result(updateGroup, change(groupId))).toBe("not-found");
  });
});

describe(row("Delete Group", "If group owner"), () => {
  it("its owner may, other members may not, and it is gone with its threads", async () => {
    const own = await group({ ownerContactId: me, members: [me] });
    const { threadId } = await thread(own);
    expect(await result(deleteGroup, { groupId: own })).toBe("done");
    expect(await portal.owner.discussionThread.count({ where: { id: threadId } })).toBe(0);
    expect(await result(deleteGroup, { groupId: await group({ members: [owner, me] }) })).toBe("refused");
    expect(await result(deleteGroup, { groupId: await group({ isPrivate: true }) })).toBe("not-found");
  });
  it("is over with the ownership, and doesn't reach another account", async () => {
    const groupId = await group({ ownerContactId: me, members: [owner, me] });
    await portal.owner.discussionGroup.update({ where: { id: groupId }, data: { ownerContactId: owner } });
    expect(await result(deleteGroup, { groupId })).toBe("refused");
    expect(await result(deleteGroup, { groupId: (await elsewhere()).groupId })).toBe("not-found");
  });
});

describe(row("Delete Discussion Thread", "No Access"), () => {
  it("is refused to a billing contact, in their own group and for their own thread too", async () => {
    const { threadId } = await thread(await group({ ownerContactId: me, members: [me] }), [me]);
    expect(await result(deleteThread, { threadId })).toBe("refused");
    expect(await portal.owner.discussionThread.count({ where: { id: threadId } })).toBe(1);
  });
  it("is the owner's and the administrators', on their own account", async () => {
    const { threadId } = await thread(await group());
    const asAdministrator = await portal.as("administrator@northwind.example");
    await execute(asAdministrator, account, deleteThread, { threadId });
    const other = execute(asAdministrator, account, deleteThread, { threadId: (await elsewhere()).threadId });
    await expect(other).rejects.toMatchObject({ code: "not-found" });
  });
});

describe(row("Create Discussion Thread", "Full Access"), () => {
  const asked = (groupId: string) => ({ groupId, title: "Budget", message: "Thoughts?" });
  it("a billing contact starts one in any group they see, until they are suspended", async () => {
    expect(await result(startThread, asked(await group({ isPrivate: true, invited: [me] })))).toBe("done");
    expect(await once(startThread, asked(await group()))).toEqual(["done", "refused"]);
  });
  it("not in a private group without an invitation, nor on another account", async () => {
    expect(await result(startThread, asked(await group({ isPrivate: true })))).toBe("not-found");
    expect(await result(startThread, asked((await elsewhere()).groupId))).toBe("not-found");
  });
});

describe(row("Edit Discussion Reply", "Own, not other members"), () => {
  const change = (replyIds: string[], version = 1) => ({ replyId: replyIds[0] ?? "", version, message: "Better" });
  it("one's own is edited, and nobody else's", async () => {
    const groupId = await group();
    expect(await result(editReply, change((await thread(groupId, [me])).replyIds))).toBe("done");
    expect(await result(editReply, change((await thread(groupId, [owner])).replyIds))).toBe("refused");
    expect(await result(editReply, change((await thread(groupId, [null])).replyIds))).toBe("refused");
  });
  it("not once one has lost the group, nor on another account", async () => {
    const groupId = await group({ isPrivate: true, members: [owner, me] });
    const { replyIds } = await thread(groupId, [me]);
    expect(await result(editReply, change(replyIds))).toBe("done");
    await portal.owner.discussionMember.deleteMany({ where: { groupId, contactId: me } });
    expect(await result(editReply, change(replyIds, 2))).toBe("not-found");
    expect(await result(editReply, change((await elsewhere()).replyIds))).toBe("not-found");
  });
});

describe(row("Post Reply in Thread", "Full Access"), () => {
  const asked = (threadId: string) => ({ threadId, message: "Agreed." });
  it("a billing contact replies in every thread they see, until they are suspended", async () => {
    const hidden = await group({ isPrivate: true, invited: [me] });
    expect(await result(replyInThread, asked((await thread(hidden)).threadId))).toBe("done");
    expect(await once(replyInThread, asked((await thread(await group())).threadId))).toEqual(["done", "refused"]);
  });
  it("not in a private group without an invitation, nor on another account", async () => {
    const { threadId } = await thread(await group({ isPrivate: true }));
    expect(await result(replyInThread, asked(threadId))).toBe("not-found");
    expect(await result(replyInThread, asked((await elsewhere()).threadId))).toBe("not-found");
  });
});

describe(row("Delete Thread Reply", "Own, not other members"), () => {
  const first = (replyIds: string[]) => ({ replyId: replyIds[0] ?? "" });
  it("one's own is deleted, and nobody else's", async () => {
    const groupId = await group();
    expect(await result(deleteReply, first((await thread(groupId, [me])).replyIds))).toBe("done");
    expect(await result(deleteReply, first((await thread(groupId, [owner])).replyIds))).toBe("refused");
  });
  it("not once one has lost the group, nor on another account", async () => {
    const groupId = await group({ isPrivate: true, members: [owner, me] });
    const { replyIds } = await thread(groupId, [me]);
    await portal.owner.discussionMember.deleteMany({ where: { groupId, contactId: me } });
    expect(await result(deleteReply, first(replyIds))).toBe("not-found");
    expect(await result(deleteReply, first((await elsewhere()).replyIds))).toBe("not-found");
  });
});

describe(row("Edit Thread Notification Settings", "Own, not other members"), () => {
  it("one's own are changed, and nobody else's", async () => {
    const { threadId } = await thread(await group());
    expect(await result(setThreadNotifications, { threadId, level: "none" })).toBe("done");
    expect(await result(setThreadNotifications, { threadId, level: "none", contactId: owner })).toBe("refused");
    const chosen = await portal.owner.threadSubscription.findMany({ where: { threadId } });
    expect(chosen.map(({ contactId, level }) => [contactId, level])).toEqual([[me, "none"]]);
  });
  it("the account's owner changes a member's", async () => {
    const { threadId } = await thread(await group());
    const asOwner = await portal.as("owner@northwind.example");
    await execute(asOwner, account, setThreadNotifications, { threadId, contactId: me, level: "all" });
    expect(await portal.owner.threadSubscription.count({ where: { threadId, contactId: me } })).toBe(1);
  });
  it("not once one has lost the group, nor on another account", async () => {
    const groupId = await group({ isPrivate: true, members: [owner, me] });
    const { threadId } = await thread(groupId);
    await portal.owner.discussionMember.deleteMany({ where: { groupId, contactId: me } });
    expect(await result(setThreadNotifications, { threadId, level: "all" })).toBe("not-found");
    const other = (await elsewhere()).threadId;
    expect(await result(setThreadNotifications, { threadId: other, level: "all" })).toBe("not-found");
  });
});
