import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf } from "@/lib/platform/operations/operation";
import { copyIn } from "@/lib/support/tickets/copy-in";
import { createAction } from "@/lib/workspace/actions/create-action";
import { recuse } from "@/lib/workspace/decisions/recuse";
import { handOverGroup } from "@/lib/workspace/discussions/hand-over-group";
import { recuseFromFolder } from "@/lib/workspace/documents/recusals/recuse-from-folder";
import { addItem } from "@/lib/workspace/meetings/agenda/add-item";
import { updateItem } from "@/lib/workspace/meetings/agenda/update-item";
import { openFeature } from "@/lib/workspace/meetings/features/open-feature";
import { recuseFromItem } from "@/lib/workspace/meetings/recusals/recuse-from-item";
import { updateMeeting } from "@/lib/workspace/meetings/update-meeting";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { buildFolder } from "@/prisma/seed/builders/document";
import { buildTicket } from "@/prisma/seed/builders/ticket";
import { problemOf } from "@/tests/fixtures/problem-of";
import { whileHeld } from "@/tests/fixtures/while-held";
import { aGroup } from "../discussions/arrange";
import { peopleWhoLeave } from "./people-who-leave";

const OWNER = "owner@northwind.example";

const people = peopleWhoLeave();

const gone = async () => {
  const { id } = await people().newcomer();
  await people().asOwner(removePerson, { contactId: id });
  return id;
};

/** Of a meeting that is over: those who attended and left later are still its attendees. */
const meetingWith = (invited: readonly string[], chair = people().administrator) =>
  people().meeting({ startsAt: addDays(new Date(), -3), people: invited, chair });

const itemFields = { title: "Rent", notes: "", readers: [] as string[], organisations: "" };

const aTicket = () =>
  buildTicket(people().portal.owner, people().accountId, {
    subject: `Chosen ${randomUUID()}`,
    department: "support",
    openedBy: { contactId: people().administrator, name: "Marcus Okafor" },
    openedAt: new Date(),
    messages: [],
  });

describe("somebody who was removed", () => {
  it("is recused from nothing any more", async () => {
    const id = await gone();
    const reason = "Their brother sells it.";
    const { administrator, ownerContact } = people();
    const decisionId = await people().decision("open", [administrator], ownerContact);
    const folderId = await buildFolder(people().portal.owner, people().accountId, { name: `Chosen ${randomUUID()}` });
    const meetingId = await meetingWith([]);
    const { id: itemId } = await people().asOwner(addItem, { meetingId, ...itemFields });
    const attempts = [
      () => people().asOwner(recuse, { decisionId, contactId: id, reason }),
      () => people().asOwner(recuseFromFolder, { folderId, contactId: id, reason }),
      () => people().asOwner(recuseFromItem, { meetingId, itemId, contactId: id, reason }),
    ];
    for (const attempt of attempts)
      expect(await problemOf(attempt())).toMatchObject({ code: "invalid", detail: "Choose people from this account." });
  });

  it("is put in charge of nothing, and keeps the seat they had", async () => {
    const { id } = await people().newcomer();
    const meetingId = await meetingWith([id, people().administrator]);
    const led = await meetingWith([id], id);
    await people().asOwner(removePerson, { contactId: id });
    const { id: itemId } = await people().asOwner(addItem, { meetingId, ...itemFields });
    const { version, title } = await people().asOwner(viewMeeting, { meetingId });
    const when = {
      day: "2026-03-03",
      startTime: "10:00",
      endTime: "11:00",
      zone: "Europe/Amsterdam",
      place: "",
      url: "",
    };
    const edited = { version, title, ...when };
    const confidential = { confidential: true, neutralTitle: "Confidential item" };
    const attempts = [
      () => people().asOwner(updateMeeting, { meetingId, ...edited, chair: id }),
      () => people().asOwner(updateMeeting, { meetingId, ...edited, chair: people().administrator, minuteTaker: id }),
      () => people().asOwner(openFeature, { meetingId, feature: "addPaper", people: [id] }),
      () => people().asOwner(addItem, { meetingId, ...itemFields, presenter: id }),
      () => people().asOwner(updateItem, { meetingId, itemId, ...itemFields, presenter: id }),
      () => people().asOwner(updateItem, { meetingId, itemId, ...itemFields, ...confidential, readers: [id] }),
    ];
    for (const attempt of attempts) {
      const problem = await problemOf(attempt());
      expect(problem.code).toBe("invalid");
      expect(JSON.stringify(problem)).toContain("Lou Leaver was removed from this account.");
    }
    const before = await people().asOwner(viewMeeting, { meetingId: led });
    await people().asOwner(updateMeeting, {
      meetingId: led,
      ...when,
      version: before.version,
      title: before.title,
      chair: id,
    });
    expect((await people().asOwner(viewMeeting, { meetingId: led })).chair?.id).toBe(id);
  });
});

describe("somebody who is chosen at the moment when they are removed", () => {
  it("gets no action if the assignment waited for the removal", async () => {
    const { id } = await people().newcomer();
    const outcome = whileHeld(people().portal.owner, {
      hold: (tx) => tx.$queryRaw`select 1 from "Contact" where "id" = ${id}::uuid for no key update`,
      work: () =>
        people().asOwner(createAction, { title: "Order chairs", details: "", dueOn: null, assigneeIds: [id] }),
      meanwhile: (tx) => tx.contact.update({ where: { id }, data: { status: "removed", removedAt: new Date() } }),
    });
    expect((await problemOf(outcome)).code).toBe("invalid");
    expect(await people().portal.owner.actionAssignment.count({ where: { contactId: id } })).toBe(0);
  });

  it("doesn't own a group if handing it over waited for the removal", async () => {
    const { id } = await people().newcomer();
    const groupId = await aGroup(people().portal.owner, {
      accountId: people().accountId,
      isPrivate: true,
      members: [people().administrator, id],
    });
    const outcome = whileHeld(people().portal.owner, {
      hold: (tx) => tx.$queryRaw`select 1 from "Contact" where "id" = ${id}::uuid for no key update`,
      work: () => people().asOwner(handOverGroup, { groupId, contactId: id }),
      meanwhile: (tx) => tx.contact.update({ where: { id }, data: { status: "removed", removedAt: new Date() } }),
    });
    expect((await problemOf(outcome)).code).toBe("conflict");
    expect(
      (await people().portal.owner.discussionGroup.findUniqueOrThrow({ where: { id: groupId } })).ownerContactId,
    ).not.toBe(id);
  });

  it("watches no ticket afterwards and is assigned nothing after the removal, fifty at a time", async () => {
    const { id } = await people().newcomer();
    const tickets: string[] = [];
    // One after the other: each takes the next number.
    for (let index = 0; index < 24; index++) tickets.push(await aTicket());
    const caller = await people().portal.as(OWNER);
    const run = <Op extends AnyOperation>(operation: Op, input: InputOf<Op>) =>
      execute(caller, people().accountId, operation, input);
    const assign = () => run(createAction, { title: "Order chairs", details: "", dueOn: null, assigneeIds: [id] });
    const works: (() => Promise<unknown>)[] = [
      ...tickets.map((ticketId) => () => run(copyIn, { ticketId, contactId: id })),
      ...Array.from({ length: 25 }, () => assign),
    ];
    const codes = await people().allAtOnce(works, () => run(removePerson, { contactId: id }));
    expect(codes.filter((one) => !["done", "invalid", "unavailable", "conflict"].includes(one))).toEqual([]);
    expect(await people().portal.owner.ticketWatcher.count({ where: { contactId: id } })).toBe(0);
    // What they were given before stays theirs until somebody takes it over (decision 143); nothing came after.
    const assigned = await people().portal.owner.actionAssignment.count({ where: { contactId: id } });
    expect(assigned).toBe(codes.slice(24).filter((one) => one === "done").length);
    expect((await problemOf(assign())).code).toBe("invalid");
    expect((await problemOf(run(copyIn, { ticketId: tickets[0] ?? "", contactId: id }))).code).toBe("invalid");
  });
});

const OWN = "oneself: one's access is compared before the commit (decision 7)";
const LOCKED = "people and their access change under the lock of the account";
const TOLD = "a note of what somebody was told, which gives nothing";
const KEPT = "written by a trigger, from a row that is guarded";
const PAST = "what somebody did or wrote, taken from a row of theirs";

/** Columns that name a contact and are not guarded, with the reason. */
const UNGUARDED: Readonly<Record<string, string>> = {
  "AccessWarning.contactId": TOLD,
  "Account.ownerContactId": LOCKED,
  "Action.createdByContactId": OWN,
  "ActionComment.authorContactId": OWN,
  "ActionRecusal.contactId": KEPT,
  "ActionReminder.contactId": TOLD,
  "ContactLook.contactId": "a look shows what its contact may see on each request: nothing once they are removed",
  "ContactPermission.contactId": LOCKED,
  "ContactRole.contactId": LOCKED,
  "ContactService.contactId": LOCKED,
  "CredentialReveal.contactId": OWN,
  "DecisionComment.authorContactId": OWN,
  "DecisionDismissal.contactId": "the chair's note about an interest, which gives nothing",
  "DecisionReminder.contactId": TOLD,
  "DecisionVote.contactId": OWN,
  "DiscussionDigest.contactId": TOLD,
  "DiscussionMention.contactId": "gives nothing: whether they may see the post is asked when they are told",
  "DiscussionReading.contactId": OWN,
  "DiscussionReply.authorContactId": OWN,
  "DiscussionThread.startedByContactId": OWN,
  "DocumentAttachment.addedByContactId": OWN,
  "FolderDismissal.contactId": "a note about an interest, which gives nothing",
  "FolderShut.contactId": KEPT,
  "GoneRecusal.contactId": KEPT,
  "Interest.contactId": OWN,
  "Invitation.contactId": LOCKED,
  "Link.addedByContactId": OWN,
  "Meeting.createdByContactId": OWN,
  "MeetingComment.authorContactId": OWN,
  "MeetingItemDismissal.contactId": "a note about an interest, which gives nothing",
  "MeetingPaper.addedByContactId": OWN,
  "MeetingSignOff.signedByContactId": OWN,
  "MeetingUnlock.requestedByContactId": OWN,
  "Order.contactId": OWN,
  "OwnershipTransfer.fromContactId": LOCKED,
  "OwnershipTransfer.toContactId": LOCKED,
  "PermissionRequest.contactId": OWN,
  "RecordGrant.contactId": LOCKED,
  "RoleRequest.contactId": "a wish: it is decided again, under the lock of the account, when it is applied",
  "RoleRequest.requesterId": "a wish: it is decided again, under the lock of the account, when it is applied",
  "StaffAccess.openedById": OWN,
  "Ticket.openedByContactId": PAST,
  "TicketMail.contactId": TOLD,
  "TicketMessage.authorContactId": PAST,
  "TicketRating.ratedByContactId": OWN,
  "TwoFactorReset.contactId": LOCKED,
};

describe("every column that names a contact", () => {
  it("is guarded against people who were removed, or has a reason not to be", async () => {
    const columns = await people().portal.owner.$queryRaw<{ name: string; guarded: boolean }[]>`
      select c.conrelid::regclass::text || '.' || a.attname as name,
        exists (select 1 from pg_trigger t where t.tgrelid = c.conrelid
          and (t.tgname = 'contact_is_here' and a.attname = 'contactId' or t.tgname = a.attname || '_is_here')) as guarded
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_upper(c.conkey, 1)]
      where c.contype = 'f' and c.confrelid = '"Contact"'::regclass order by 1`;
    expect(columns.filter(({ guarded }) => guarded)).toHaveLength(18);
    const open = columns.filter(({ guarded }) => !guarded).map(({ name }) => name.replaceAll('"', ""));
    expect(open).toEqual(Object.keys(UNGUARDED).toSorted());
  });
});
