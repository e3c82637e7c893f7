import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/calendar/[token]/route";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { weeksOfMonth } from "@/lib/platform/kernel/weeks-of-month";
import { viewDueDates } from "@/lib/workspace/actions/view-due-dates";
import { MOST_ON_EACH_SIDE } from "@/lib/workspace/core/ahead-then-back";
import { viewDeadlines } from "@/lib/workspace/decisions/view-deadlines";
import { publishAgenda } from "@/lib/workspace/meetings/agenda/publish-agenda";
import { answerInvitation } from "@/lib/workspace/meetings/attendees/answer-invitation";
import { inviteAttendees } from "@/lib/workspace/meetings/attendees/invite-attendees";
import { uninviteAttendee } from "@/lib/workspace/meetings/attendees/uninvite-attendee";
import { removeFeed } from "@/lib/workspace/meetings/calendar/remove-feed";
import { setUpFeed } from "@/lib/workspace/meetings/calendar/set-up-feed";
import { cancelMeeting } from "@/lib/workspace/meetings/cancel-meeting";
import { listMeetings } from "@/lib/workspace/meetings/list-meetings";
import { updateMeeting } from "@/lib/workspace/meetings/update-meeting";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { buildActions } from "@/prisma/seed/builders/action";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildDecision } from "@/prisma/seed/builders/decision";
import { problemOf } from "@/tests/fixtures/problem-of";
import { restCall } from "@/tests/fixtures/rest-call";
import { BILLING, invite, type MeetingsPortal, meetingsPortal, pastMeeting, uninvite } from "./arrange";

const ADMINISTRATOR = "administrator@northwind.example";

let at: MeetingsPortal;
beforeAll(async () => {
  at = await meetingsPortal();
});
afterAll(() => at.portal.close());

const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
const methodOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue("method");

async function fetchFeed(url: string): Promise<{ status: number; text: string }> {
  const token = url.split("/").at(-1) ?? "";
  const response = await GET(new Request(url), { params: Promise.resolve({ token }) } as never);
  return { status: response.status, text: await response.text() };
}

describe("invitations by mail", () => {
  const mailsOf = (title: string) =>
    at.portal.owner.outboxMail.findMany({
      where: { subject: { contains: title } },
      orderBy: { createdAt: "asc" },
      select: { toAddress: true, calendar: true, subject: true, text: true, unsubscribe: true, kind: true },
    });

  it("go to each attendee when the agenda is published, again with the next sequence when it moves, and end when it is cancelled", async () => {
    const title = `Mail ${randomUUID()}`;
    const { billing, support, administrator } = at.contacts;
    const { meetingId } = await at.meeting({ title, people: [billing, support, administrator] });
    await at.asOwner(publishAgenda, { meetingId });
    const when = { day: "2190-03-28", startTime: "10:00", endTime: "11:00", zone: "Europe/Berlin" };
    await at.asOwner(updateMeeting, { meetingId, version: 1, title, ...when, chair: administrator });
    await at.asOwner(cancelMeeting, { meetingId, reason: "No quorum" });
    const mails = (await mailsOf(title)).filter(({ toAddress }) => toAddress === BILLING);
    expect(mails.map(({ calendar }) => methodOf(calendar ?? ""))).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
    const [first, moved, ended] = mails.map(({ calendar }) => events(calendar ?? "")[0]);
    expect([first?.sequence, moved?.sequence, ended?.sequence]).toEqual([0, 1, 2]);
    expect(new Set([first?.uid, moved?.uid, ended?.uid]).size).toBe(1);
    expect(moved?.startDate.toJSDate().toISOString()).toBe("2190-03-28T08:00:00.000Z");
    expect(first?.attendees).toHaveLength(1);
    expect(mails[0]).toMatchObject({ kind: "workspace", unsubscribe: expect.stringContaining("/api/unsubscribe/") });
    expect(mails[2]?.text).toContain("No quorum");
    expect((await mailsOf(title)).map(({ toAddress }) => toAddress)).toContain("support@northwind.example");
  });

  it("ask again whoever answered once the time changes, and nobody when only the place does", async () => {
    const title = `Asked ${randomUUID()}`;
    const { billing, support, administrator } = at.contacts;
    const people = [billing, support, administrator];
    const startsAt = new Date("2190-03-20T09:00:00Z");
    const { meetingId } = await at.meeting({ title, startsAt, status: "scheduled", people });
    const answers = async () =>
      Object.fromEntries(
        (await at.asOwner(viewMeeting, { meetingId })).attendees.map((one) => [
          one.contactId,
          [one.answer, one.earlierAnswer],
        ]),
      );
    const shown = await at.asBilling(viewMeeting, { meetingId });
    await at.asBilling(answerInvitation, { meetingId, answer: "accepted", startsAt: shown.startsAt });
    await at.asSupport(answerInvitation, { meetingId, answer: "apologies", note: "Away" });
    await at.run(ADMINISTRATOR)(answerInvitation, { meetingId, answer: "accepted" });
    const change = async (times: object, version: number) =>
      at.run(ADMINISTRATOR)(updateMeeting, {
        ...{ meetingId, version, title, chair: administrator, ...when, place: "Elsewhere", ...times },
      });
    const when = { day: "2190-03-20", startTime: "10:00", endTime: "11:00", zone: "Europe/Amsterdam" };
    await change({}, 1);
    expect(await answers()).toEqual({
      ...{ [billing]: ["accepted", null], [support]: ["apologies", null], [administrator]: ["accepted", null] },
    });
    await change({ day: "2190-03-28" }, 2);
    // Whoever moves it can attend.
    const asked = {
      [billing]: ["none", "accepted"],
      [support]: ["none", "apologies"],
      [administrator]: ["accepted", null],
    };
    expect(await answers()).toEqual(asked);
    const last = (await mailsOf(title)).findLast(({ toAddress }) => toAddress === BILLING);
    expect(last?.text).toContain("Please respond again");
    expect(events(last?.calendar ?? "")[0]?.attendees[0]?.getParameter("partstat")).toBe("NEEDS-ACTION");
    // The page that Bea still has open shows the earlier time.
    const late = await problemOf(
      at.asBilling(answerInvitation, { meetingId, answer: "accepted", startsAt: shown.startsAt }),
    );
    expect(late.code).toBe("conflict");
    await change({ day: "2190-03-29" }, 3);
    expect(await answers()).toEqual(asked);
    await at.asBilling(answerInvitation, { meetingId, answer: "apologies" });
    expect((await answers())[billing]).toEqual(["apologies", null]);
  });

  it("ask nobody again when the times of a past meeting are corrected", async () => {
    const { administrator, billing } = at.contacts;
    const { meetingId } = await at.meeting({ ...pastMeeting, people: [administrator, billing] });
    await at.asBilling(answerInvitation, { meetingId, answer: "accepted" });
    const times = { day: "2026-01-05", startTime: "10:00", endTime: "11:00", zone: "Europe/Amsterdam" };
    await at.asOwner(updateMeeting, { meetingId, version: 1, title: "Corrected", ...times, chair: administrator });
    const { attendees } = await at.asOwner(viewMeeting, { meetingId });
    expect(attendees.find(({ contactId }) => contactId === billing)?.answer).toBe("accepted");
  });

  it("go to people invited later, and end for those who are taken off", async () => {
    const title = `Late ${randomUUID()}`;
    const { meetingId } = await at.meeting({ title, status: "scheduled" });
    await at.asOwner(inviteAttendees, { meetingId, people: [at.contacts.billing] });
    await at.asOwner(uninviteAttendee, { meetingId, contactId: at.contacts.billing });
    await at.asOwner(inviteAttendees, { meetingId, people: [at.contacts.billing] });
    const mails = await mailsOf(title);
    expect(mails.map(({ calendar }) => methodOf(calendar ?? ""))).toEqual(["REQUEST", "CANCEL", "REQUEST"]);
    expect(mails.map(({ calendar }) => events(calendar ?? "")[0]?.sequence)).toEqual([0, 1, 1]);
    expect(new Set(mails.map(({ toAddress }) => toAddress))).toEqual(new Set([BILLING]));
    expect(mails[1]?.text).not.toContain("/meetings/");
  });

  it("put a notification behind the bell, without text, of those who may see the meeting", async () => {
    const { meetingId } = await at.meeting({ people: [at.contacts.billing] });
    await at.asOwner(publishAgenda, { meetingId });
    const rows = await at.portal.owner.notification.findMany({ where: { meetingId } });
    expect(rows).toMatchObject([{ kind: "meeting-invitation", ticketId: null, times: 1 }]);
  });

  it("are not sent to people who turned workspace notifications off", async () => {
    const title = `Quiet ${randomUUID()}`;
    const noticesOff = (off: string[]) =>
      at.portal.owner.contact.update({ where: { id: at.contacts.billing }, data: { noticesOff: off } });
    await noticesOff(["notices.workspace.receive"]);
    const { meetingId } = await at.meeting({ title, people: [at.contacts.billing] });
    await at.asOwner(publishAgenda, { meetingId });
    expect(await mailsOf(title)).toEqual([]);
    await noticesOff([]);
  });
});

describe("the calendar behind a secret address", () => {
  let url: string;
  beforeEach(async () => {
    url = (await at.asBilling(setUpFeed, {})).url;
  });
  const titlesIn = async () => events((await fetchFeed(url)).text).map(({ summary }) => summary);

  it("has what its owner may see at each fetch, and no agenda", async () => {
    const title = `Feed ${randomUUID()}`;
    const items = [{ title: "Unspeakable item" }];
    const { meetingId } = await at.meeting({ title, items, status: "scheduled", people: [at.contacts.billing] });
    expect(await titlesIn()).toContain(title);
    expect((await fetchFeed(url)).text).not.toContain("Unspeakable");
    await uninvite(at, meetingId, at.contacts.billing);
    expect(await titlesIn()).not.toContain(title);
    await invite(at, meetingId, at.contacts.billing);
    expect(await titlesIn()).toContain(title);
    await at.asOwner(cancelMeeting, { meetingId, reason: "No" });
    const cancelled = events((await fetchFeed(url)).text).find(({ summary }) => summary === title);
    expect(cancelled?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  it("agrees with the list: the same meetings, except drafts and what is long past", async () => {
    await at.meeting({ title: "A draft", people: [at.contacts.billing] });
    const listed: string[] = [];
    for (let page = 1; ; page++) {
      const { items, hasNext } = await at.asBilling(listMeetings, { page });
      const recent = items.filter(
        ({ status, startsAt }) => status !== "draft" && new Date(startsAt) >= addDays(new Date(), -90),
      );
      listed.push(...recent.map(({ id }) => id));
      if (!hasNext) break;
    }
    const fed = events((await fetchFeed(url)).text)
      .filter(({ component }) => String(component.getFirstPropertyValue("url")).includes("/meetings/"))
      .map(({ uid }) => uid.split("@")[0]);
    expect(fed.sort()).toEqual(listed.sort());
    expect(listed.length).toBeGreaterThan(2);
  });

  it("agrees with the calendar view on what is due, for everybody who has an address", async () => {
    const month = addDays(new Date(), 40).toISOString().slice(0, 7);
    const { accountId, contacts } = { accountId: at.account, contacts: at.contacts };
    const [mine, theirs] = [contacts.billing, contacts.support].map((contactId) => ({
      ...{ createdBy: { contactId: contacts.owner, name: "Ingrid Solheim" }, createdAt: new Date() },
      ...{ dueOn: new Date(`${month}-09T00:00:00Z`), status: "notStarted" as const, title: `Due ${contactId}` },
      assignees: [{ contactId, name: "Somebody" }],
    }));
    if (mine && theirs) await buildActions(at.portal.owner, accountId, [mine, theirs]);
    const chair = { id: contacts.owner, name: "Ingrid Solheim" };
    for (const title of ["Titled vote", "Recused vote"])
      await buildDecision(at.portal.owner, accountId, {
        ...{ title, chair, voters: [contacts.billing], voteBy: new Date(`${month}-10T12:00:00Z`) },
        recused: title === "Recused vote" ? [{ contactId: contacts.billing, reason: "Owns shares" }] : [],
      });
    for (const [as, address] of [
      [at.asBilling, url],
      [at.asOwner, (await at.asOwner(setUpFeed, {})).url],
    ] as const) {
      const { actions } = await as(viewDueDates, { month });
      const { decisions } = await as(viewDeadlines, { month });
      const fed = events((await fetchFeed(address)).text).filter(
        ({ component, startDate }) =>
          !String(component.getFirstPropertyValue("url")).includes("/meetings/") &&
          weeksOfMonth(month).includes(startDate.toString().slice(0, 10)),
      );
      expect(fed.map(({ uid }) => uid.split("@")[0]).sort()).toEqual(
        [...actions, ...decisions].map(({ id }) => id).sort(),
      );
      expect(fed.length).toBeGreaterThanOrEqual(3);
      for (const { id, title } of [...actions, ...decisions]) {
        const named = fed.find(({ uid }) => uid.startsWith(id))?.summary ?? "";
        expect(named.endsWith(title ?? "")).toBe(true);
      }
    }
    const text = (await fetchFeed(url)).text;
    expect(text).toContain(`Due ${contacts.billing}`.slice(0, 20));
    expect(text).not.toContain(contacts.support);
    expect(text).not.toContain("Recused vote");
  });

  it("has what is still to come, however much is past", async () => {
    const { owner: db } = at.portal;
    const email = "longstanding@northwind.example";
    const contactId = await buildContact(db, at.account, { email, name: "Lou Longstanding", roles: ["billing"] });
    const { url: own } = await at.run(email)(setUpFeed, {});
    const createdBy = { contactId, name: "Lou Longstanding" };
    const yesterday = addDays(new Date(), -1);
    const soon = addDays(new Date(), 1);
    const plan = { createdBy, createdAt: yesterday, assignees: [createdBy] };
    const many = <T>(one: T) => Array.from({ length: MOST_ON_EACH_SIDE + 1 }, () => one);
    await buildActions(db, at.account, [
      ...many({ ...plan, title: "Overdue", dueOn: addDays(yesterday, -1) }),
      { ...plan, title: "Due tomorrow", dueOn: soon },
    ]);
    const { meetingId } = await at.meeting({ title: "Tomorrow", createdBy, startsAt: soon, status: "scheduled" });
    const { id: _, titleSearch: __, ...like } = await db.meeting.findUniqueOrThrow({ where: { id: meetingId } });
    const times = { startsAt: addDays(yesterday, -1), endsAt: yesterday };
    await db.meeting.createMany({ data: many({ ...like, ...times, title: "Held" }) as never });
    const titles = events((await fetchFeed(own)).text).map(({ summary }) => summary);
    expect(titles).toContain("Tomorrow");
    expect(titles.filter((title) => title.includes("Due tomorrow"))).toHaveLength(1);
    expect(titles.filter((title) => title === "Held")).toHaveLength(MOST_ON_EACH_SIDE);
    await db.meeting.deleteMany({ where: { accountId: at.account, title: "Held" } });
  });

  it("ends when it is replaced or removed", async () => {
    const { url: next } = await at.asBilling(setUpFeed, {});
    expect((await fetchFeed(url)).status).toBe(404);
    expect((await fetchFeed(next)).status).toBe(200);
    await at.asBilling(removeFeed, {});
    expect((await fetchFeed(next)).status).toBe(404);
  });

  it("ends with the password that was in force when it was made", async () => {
    const { owner } = at.portal;
    const person = { where: { email: BILLING } };
    const { passwordHash } = await owner.person.findUniqueOrThrow(person);
    await owner.person.update({ ...person, data: { passwordHash: "another" } });
    await owner.person.update({ ...person, data: { passwordHash } });
    expect((await fetchFeed(url)).status).toBe(404);
  });

  it("isn't given to an API token, which it would outlive", async () => {
    const secret = newSecretToken();
    const { id: personId } = await at.portal.owner.person.findUniqueOrThrow({ where: { email: BILLING } });
    const token = { personId, name: "All", prefix: "all", permissions: ["meetings.view"] };
    await at.portal.owner.apiToken.create({
      data: { ...token, tokenHash: hashToken(secret), expiresAt: addDays(new Date(), 1) },
    });
    const headers = { authorization: `Bearer ${secret}` };
    const answer = await restCall({ operation: setUpFeed, accountId: at.account, input: {}, headers });
    expect(answer.status).toBe(409);
    expect((await fetchFeed(url)).status).toBe(200);
  });

  it("is nobody's without the token, and is stored as a hash only", async () => {
    const origin = new URL(url).origin;
    expect((await fetchFeed(`${origin}/calendar/${newSecretToken()}`)).status).toBe(404);
    expect((await fetchFeed(`${origin}/calendar/x`)).status).toBe(404);
    const stored = await at.portal.owner.meetingFeed.findMany();
    expect(JSON.stringify(stored)).not.toContain(url.split("/").at(-1));
  });

  it.each([
    ["their contact is suspended", { status: "suspended" as const }, { status: "active" as const }],
    ["their access has ended", { endsAt: new Date(Date.now() - 1000) }, { endsAt: null }],
  ])("answers 404 once %s", async (_, ended, restored) => {
    const { owner } = at.portal;
    const where = { id: at.contacts.billing };
    await owner.contact.update({ where, data: ended });
    expect((await fetchFeed(url)).status).toBe(404);
    await owner.contact.update({ where, data: restored });
    expect((await fetchFeed(url)).status).toBe(200);
  });

  it("answers 404 once they are removed, and is deleted with their place", async () => {
    const { owner } = at.portal;
    const email = "leaver@northwind.example";
    const id = await buildContact(owner, at.account, { email, name: "Lea Leaver", roles: ["billing"] });
    const { url: own } = await at.run(email)(setUpFeed, {});
    expect((await fetchFeed(own)).status).toBe(200);
    await owner.contact.update({ where: { id }, data: { status: "removed" } });
    expect((await fetchFeed(own)).status).toBe(404);
    expect(await owner.meetingFeed.count({ where: { contactId: id } })).toBe(0);
  });

  it("answers 404 while the area is switched off, the person is suspended or the permission is off", async () => {
    const { owner } = at.portal;
    const area = (areasOff: string[]) => owner.account.update({ where: { id: at.account }, data: { areasOff } });
    await area(["meetings"]);
    expect((await fetchFeed(url)).status).toBe(404);
    await area([]);
    const person = (suspendedAt: Date | null) =>
      owner.person.update({ where: { email: BILLING }, data: { suspendedAt } });
    await person(new Date());
    expect((await fetchFeed(url)).status).toBe(404);
    await person(null);
    const off = { accountId: at.account, contactId: at.contacts.billing, permission: "meetings.view" };
    await owner.contactPermission.create({ data: { ...off, effect: "off", givenByName: "Test" } });
    expect((await fetchFeed(url)).status).toBe(404);
    await owner.contactPermission.deleteMany({ where: off });
    expect((await fetchFeed(url)).status).toBe(200);
  });
});
