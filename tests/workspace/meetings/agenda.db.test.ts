import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addItem } from "@/lib/workspace/meetings/agenda/add-item";
import { moveItem } from "@/lib/workspace/meetings/agenda/move-item";
import { publishAgenda } from "@/lib/workspace/meetings/agenda/publish-agenda";
import { removeItem } from "@/lib/workspace/meetings/agenda/remove-item";
import { viewRevision } from "@/lib/workspace/meetings/agenda/view-revision";
import { answerInvitation } from "@/lib/workspace/meetings/attendees/answer-invitation";
import { recordAttendance } from "@/lib/workspace/meetings/attendees/record-attendance";
import { uninviteAttendee } from "@/lib/workspace/meetings/attendees/uninvite-attendee";
import { cancelMeeting } from "@/lib/workspace/meetings/cancel-meeting";
import { createMeeting } from "@/lib/workspace/meetings/create-meeting";
import { createType } from "@/lib/workspace/meetings/types/create-type";
import { updateMeeting } from "@/lib/workspace/meetings/update-meeting";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { problemOf } from "@/tests/fixtures/problem-of";
import { type MeetingsPortal, meetingsPortal } from "./arrange";

let at: MeetingsPortal;
beforeAll(async () => {
  at = await meetingsPortal();
});
afterAll(() => at.portal.close());

const when = { day: "2027-03-10", startTime: "09:00", endTime: "10:00", zone: "Europe/Berlin" };
const titles = async (as: MeetingsPortal["asBilling"], meetingId: string) =>
  (await as(viewMeeting, { meetingId })).agenda.items.map(({ title }) => title);

describe("an agenda", () => {
  it("begins with that of the meeting's type, and breaks have no number", async () => {
    const { id: typeId } = await at.asOwner(createType, { name: "Board", agenda: "Welcome (5)\n- Break\nClose" });
    const { id: meetingId } = await at.asBilling(createMeeting, { title: "Board", typeId, ...when });
    const { items } = (await at.asBilling(viewMeeting, { meetingId })).agenda;
    expect(items.map(({ number, title, minutesLong }) => [number, title, minutesLong])).toEqual([
      [1, "Welcome", 5],
      [null, "Break", null],
      [2, "Close", null],
    ]);
  });

  it("is seen by attendees as it was published last, and a change only with the next revision", async () => {
    const { meetingId, itemIds } = await at.meeting({
      people: [at.contacts.billing],
      items: [{ title: "A" }, { title: "B" }, { title: "C" }],
    });
    expect(await titles(at.asBilling, meetingId)).toEqual([]);
    await at.asOwner(publishAgenda, { meetingId });
    expect(await titles(at.asBilling, meetingId)).toEqual(["A", "B", "C"]);
    expect((await problemOf(at.asOwner(publishAgenda, { meetingId }))).code).toBe("conflict");
    await at.asOwner(removeItem, { meetingId, itemId: itemIds[0] ?? "" });
    await at.asOwner(addItem, { meetingId, title: "D" });
    await at.asOwner(moveItem, { meetingId, itemId: itemIds[2] ?? "", to: "up" });
    expect(await titles(at.asOwner, meetingId)).toEqual(["C", "B", "D"]);
    expect(await titles(at.asBilling, meetingId)).toEqual(["A", "B", "C"]);
    await at.asOwner(publishAgenda, { meetingId, note: "D is new" });
    expect(await titles(at.asBilling, meetingId)).toEqual(["C", "B", "D"]);
    const first = await at.asBilling(viewRevision, { meetingId, number: 1 });
    expect(first.items.map(({ title }) => title)).toEqual(["A", "B", "C"]);
  });
});

describe("the people of a meeting", () => {
  it("are 200 at most, with whoever creates it and its chair", async () => {
    const people = Array.from({ length: 200 }, () => randomUUID());
    const of = { accountId: at.account, kind: "member", status: "invited" } as const;
    const named = people.map((id, n) => ({ ...of, id, name: `Member ${n}`, email: `member-${n}@northwind.example` }));
    await at.portal.owner.contact.createMany({ data: named });
    const create = (chosen: string[]) =>
      at.asOwner(createMeeting, { title: "General meeting", ...when, people: chosen });
    expect((await problemOf(create(people))).extra.fields).toHaveProperty("people");
    const { id: meetingId } = await create(people.slice(1));
    expect((await at.asOwner(viewMeeting, { meetingId })).attendees).toHaveLength(200);
  });

  it("answer for themselves, and only those who manage attendees read their note", async () => {
    const { meetingId } = await at.meeting({ people: [at.contacts.billing, at.contacts.support] });
    await at.asBilling(answerInvitation, { meetingId, answer: "apologies", note: "On leave" });
    const noteAs = async (as: MeetingsPortal["asBilling"]) =>
      (await as(viewMeeting, { meetingId })).attendees.find(({ answer }) => answer === "apologies")?.note;
    expect([await noteAs(at.asOwner), await noteAs(at.asBilling), await noteAs(at.asSupport)]).toEqual([
      "On leave",
      "On leave",
      "",
    ]);
    expect((await problemOf(at.asOwner(answerInvitation, { meetingId, answer: "accepted" }))).code).toBe("conflict");
  });

  it("are recorded with the times by the clocks of the meeting", async () => {
    const { billing, support } = at.contacts;
    const startsAt = new Date("2027-03-28T22:30:00Z");
    const { meetingId } = await at.meeting({ people: [billing, support], startsAt });
    const attendees = [
      { contactId: billing, presence: "present" as const, arrivedAt: "00:45" },
      { contactId: support, presence: "absent" as const },
    ];
    await at.asOwner(recordAttendance, { meetingId, attendees, guests: "Eve" });
    const view = await at.asOwner(viewMeeting, { meetingId });
    expect(view.guests).toBe("Eve");
    expect(view.attendees.map(({ presence, arrivedAt }) => [presence, arrivedAt])).toEqual([
      ["present", "2027-03-28T22:45:00.000Z"],
      ["absent", null],
    ]);
    const wrong = [{ contactId: support, presence: "absent" as const, leftAt: "11:00" }];
    expect((await problemOf(at.asOwner(recordAttendance, { meetingId, attendees: wrong }))).code).toBe("invalid");
  });

  it("keep a chair: whoever chairs a meeting is not taken off it", async () => {
    const { meetingId } = await at.meeting({ chair: at.contacts.billing, people: [at.contacts.billing] });
    const remove = at.asOwner(uninviteAttendee, { meetingId, contactId: at.contacts.billing });
    expect((await problemOf(remove)).code).toBe("conflict");
  });

  it("have a minute taker, who may take minutes until somebody else is", async () => {
    const { billing, support, administrator } = at.contacts;
    const { meetingId } = await at.meeting({ people: [billing, support, administrator] });
    const assign = (version: number, minuteTaker: string) =>
      at.asOwner(updateMeeting, { meetingId, version, title: "M", ...when, chair: administrator, minuteTaker });
    const may = async (as: MeetingsPortal["asBilling"]) => (await as(viewMeeting, { meetingId })).allowed.takeMinutes;
    await assign(1, billing);
    expect([await may(at.asBilling), await may(at.asSupport)]).toEqual([true, false]);
    await assign(2, support);
    expect([await may(at.asBilling), await may(at.asSupport)]).toEqual([false, true]);
  });
});

describe("fifty at once", () => {
  const MANY = 50;
  const times = <T>(work: () => Promise<T>) => Array.from({ length: MANY }, work);
  const done = (answers: readonly PromiseSettledResult<unknown>[]) =>
    answers.filter(({ status }) => status === "fulfilled").length;

  it("publish an agenda: it is published once, and its attendees get one invitation", async () => {
    const { meetingId } = await at.meeting({ people: [at.contacts.billing], items: [{ title: "Budget" }] });
    const answers = await Promise.allSettled(times(() => at.asOwner(publishAgenda, { meetingId })));
    expect(done(answers)).toBe(1);
    expect(await at.portal.owner.meetingRevision.count({ where: { meetingId } })).toBe(1);
    expect(await at.portal.owner.outboxMail.count({ where: { calendar: { contains: meetingId } } })).toBe(1);
  });

  it("answer while a meeting is cancelled: each answer counts or is told so, and none does after that", async () => {
    const { meetingId } = await at.meeting({ people: [at.contacts.billing], status: "scheduled" });
    const answer = () => at.asBilling(answerInvitation, { meetingId, answer: "accepted" });
    const [cancelled, ...answers] = await Promise.allSettled([
      at.asOwner(cancelMeeting, { meetingId, reason: "No quorum" }),
      ...times(answer),
    ]);
    expect(cancelled.status).toBe("fulfilled");
    for (const one of answers) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    await expect(answer()).rejects.toMatchObject({ code: "conflict" });
  });
});
