import { buildMeeting, type MeetingPlan } from "@/prisma/seed/builders/meeting";
import { nothing, ownerOf, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";
import { folderFor } from "@/tests/workspace/documents/arrange";

/** Created and chaired by the caller where they are of the account, and by its owner elsewhere. */
async function meeting(at: Arrangement, plan: Partial<MeetingPlan> = {}) {
  const own = await at.portal.owner.contact.findFirst({ where: { accountId: at.accountId, email: at.email } });
  const createdBy = own ? { contactId: own.id, name: own.name } : await ownerOf(at);
  const { contactId } = createdBy;
  return buildMeeting(at.portal.owner, at.accountId, { createdBy, chair: contactId, people: [contactId], ...plan });
}

const day = "2026-01-05T10:00:00.000Z";
const past = { startsAt: new Date(Date.now() - 3 * 86_400_000), status: "scheduled" as const };

async function attendee(at: Arrangement) {
  const { meetingId } = await meeting(at);
  const other = await at.portal.owner.contact.findFirstOrThrow({
    where: { accountId: at.accountId, status: "active", kind: "member", email: { not: at.email }, ownedAccount: null },
    orderBy: { createdAt: "desc" },
  });
  const of = { accountId: at.accountId, meetingId, contactId: other.id };
  await at.portal.owner.meetingInvitation.create({ data: { ...of, invitedByName: "Ana" } });
  return { meetingId, contactId: other.id };
}

/** Somebody who sees meetings, other than the caller. */
async function reader(at: Arrangement) {
  const { meetingId, contactId } = await attendee(at);
  const other = await at.portal.owner.contact.findFirst({
    where: {
      accountId: at.accountId,
      email: { in: ["billing@northwind.example", "support@northwind.example"], not: at.email },
    },
  });
  if (other === null) return { meetingId, contactId };
  const of = { accountId: at.accountId, meetingId, contactId: other.id };
  await at.portal.owner.meetingInvitation.createMany({ data: [{ ...of, invitedByName: "Ana" }], skipDuplicates: true });
  return { meetingId, contactId: other.id };
}

async function paper(at: Arrangement) {
  const { meetingId } = await meeting(at);
  const { id } = await at.portal.owner.meetingPaper.create({
    data: { accountId: at.accountId, meetingId, title: "Sample", body: "Text", addedByName: "Ana" },
  });
  return { meetingId, paperId: id };
}

async function item(at: Arrangement) {
  const { meetingId, itemId } = await meeting(at);
  return { meetingId, itemId };
}

async function recused(at: Arrangement) {
  const { meetingId, contactId } = await attendee(at);
  const { id: itemId } = await at.portal.owner.meetingItem.findFirstOrThrow({ where: { meetingId } });
  const of = { accountId: at.accountId, meetingId, itemId, contactId };
  await at.portal.owner.meetingItemRecusal.create({
    data: { ...of, name: "Sample", reason: "Owns shares", decidedByName: "Ana" },
  });
  return { meetingId, itemId, contactId };
}

async function conflict(at: Arrangement) {
  const { meetingId, itemId } = await item(at);
  const { contactId } = await ownerOf(at);
  const { accountId } = at;
  const key = `kestrel ${unique()}`;
  await at.portal.owner.meetingItemOrganisation.create({ data: { accountId, itemId, key, name: "Kestrel" } });
  const data = { accountId, contactId, key, organisation: "Kestrel", nature: "Director", fromDay: new Date() };
  await at.portal.owner.interest.create({ data });
  return { meetingId, itemId, contactId, key };
}

async function signed(at: Arrangement) {
  const { meetingId } = await meeting(at, past);
  const { owner } = at.portal;
  await owner.meeting.update({ where: { id: meetingId }, data: { minutesStatus: "signed" } });
  const record = {
    ...{ title: "Sample", startsAt: day, endsAt: day, zone: "UTC", place: "", chair: null, minuteTaker: null },
    ...{ attendance: [], guests: "", items: [], signedBy: "Ana", signedAt: day, number: 1 },
  };
  const { id: signOffId } = await owner.meetingSignOff.create({
    data: {
      ...{ accountId: at.accountId, meetingId, number: 1, signedByName: "Ana", signedAt: new Date(), hash: "0" },
      content: { record, items: [] },
    },
  });
  return { meetingId, signOffId };
}

async function unlock(at: Arrangement) {
  const { meetingId, signOffId } = await signed(at);
  const { id: requestId } = await at.portal.owner.meetingUnlock.create({
    data: { accountId: at.accountId, meetingId, signOffId, reason: "A name is wrong.", requestedByName: "Ana" },
  });
  return { meetingId, requestId, approve: true };
}

async function type(at: Arrangement) {
  const data = { accountId: at.accountId, name: `Sample ${unique()}` };
  return (await at.portal.owner.meetingType.create({ data })).id;
}

async function revision(at: Arrangement) {
  const { meetingId } = await meeting(at, { status: "scheduled" });
  const content = {
    title: "Sample",
    startsAt: new Date().toISOString(),
    endsAt: new Date().toISOString(),
    zone: "UTC",
    place: "",
    items: [],
  };
  await at.portal.owner.meetingRevision.create({
    data: { accountId: at.accountId, meetingId, number: 1, publishedByName: "Ana", content },
  });
  return { meetingId, number: 1 };
}

async function details(at: Arrangement) {
  const { meetingId } = await meeting(at);
  const { chairContactId } = await at.portal.owner.meeting.findUniqueOrThrow({ where: { id: meetingId } });
  return { meetingId, version: 1, title: "Changed", ...when, chair: chairContactId };
}

const when = { day: "2027-05-04", startTime: "10:00", endTime: "11:00", zone: "Europe/Amsterdam" };

/** A file in a folder of which the caller's list has them. */
async function file(at: Arrangement) {
  const mine = await at.portal.owner.contact.findFirst({ where: { accountId: at.accountId, email: at.email } });
  return (await folderFor(at.portal.owner, at.accountId, mine ? [mine.id] : [])).documentId;
}

async function attached(at: Arrangement) {
  const { meetingId } = await meeting(at);
  const { id: attachmentId } = await at.portal.owner.documentAttachment.create({
    data: { accountId: at.accountId, meetingId, documentId: await file(at), version: 1, addedByName: "Ana" },
  });
  return { meetingId, attachmentId };
}

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                own adm bil sup b+s cus age acc man
  "meetings.list":          { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "meetings.view":          { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId }) },
  "meetings.view-choices":  { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "meetings.view-calendar": { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "meetings.create":        { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ title: "Sample", typeId: await type(at), ...when }) },
  "meetings.update":        { may: " +   +   +   +   +   -   -   -   - ", sample: details },
  "meetings.cancel":        { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId, reason: "No quorum" }) },
  "meetings.delete":        { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId }) },
  "meetings.add-item":      { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId, title: "Sample" }) },
  "meetings.update-item":   { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => { const { meetingId, itemId } = await meeting(at); return { meetingId, itemId, title: "Sample" }; } },
  "meetings.move-item":     { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => { const { meetingId, itemId } = await meeting(at); return { meetingId, itemId, to: "up" }; } },
  "meetings.remove-item":   { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => { const { meetingId, itemId } = await meeting(at); return { meetingId, itemId }; } },
  "meetings.publish-agenda": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId }) },
  "meetings.view-revision": { may: " +   +   +   +   +   -   -   -   - ", sample: revision },
  "meetings.invite":        { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId, people: [(await ownerOf(at)).contactId] }) },
  "meetings.uninvite":      { may: " +   +   +   +   +   -   -   -   - ", sample: attendee },
  "meetings.answer":        { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId, answer: "accepted" }) },
  "meetings.record-attendance": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId, attendees: [] }) },
  "meetings.open-feature":  { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId, feature: "addPaper", everybody: true }) },
  "meetings.add-paper":     { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId, title: "Sample", body: "Text" }) },
  "meetings.remove-paper":  { may: " +   +   +   +   +   -   -   -   - ", sample: paper },
  "meetings.preview-audience": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId }) },
  "meetings.view-recusals": { may: " +   +   +   +   +   -   -   -   - ", sample: item },
  "meetings.recuse":        { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ ...await item(at), contactId: (await ownerOf(at)).contactId, reason: "Owns shares" }) },
  "meetings.lift-recusal":  { may: " +   +   +   +   +   -   -   -   - ", sample: recused },
  "meetings.dismiss-conflict": { may: " +   +   +   +   +   -   -   -   - ", sample: conflict },
  "meetings.attach-document": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId, documentId: await file(at) }) },
  "meetings.detach-document": { may: " +   +   +   +   +   -   -   -   - ", sample: attached },
  "meetings.write-minutes": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => { const { meetingId, itemId } = await meeting(at); return { meetingId, itemId, version: 0, minutes: "Agreed." }; } },
  "meetings.view-as-attendee": { may: " +   +   +   +   +   -   -   -   - ", sample: reader },
  "meetings.view-item-minutes": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => { const { meetingId, itemId } = await meeting(at); return { meetingId, itemId }; } },
  "meetings.circulate-minutes": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId }) },
  "meetings.comment":       { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at)).meetingId, body: "A comment" }) },
  "meetings.sign-minutes":  { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await meeting(at, past)).meetingId }) },
  "meetings.view-signed-minutes": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await signed(at)).meetingId }) },
  "meetings.download-minutes-pdf": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await signed(at)).meetingId }) },
  "meetings.request-unlock": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ meetingId: (await signed(at)).meetingId, reason: "A name is wrong." }) },
  "meetings.decide-unlock": { may: " +   +   +   +   +   -   -   -   - ", sample: unlock },
  "meetings.view-feed":     { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "meetings.set-up-feed":   { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "meetings.remove-feed":   { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "meetings.read-calendar": { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "meetings.list-types":    { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "meetings.create-type":   { may: " +   +   -   -   -   -   -   -   - ", sample: () => ({ name: `Sample ${unique()}` }) },
  "meetings.update-type":   { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ typeId: await type(at), version: 1, name: `Sample ${unique()}` }) },
  "meetings.delete-type":   { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ typeId: await type(at) }) },
};
