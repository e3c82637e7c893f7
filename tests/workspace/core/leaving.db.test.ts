import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { previewRemoval } from "@/lib/accounts/people/preview-removal";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { asJob } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf } from "@/lib/platform/operations/operation";
import { addMembers } from "@/lib/workspace/decisions/add-members";
import { listDecisions } from "@/lib/workspace/decisions/list-decisions";
import { inviteToGroup } from "@/lib/workspace/discussions/invite-to-group";
import { listGroups } from "@/lib/workspace/discussions/list-groups";
import { listFolders } from "@/lib/workspace/documents/list-folders";
import { inviteAttendees } from "@/lib/workspace/meetings/attendees/invite-attendees";
import { listMeetings } from "@/lib/workspace/meetings/list-meetings";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildFolder } from "@/prisma/seed/builders/document";
import { problemOf } from "@/tests/fixtures/problem-of";
import { whileHeld } from "@/tests/fixtures/while-held";
import { aGroup, aThread } from "../discussions/arrange";
import { peopleWhoLeave } from "./people-who-leave";

const OWNER = "owner@northwind.example";

const people = peopleWhoLeave();

/** One of everything that somebody can have in the workspace. */
async function placesOf(id: string) {
  const { owner } = people().portal;
  const groupId = await aGroup(owner, { accountId: people().accountId, isPrivate: true, members: [id] });
  const { threadId } = await aThread(owner, { accountId: people().accountId, groupId, authors: [id] });
  const of = { accountId: people().accountId, threadId, contactId: id };
  await owner.threadSubscription.create({ data: { ...of, level: "all", frequency: "daily" } });
  await owner.discussionReading.create({ data: of });
  const folderId = await buildFolder(owner, people().accountId, { name: `Leaving ${randomUUID()}`, people: [id] });
  const meetingId = await people().meeting({ startsAt: addDays(new Date(), 3), people: [id] });
  const past = await people().meeting({ startsAt: addDays(new Date(), -30), people: [id] });
  const draft = await people().decision("draft", [id]);
  const open = await people().decision("open", [id]);
  return { groupId, threadId, folderId, meetingId, past, draft, open };
}

/** How many rows of each kind say that they still have a place. */
async function rowsOf(contactId: string) {
  const { owner } = people().portal;
  const where = { contactId };
  return {
    groups: await owner.discussionMember.count({ where }),
    subscriptions: await owner.threadSubscription.count({ where }),
    readings: await owner.discussionReading.count({ where }),
    folders: await owner.folderAccess.count({ where }),
    meetings: await owner.meetingInvitation.count({ where }),
    decisions: await owner.decisionInvitation.count({ where }),
  };
}

describe("whoever is removed", () => {
  it("loses every place in groups, folders, meetings to come and drafts of decisions, in the same transaction", async () => {
    const { id } = await people().newcomer("billing");
    const { past, open } = await placesOf(id);
    expect(await rowsOf(id)).toEqual({
      ...{ groups: 1, subscriptions: 1, readings: 1, folders: 1, meetings: 2, decisions: 2 },
    });
    await people().asOwner(removePerson, { contactId: id });
    // What was is kept: attendance, and the invitation to a decision that was opened, which its result counts.
    expect(await rowsOf(id)).toEqual({
      ...{ groups: 0, subscriptions: 0, readings: 0, folders: 0, meetings: 1, decisions: 1 },
    });
    expect(await people().portal.owner.meetingInvitation.count({ where: { contactId: id, meetingId: past } })).toBe(1);
    expect(await people().portal.owner.decisionInvitation.count({ where: { contactId: id, decisionId: open } })).toBe(
      1,
    );
    expect(await people().portal.owner.discussionReply.count({ where: { authorContactId: id } })).toBe(1);
  });

  it("keeps the seat of a meeting that they chair until somebody else is chosen", async () => {
    const { id } = await people().newcomer("billing");
    const meetingId = await people().meeting({ startsAt: addDays(new Date(), 3), people: [id], chair: id });
    await people().asOwner(removePerson, { contactId: id });
    expect(await people().portal.owner.meetingInvitation.count({ where: { contactId: id, meetingId } })).toBe(1);
  });

  it("comes back with nothing but the role they are given then", async () => {
    const { id, email } = await people().newcomer("billing");
    const { groupId, folderId, meetingId, past, draft, open } = await placesOf(id);
    const seen = async () =>
      JSON.stringify([
        await people().as(email, listGroups, {}),
        await people().as(email, listFolders, {}),
        await people().as(email, listMeetings, {}),
        await people().as(email, listDecisions, {}),
      ]);
    const before = await seen();
    for (const one of [groupId, folderId, meetingId, open]) expect(before).toContain(one);
    await people().asOwner(removePerson, { contactId: id });
    const again = await people().contact(email, "billing");
    expect(again).not.toBe(id);
    const after = await seen();
    for (const one of [groupId, folderId, meetingId, past, draft, open]) expect(after).not.toContain(one);
  });

  it("is never made active again by the portal", async () => {
    const { id } = await people().newcomer("billing");
    await people().asOwner(removePerson, { contactId: id });
    const revive = asJob(people().accountId, new Date(), ({ db }) =>
      db.contact.updateMany({ where: { id }, data: { status: "active" } }),
    );
    await expect(revive).rejects.toThrow("a removed contact is added anew");
    expect((await people().portal.owner.contact.findUniqueOrThrow({ where: { id } })).status).toBe("removed");
  });
});

describe("the preview of a removal", () => {
  it("counts what ends, and what is theirs to lead", async () => {
    const { id } = await people().newcomer("billing");
    await placesOf(id);
    await people().meeting({ startsAt: addDays(new Date(), 4), people: [id], chair: id });
    expect(await people().asOwner(previewRemoval, { contactId: id })).toEqual({
      ...{ contactId: id, groups: 1, folders: 1, meetings: 2, decisions: 2, actions: 0, leads: 1 },
    });
  });

  it("counts nothing that its reader doesn't see", async () => {
    const { id } = await people().newcomer("billing");
    await placesOf(id);
    const email = `remover-${randomUUID()}@northwind.example`;
    const permissions = (["people.members.view", "people.members.remove", "people.members.view-details"] as const).map(
      (permission) => ({ permission }),
    );
    await buildContact(people().portal.owner, people().accountId, {
      email,
      name: "Rae Remover",
      roles: ["billing"],
      permissions,
    });
    const preview = await people().as(email, previewRemoval, { contactId: id });
    expect(preview).toMatchObject({ groups: 0, folders: 0, meetings: 0, decisions: 0, actions: 0, leads: 0 });
  });
});

describe("somebody who is invited while they are removed", () => {
  it("is not invited if the invitation waited for the removal", async () => {
    const { id } = await people().newcomer("billing");
    const groupId = await aGroup(people().portal.owner, {
      accountId: people().accountId,
      isPrivate: true,
      members: [people().administrator],
    });
    const outcome = whileHeld(people().portal.owner, {
      hold: (tx) => tx.$queryRaw`select 1 from "Contact" where "id" = ${id}::uuid for no key update`,
      work: () => people().asOwner(inviteToGroup, { groupId, people: [id] }),
      meanwhile: (tx) => tx.contact.update({ where: { id }, data: { status: "removed", removedAt: new Date() } }),
    });
    expect((await problemOf(outcome)).code).toBe("invalid");
    expect((await rowsOf(id)).groups).toBe(0);
  });

  it("has no place left anywhere, whichever came first, fifty at a time", async () => {
    const { id } = await people().newcomer("billing");
    const { owner } = people().portal;
    const groups = await Promise.all(
      Array.from({ length: 17 }, () => aGroup(owner, { accountId: people().accountId, isPrivate: true })),
    );
    const meetings = await Promise.all(
      Array.from({ length: 16 }, () => people().meeting({ startsAt: addDays(new Date(), 3), people: [] })),
    );
    const decisions: string[] = [];
    // One after the other: each takes the next number.
    for (let index = 0; index < 16; index++) decisions.push(await people().decision("draft", [people().administrator]));
    const caller = await people().portal.as(OWNER);
    const run = <Op extends AnyOperation>(operation: Op, input: InputOf<Op>) =>
      execute(caller, people().accountId, operation, input);
    const works: (() => Promise<unknown>)[] = [
      ...groups.map((groupId) => () => run(inviteToGroup, { groupId, people: [id] })),
      ...meetings.map((meetingId) => () => run(inviteAttendees, { meetingId, people: [id] })),
      ...decisions.map((decisionId) => () => run(addMembers, { decisionId, voters: [id], viewers: [] })),
    ];
    const codes = await people().allAtOnce(works, () => run(removePerson, { contactId: id }));
    expect(codes.filter((one) => !["done", "invalid", "unavailable", "conflict"].includes(one))).toEqual([]);
    expect(await rowsOf(id)).toMatchObject({ groups: 0, folders: 0, meetings: 0, decisions: 0 });
  });
});
