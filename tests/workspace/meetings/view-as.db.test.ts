import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { listOwnLooks } from "@/lib/accounts/looks/list-own-looks";
import { execute } from "@/lib/platform/operations/execute";
import { publishAgenda } from "@/lib/workspace/meetings/agenda/publish-agenda";
import { updateItem } from "@/lib/workspace/meetings/agenda/update-item";
import { uninviteAttendee } from "@/lib/workspace/meetings/attendees/uninvite-attendee";
import { viewAsAttendee } from "@/lib/workspace/meetings/attendees/view-as-attendee";
import { signMinutes } from "@/lib/workspace/meetings/minutes/sign-minutes";
import { viewSignedMinutes } from "@/lib/workspace/meetings/minutes/view-signed-minutes";
import { recuseFromItem } from "@/lib/workspace/meetings/recusals/recuse-from-item";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { problemOf } from "@/tests/fixtures/problem-of";
import { GLOBEX, type MeetingsPortal, meetingsPortal, pastMeeting } from "./arrange";

const [FIRST, SECOND, THIRD] = ["Aardvark", "Bandicoot", "Capybara"];

let at: MeetingsPortal;
beforeAll(async () => {
  at = await meetingsPortal();
});
afterAll(() => at.portal.close());

const portalLooks = () => at.portal.owner.contactLook;
const codeOf = async (failing: Promise<unknown>) => (await problemOf(failing)).code;

/** Chaired by the billing contact, with the support contact invited, and published. */
async function chaired() {
  const { billing, support } = at.contacts;
  const made = await at.meeting({
    ...{ ...pastMeeting, chair: billing, people: [billing, support] },
    items: [FIRST, SECOND, THIRD].map((title) => ({ title, minutes: `${title} was discussed` })),
  });
  const items = made.itemIds.map((itemId) => ({ meetingId: made.meetingId, itemId }));
  await at.asBilling(publishAgenda, { meetingId: made.meetingId });
  const see = { meetingId: made.meetingId, contactId: support };
  return { meetingId: made.meetingId, items, see };
}

describe("viewing a meeting as an attendee", () => {
  it("shows the chair what the attendee sees, and nothing that could be changed", async () => {
    const { meetingId, see } = await chaired();
    const shown = await at.asBilling(viewAsAttendee, see);
    const theirs = await at.asSupport(viewMeeting, { meetingId });
    expect(shown.person.id).toBe(see.contactId);
    expect(shown.meeting.agenda).toEqual(theirs.agenda);
    expect(shown.meeting.draftMinutes).toEqual([]);
    expect(Object.values(shown.meeting.allowed).filter(Boolean)).toEqual(shown.meeting.allowed.actions ? [true] : []);
    await at.asBilling(signMinutes, { meetingId });
    const { signed } = await at.asBilling(viewAsAttendee, see);
    expect(signed).toEqual(await at.asSupport(viewSignedMinutes, { meetingId }));
  });

  it("is told to the attendee once, in their profile, without the name of the meeting", async () => {
    const { see } = await chaired();
    await portalLooks().deleteMany();
    await at.asBilling(viewAsAttendee, see);
    await at.asBilling(viewAsAttendee, see);
    const profile = async (email: string) => execute(await at.portal.as(email), null, listOwnLooks, {});
    const { items } = await profile("support@northwind.example");
    expect(items).toMatchObject([{ by: "Priya Raman", byStaff: false, ofMeeting: true, reason: null }]);
    expect(JSON.stringify(items)).not.toContain(FIRST);
    expect((await profile("billing@northwind.example")).items).toEqual([]);
    // It is no look of their sign-in: they go on as themselves.
    await expect(at.asBilling(viewAsAttendee, see)).resolves.toBeTruthy();
    expect(await portalLooks().count({ where: { endedAt: null } })).toBe(0);
  });

  it("is told to nobody if it was refused", async () => {
    const { see } = await chaired();
    await portalLooks().deleteMany();
    await problemOf(at.asSupport(viewAsAttendee, { ...see, contactId: at.contacts.billing }));
    expect(await portalLooks().count()).toBe(0);
  });

  it("never shows more than both may see: a confidential item, and recusals of either", async () => {
    const { meetingId, items, see } = await chaired();
    const [first, second, third] = items;
    if (!first || !second || !third) throw new Error("no items");
    await at.asOwner(updateItem, { ...first, title: FIRST, confidential: true, neutralTitle: "A matter" });
    await at.asOwner(recuseFromItem, { ...second, contactId: at.contacts.support, reason: "Works there" });
    await at.asOwner(recuseFromItem, { ...third, contactId: at.contacts.billing, reason: "Owns shares" });
    await at.asOwner(publishAgenda, { meetingId });
    await at.asOwner(signMinutes, { meetingId });
    const text = JSON.stringify(await at.asBilling(viewAsAttendee, see));
    for (const hidden of [FIRST, SECOND, THIRD]) expect(text).not.toContain(hidden);
    // The owner is recused from nothing, and sees what the attendee sees.
    const seen = JSON.stringify(await at.asOwner(viewAsAttendee, see));
    expect(seen).toContain(THIRD);
    for (const hidden of [FIRST, SECOND]) expect(seen).not.toContain(hidden);
  });

  it("is for whoever runs that meeting, and of its attendees alone", async () => {
    const { meetingId, see } = await chaired();
    const { owner, billing, support } = at.contacts;
    expect(await codeOf(at.asSupport(viewAsAttendee, { meetingId, contactId: billing }))).toBe("refused");
    expect(await codeOf(at.asBilling(viewAsAttendee, { meetingId, contactId: owner }))).toBe("not-found");
    expect(await codeOf(at.asBilling(viewAsAttendee, { meetingId, contactId: billing }))).toBe("not-found");
    const other = await at.meeting({ people: [support] });
    expect(await codeOf(at.asBilling(viewAsAttendee, { ...see, meetingId: other.meetingId }))).toBe("not-found");
    const elsewhere = at.run(GLOBEX, at.portal.demo.globex.id);
    expect(await codeOf(elsewhere(viewAsAttendee, see))).toBe("not-found");
    await at.asOwner(uninviteAttendee, see);
    expect(await codeOf(at.asBilling(viewAsAttendee, see))).toBe("not-found");
  });

  it("shows nothing as somebody whose access has ended", async () => {
    const { see } = await chaired();
    const where = { id: at.contacts.support };
    await at.portal.owner.contact.update({ where, data: { status: "suspended" } });
    expect(await codeOf(at.asBilling(viewAsAttendee, see))).toBe("not-found");
    await at.portal.owner.contact.update({ where, data: { status: "active" } });
    await expect(at.asBilling(viewAsAttendee, see)).resolves.toBeTruthy();
  });

  it("stands in the activity log with both names", async () => {
    const { see } = await chaired();
    await at.asBilling(viewAsAttendee, see);
    const { items } = await at.asOwner(listActivity, { operation: "meetings.view-as-attendee" });
    expect(items[0]).toMatchObject({ target: { type: "meeting", id: see.meetingId } });
    expect(items[0]?.summary).toMatch(/^Viewed the meeting .+ as /);
  });
});
