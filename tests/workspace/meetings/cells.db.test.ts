import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addItem } from "@/lib/workspace/meetings/agenda/add-item";
import { publishAgenda } from "@/lib/workspace/meetings/agenda/publish-agenda";
import { inviteAttendees } from "@/lib/workspace/meetings/attendees/invite-attendees";
import { cancelMeeting } from "@/lib/workspace/meetings/cancel-meeting";
import { createMeeting } from "@/lib/workspace/meetings/create-meeting";
import { deleteMeeting } from "@/lib/workspace/meetings/delete-meeting";
import { openFeature } from "@/lib/workspace/meetings/features/open-feature";
import { listMeetings } from "@/lib/workspace/meetings/list-meetings";
import { signMinutes } from "@/lib/workspace/meetings/minutes/sign-minutes";
import { writeMinutes } from "@/lib/workspace/meetings/minutes/write-minutes";
import { addPaper } from "@/lib/workspace/meetings/papers/add-paper";
import { createType } from "@/lib/workspace/meetings/types/create-type";
import { listTypes } from "@/lib/workspace/meetings/types/list-types";
import { updateMeeting } from "@/lib/workspace/meetings/update-meeting";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { problemOf } from "@/tests/fixtures/problem-of";
import {
  BILLING,
  GLOBEX,
  invite,
  type MeetingsPortal,
  meetingsPortal,
  OWNER,
  pastMeeting,
  SUPPORT,
  uninvite,
} from "./arrange";

/** The rows of the policy document, by which the reference page names these tests. */
const area = "Meetings";
const cell = (activity: string, access: string) => `${area}, ${activity}: ${access}`;

let at: MeetingsPortal;
let me: string;
let mine: { readonly contactId: string; readonly name: string };
beforeAll(async () => {
  at = await meetingsPortal();
  me = at.contacts.billing;
  mine = { contactId: me, name: "Priya Raman" };
});
afterAll(() => at.portal.close());

const codeOf = async (failing: Promise<unknown>) => (await problemOf(failing)).code;
const when = { day: "2027-03-10", startTime: "09:00", endTime: "10:00", zone: "Europe/Berlin" };
const seesInList = async (meetingId: string, email = BILLING) =>
  (await at.run(email)(listMeetings, { q: "Cell" })).items.some(({ id }) => id === meetingId);
const isCreator = (meetingId: string, contactId: string | null) =>
  at.portal.owner.meeting.update({ where: { id: meetingId }, data: { createdByContactId: contactId } });
const isChair = (meetingId: string, contactId: string | null) =>
  at.portal.owner.meeting.update({ where: { id: meetingId }, data: { chairContactId: contactId } });
const versionOf = async (id: string) =>
  (await at.portal.owner.meeting.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
const update = async (meetingId: string, email = BILLING) =>
  at.run(email)(updateMeeting, {
    ...{ meetingId, version: await versionOf(meetingId), title: "Cell changed", ...when, chair: me },
  });

describe(cell("View Mode", "If Invited/Created"), () => {
  it("shows a meeting to somebody invited, in the list as on its page, until the invitation is taken away", async () => {
    const { meetingId } = await at.meeting({ title: "Cell invited", people: [me] });
    expect(await seesInList(meetingId)).toBe(true);
    expect((await at.asBilling(viewMeeting, { meetingId })).title).toBe("Cell invited");
    await uninvite(at, meetingId, me);
    expect(await seesInList(meetingId)).toBe(false);
    expect(await codeOf(at.asBilling(viewMeeting, { meetingId }))).toBe("not-found");
  });

  it("shows a meeting to its creator, and no longer to somebody who isn't", async () => {
    const { meetingId } = await at.meeting({ title: "Cell created", createdBy: mine });
    expect(await seesInList(meetingId)).toBe(true);
    await at.asBilling(viewMeeting, { meetingId });
    await isCreator(meetingId, at.contacts.administrator);
    expect(await seesInList(meetingId)).toBe(false);
    expect(await codeOf(at.asBilling(viewMeeting, { meetingId }))).toBe("not-found");
  });

  it("does not show a meeting of others, nor one of another account", async () => {
    const { meetingId } = await at.meeting({ title: "Cell of others" });
    expect(await seesInList(meetingId)).toBe(false);
    expect(await codeOf(at.asBilling(viewMeeting, { meetingId }))).toBe("not-found");
    const foreign = await at.meeting({ title: "Cell foreign" }, at.portal.demo.globex.id);
    expect(await codeOf(at.asOwner(viewMeeting, { meetingId: foreign.meetingId }))).toBe("not-found");
    expect(await codeOf(at.run(GLOBEX)(viewMeeting, { meetingId }))).toBe("not-found");
    expect(await seesInList(meetingId, OWNER)).toBe(true);
  });
});

describe(cell("Create Meeting", "Full Access"), () => {
  it("creates a meeting of which its creator is the chair, an attendee and in control", async () => {
    const { id: meetingId } = await at.asBilling(createMeeting, { title: "Cell new", ...when });
    const view = await at.asBilling(viewMeeting, { meetingId });
    expect(view).toMatchObject({ status: "draft", chair: { id: me }, me });
    expect(view.allowed).toEqual({
      ...{ update: true, control: true, delete: true, takeMinutes: true, manageAttendees: true, addPaper: true },
      actions: true,
      addAction: true,
    });
  });

  it("is refused on another account", async () => {
    const elsewhere = at.run(SUPPORT, at.portal.demo.globex.id);
    expect(await codeOf(elsewhere(createMeeting, { title: "X", ...when }))).toBe("not-found");
  });
});

describe(cell("Edit Meeting Types", "No Access"), () => {
  it("is refused, even to read them, and allowed to the owner", async () => {
    const problem = await problemOf(at.asBilling(createType, { name: "Board" }));
    expect(problem).toMatchObject({ code: "refused", extra: { permission: "meetings.types.update" } });
    expect(await codeOf(at.asBilling(listTypes, {}))).toBe("refused");
    await at.asOwner(createType, { name: "Cell type" });
    expect((await at.asOwner(listTypes, {})).items.map(({ name }) => name)).toContain("Cell type");
  });
});

describe(cell("Delete Meetings", "If Created"), () => {
  it("deletes one's own", async () => {
    const { meetingId } = await at.meeting({ createdBy: mine });
    await at.asBilling(deleteMeeting, { meetingId });
    expect(await at.portal.owner.meeting.count({ where: { id: meetingId } })).toBe(0);
  });

  it("refuses the chair and the invited, and whoever is no longer the creator", async () => {
    const { meetingId } = await at.meeting({ createdBy: mine, chair: me, people: [me] });
    await isCreator(meetingId, at.contacts.administrator);
    const problem = await problemOf(at.asBilling(deleteMeeting, { meetingId }));
    expect(problem).toMatchObject({ code: "refused", extra: { permission: "meetings.delete" } });
    expect(await at.portal.owner.meeting.count({ where: { id: meetingId } })).toBe(1);
  });

  it("does not find one of others or of another account", async () => {
    const { meetingId } = await at.meeting();
    expect(await codeOf(at.asBilling(deleteMeeting, { meetingId }))).toBe("not-found");
    const foreign = await at.meeting({}, at.portal.demo.globex.id);
    expect(await codeOf(at.asOwner(deleteMeeting, { meetingId: foreign.meetingId }))).toBe("not-found");
  });
});

describe(cell("Edit Meeting Details", "If Created or set as meeting chairperson"), () => {
  it("is allowed to the creator and to the chair", async () => {
    const created = await at.meeting({ createdBy: mine, people: [me] });
    await update(created.meetingId);
    const chaired = await at.meeting({ chair: me, people: [me] });
    await update(chaired.meetingId);
    expect((await at.asBilling(viewMeeting, { meetingId: chaired.meetingId })).title).toBe("Cell changed");
  });

  it("is refused to somebody invited, and to a chair who was replaced while signed in", async () => {
    const { meetingId } = await at.meeting({ chair: me, people: [me] });
    await isChair(meetingId, at.contacts.administrator);
    const problem = await problemOf(update(meetingId));
    expect(problem).toMatchObject({ code: "refused", extra: { permission: "meetings.update" } });
  });

  it("does not find a meeting of others or of another account", async () => {
    const { meetingId } = await at.meeting();
    expect(await codeOf(update(meetingId))).toBe("not-found");
    const foreign = await at.meeting({}, at.portal.demo.globex.id);
    expect(await codeOf(update(foreign.meetingId, OWNER))).toBe("not-found");
  });
});

describe(cell("Full control of one meeting", "If Created or set as meeting chairperson, of that meeting only"), () => {
  const controls = (meetingId: string) => [
    () => at.asBilling(addItem, { meetingId, title: "Added" }),
    () => at.asBilling(publishAgenda, { meetingId }),
    () => at.asBilling(openFeature, { meetingId, feature: "addPaper", everybody: true }),
    () => at.asBilling(inviteAttendees, { meetingId, people: [at.contacts.support] }),
    () => at.asBilling(signMinutes, { meetingId }),
  ];

  it.each(["creator", "chair"])("is the %s's: agenda, attendees, features, signature", async (relation) => {
    const plan = relation === "creator" ? { createdBy: mine } : { chair: me };
    const { meetingId } = await at.meeting({ ...pastMeeting, ...plan, people: [me] });
    for (const control of controls(meetingId)) expect(await control()).toMatchObject({ meetingId });
  });

  it("is not that of somebody invited, nor of a former chair", async () => {
    const { meetingId } = await at.meeting({ ...pastMeeting, chair: me, people: [me] });
    await isChair(meetingId, at.contacts.administrator);
    for (const control of controls(meetingId)) expect(await codeOf(control())).toBe("refused");
    expect(await codeOf(at.asBilling(cancelMeeting, { meetingId, reason: "No" }))).toBe("refused");
  });

  it("reaches no other meeting", async () => {
    await at.meeting({ createdBy: mine, chair: me, people: [me] });
    const { meetingId } = await at.meeting({ people: [me] });
    for (const control of controls(meetingId)) expect(await codeOf(control())).toBe("refused");
    const unseen = await at.meeting();
    for (const control of controls(unseen.meetingId)) expect(await codeOf(control())).toBe("not-found");
  });
});

describe(cell("Use a feature of one meeting beyond one's role", "If that meeting is configured to allow it"), () => {
  const write = (meetingId: string, itemId: string, version = 0, email = BILLING) =>
    at.run(email)(writeMinutes, { meetingId, itemId, version, minutes: `Version ${version}.` });

  it("is allowed once it is open to everybody invited, and refused once it is closed", async () => {
    const { meetingId, itemId } = await at.meeting({ people: [me] });
    const refused = await problemOf(write(meetingId, itemId));
    expect(refused).toMatchObject({ code: "refused", extra: { permission: "meetings.features.use" } });
    await at.asOwner(openFeature, { meetingId, feature: "takeMinutes", everybody: true });
    await write(meetingId, itemId);
    await at.asOwner(openFeature, { meetingId, feature: "takeMinutes", everybody: false });
    expect(await codeOf(write(meetingId, itemId, 1))).toBe("refused");
  });

  it("is allowed to the people it is opened to by name, and says who opened it", async () => {
    const { meetingId } = await at.meeting({ people: [me, at.contacts.support] });
    await at.asOwner(openFeature, { meetingId, feature: "addPaper", people: [me] });
    await at.asBilling(addPaper, { meetingId, title: "Budget", body: "Figures" });
    expect(await codeOf(at.asSupport(addPaper, { meetingId, title: "Budget", body: "Figures" }))).toBe("refused");
    const { features } = await at.asBilling(viewMeeting, { meetingId });
    expect(features.find(({ name }) => name === "addPaper")?.people).toEqual([
      { id: me, name: "Priya Raman", openedByName: "Ingrid Solheim" },
    ]);
  });

  it("ends with the invitation, and does not come back with a new one", async () => {
    const { meetingId, itemId } = await at.meeting({ people: [me] });
    await at.asOwner(openFeature, { meetingId, feature: "takeMinutes", people: [me] });
    await write(meetingId, itemId);
    await uninvite(at, meetingId, me);
    expect(await codeOf(write(meetingId, itemId, 1))).toBe("not-found");
    await invite(at, meetingId, me);
    expect(await codeOf(write(meetingId, itemId, 1))).toBe("refused");
  });

  it("reaches no other meeting and no other account", async () => {
    await at.meeting({ people: [me], open: ["takeMinutes"] });
    const closed = await at.meeting({ people: [me] });
    expect(await codeOf(write(closed.meetingId, closed.itemId))).toBe("refused");
    const foreign = await at.meeting({ open: ["takeMinutes"] }, at.portal.demo.globex.id);
    expect(await codeOf(write(foreign.meetingId, foreign.itemId, 0, OWNER))).toBe("not-found");
  });
});
