import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countUnread } from "@/lib/home/notifications/count-unread";
import { listNotifications } from "@/lib/home/notifications/list-notifications";
import { markRead } from "@/lib/home/notifications/mark-read";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import { inviteToGroup } from "@/lib/workspace/discussions/invite-to-group";
import { removeMember } from "@/lib/workspace/discussions/remove-member";
import { changeAccess } from "@/lib/workspace/documents/change-access";
import { deleteFolder } from "@/lib/workspace/documents/delete-folder";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildFolder } from "@/prisma/seed/builders/document";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { aGroup } from "../discussions/arrange";

const OWNER = "owner@northwind.example";

let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
afterAll(() => portal.close());

let email: string;
let me: string;
beforeEach(async () => {
  email = `invited-${randomUUID()}@northwind.example`;
  me = await buildContact(portal.owner, accountId, { email, name: "Ines Invited", roles: ["billing"] });
});

const as = async <Op extends AnyOperation>(who: string, operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> =>
  execute(await portal.as(who), accountId, operation, input);

const bell = async () => (await as(email, listNotifications, { show: "all", page: 1 })).items;
const unread = async () => (await as(email, countUnread, {})).unread;

describe("an invitation to a discussion group", () => {
  it.each([true, false])("is behind the bell until it is withdrawn (private: %s)", async (isPrivate) => {
    const groupId = await aGroup(portal.owner, { accountId, isPrivate, name: "Supplier review" });
    await as(OWNER, inviteToGroup, { groupId, people: [me] });
    expect(await bell()).toMatchObject([
      {
        ...{
          kind: "discussion-invitation",
          title: "You were invited to a discussion group",
          detail: "Supplier review",
        },
        ...{ path: `/a/${accountId}/discussions/${groupId}`, read: false },
      },
    ]);
    expect(await unread()).toBe(1);
    await as(OWNER, removeMember, { groupId, contactId: me });
    expect(await bell()).toEqual([]);
    expect(await unread()).toBe(0);
  });

  it("is read once it is opened, and goes with the group", async () => {
    const groupId = await aGroup(portal.owner, { accountId, isPrivate: true });
    await as(OWNER, inviteToGroup, { groupId, people: [me] });
    const [row] = await bell();
    await as(email, markRead, { notificationId: row?.id ?? "" });
    expect(await bell()).toMatchObject([{ read: true }]);
    expect(await unread()).toBe(0);
    await portal.owner.discussionGroup.delete({ where: { id: groupId } });
    expect(await portal.owner.notification.count({ where: { discussionGroupId: groupId } })).toBe(0);
  });
});

describe("access to a folder that somebody was given", () => {
  const give = (folderId: string, people: string[]) => as(OWNER, changeAccess, { folderId, access: "own", people });

  it("is behind the bell until it is taken back, and again once it is given back", async () => {
    const folderId = await buildFolder(portal.owner, accountId, { name: "Lease of the yard" });
    await give(folderId, [me]);
    expect(await bell()).toMatchObject([
      {
        ...{ kind: "folder-invitation", title: "You were given access to a folder", detail: "Lease of the yard" },
        ...{ path: `/a/${accountId}/documents/${folderId}`, read: false },
      },
    ]);
    await give(folderId, []);
    expect(await bell()).toEqual([]);
    expect(await unread()).toBe(0);
    await give(folderId, [me]);
    expect(await unread()).toBe(1);
  });

  it("goes with a folder that is deleted", async () => {
    const folderId = await buildFolder(portal.owner, accountId, { name: "Old leases" });
    await give(folderId, [me]);
    await as(OWNER, deleteFolder, { folderId });
    expect(await bell()).toEqual([]);
  });

  it("isn't told to people who turned workspace notifications off", async () => {
    const folderId = await buildFolder(portal.owner, accountId, { name: "Quiet" });
    await portal.owner.contact.update({ where: { id: me }, data: { noticesOff: ["notices.workspace.receive"] } });
    await give(folderId, [me]);
    expect(await portal.owner.notification.count({ where: { folderId } })).toBe(0);
  });
});
