import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishAgenda } from "@/lib/workspace/meetings/agenda/publish-agenda";
import { updateItem } from "@/lib/workspace/meetings/agenda/update-item";
import { viewRevision } from "@/lib/workspace/meetings/agenda/view-revision";
import { inviteAttendees } from "@/lib/workspace/meetings/attendees/invite-attendees";
import { uninviteAttendee } from "@/lib/workspace/meetings/attendees/uninvite-attendee";
import { circulateMinutes } from "@/lib/workspace/meetings/minutes/circulate-minutes";
import { commentOnMinutes } from "@/lib/workspace/meetings/minutes/comment-on-minutes";
import { signMinutes } from "@/lib/workspace/meetings/minutes/sign-minutes";
import { viewSignedMinutes } from "@/lib/workspace/meetings/minutes/view-signed-minutes";
import { addPaper } from "@/lib/workspace/meetings/papers/add-paper";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { faultsOf } from "@/scripts/verify-minutes.mjs";
import { problemOf } from "@/tests/fixtures/problem-of";
import { type MeetingsPortal, meetingsPortal, pastMeeting } from "./arrange";

const SECRET = "Zanzibar";

let at: MeetingsPortal;
beforeAll(async () => {
  at = await meetingsPortal();
});
afterAll(() => at.portal.close());

/** Billing is among its readers, support is invited to the meeting alone. */
const secret = () =>
  at.meeting({
    ...pastMeeting,
    people: [at.contacts.billing, at.contacts.support],
    items: [
      { title: "Open" },
      { title: `${SECRET} title`, minutes: `${SECRET} minutes`, confidential: true, readers: [at.contacts.billing] },
    ],
  });

/** Everything that a reader gets of the meeting. */
async function all(as: MeetingsPortal["asBilling"], meetingId: string): Promise<string> {
  const parts = [
    await as(viewMeeting, { meetingId }),
    await as(viewRevision, { meetingId, number: 1 }),
    await as(viewSignedMinutes, { meetingId }).catch(() => null),
  ];
  return JSON.stringify(parts);
}

describe("a confidential item", () => {
  it("is shown to its presenter, and no longer once they were taken off the meeting and invited again", async () => {
    const { meetingId, itemIds } = await secret();
    const contactId = at.contacts.support;
    const item = { where: { id: itemIds[1] ?? "" }, data: { presenterId: contactId } };
    await at.portal.owner.meetingItem.update(item);
    await at.asOwner(publishAgenda, { meetingId });
    expect(JSON.stringify(await at.asSupport(viewMeeting, { meetingId }))).toContain(SECRET);
    await at.asOwner(uninviteAttendee, { meetingId, contactId });
    await at.asOwner(inviteAttendees, { meetingId, people: [contactId] });
    expect(JSON.stringify(await at.asSupport(viewMeeting, { meetingId }))).not.toContain(SECRET);
  });

  it("shows its neutral title, and nothing else, to an attendee who isn't listed: agenda, papers, minutes, comments", async () => {
    const { meetingId, itemIds } = await secret();
    const itemId = itemIds[1] ?? "";
    await at.asOwner(addPaper, { meetingId, itemId, title: `${SECRET} paper`, body: SECRET });
    await at.asOwner(publishAgenda, { meetingId });
    await at.asOwner(circulateMinutes, { meetingId });
    await at.asBilling(commentOnMinutes, { meetingId, itemId, body: `${SECRET} comment` });
    expect(await all(at.asBilling, meetingId)).toContain(`${SECRET} paper`);
    expect(await all(at.asSupport, meetingId)).not.toContain(SECRET);
    const { agenda, draftMinutes } = await at.asSupport(viewMeeting, { meetingId });
    expect(agenda.items[1]).toMatchObject({ title: "Confidential item", hidden: true, number: 2 });
    expect(draftMinutes).toMatchObject([{ title: "Confidential item", hidden: true, minutes: null }]);
    await at.asOwner(signMinutes, { meetingId });
    expect(await all(at.asBilling, meetingId)).toContain(`${SECRET} minutes`);
    expect(await all(at.asSupport, meetingId)).not.toContain(SECRET);
  });

  it("is in signed minutes by its hash, so that those who don't see it can check the whole", async () => {
    const { meetingId } = await secret();
    await at.asOwner(signMinutes, { meetingId });
    const seen = await at.asSupport(viewSignedMinutes, { meetingId });
    expect(seen.items[1]?.signed).toBeNull();
    expect(faultsOf(seen)).toEqual([]);
    expect(seen.hash).toBe((await at.asBilling(viewSignedMinutes, { meetingId })).hash);
  });

  it("cannot be reached by its id", async () => {
    const { meetingId, itemIds } = await secret();
    await at.asOwner(circulateMinutes, { meetingId });
    const itemId = itemIds[1] ?? "";
    const problem = await problemOf(at.asSupport(commentOnMinutes, { meetingId, itemId, body: "?" }));
    expect(problem.code).toBe("not-found");
  });

  it("is hidden in what was published before, once it becomes confidential", async () => {
    const { meetingId, itemIds } = await at.meeting({
      people: [at.contacts.billing, at.contacts.support],
      items: [{ title: `${SECRET} plans` }],
    });
    await at.asOwner(publishAgenda, { meetingId });
    const published = async () => (await at.asSupport(viewRevision, { meetingId, number: 1 })).items[0]?.title;
    expect(await published()).toBe(`${SECRET} plans`);
    const item = { meetingId, itemId: itemIds[0] ?? "", title: `${SECRET} plans` };
    await at.asOwner(updateItem, {
      ...item,
      confidential: true,
      neutralTitle: "Personnel",
      readers: [at.contacts.billing],
    });
    expect(await published()).toBe("Confidential item");
    expect((await at.asBilling(viewRevision, { meetingId, number: 1 })).items[0]?.title).toBe(`${SECRET} plans`);
  });

  it("needs a neutral title, and readers who attend", async () => {
    const { meetingId, itemId } = await at.meeting({ people: [at.contacts.billing] });
    const item = { meetingId, itemId, title: "Pay", confidential: true };
    expect((await problemOf(at.asOwner(updateItem, item))).extra.fields).toHaveProperty("neutralTitle");
    const readers = [at.contacts.support];
    const wrong = await problemOf(at.asOwner(updateItem, { ...item, neutralTitle: "Personnel", readers }));
    expect(wrong.extra.fields).toHaveProperty("readers");
  });
});
