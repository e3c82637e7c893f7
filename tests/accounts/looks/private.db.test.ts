import { afterAll, beforeAll, expect, test } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { viewOutline } from "@/lib/workspace/decisions/view-outline";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { worldOf } from "@/tests/workspace/decisions/world";
import { type MeetingsPortal, meetingsPortal, SUPPORT } from "@/tests/workspace/meetings/arrange";
import { signIn } from "./look-fixture";

const REASON = "Her brother works for the bidder.";

let at: MeetingsPortal;
beforeAll(async () => {
  at = await meetingsPortal();
});
afterAll(() => at.portal.close());

test("whoever looks as somebody doesn't read why that person is recused from a decision", async () => {
  const { administrator, support } = at.contacts;
  const chair = { id: administrator, name: "Marcus Okafor" };
  const decisionId = await worldOf(at.portal).build({ chair, voters: [support] });
  await at.portal.owner.decisionRecusal.create({
    data: { accountId: at.account, decisionId, contactId: support, reason: REASON, decidedByName: chair.name },
  });
  const own = await execute(await at.portal.as(SUPPORT), at.account, viewOutline, { decisionId });
  expect(own.recusal?.reason).toBe(REASON);
  const looker = await signIn(at.portal, "owner@northwind.example");
  await looker.lookAs(at.contacts.support);
  expect((await looker.ask(viewOutline, { decisionId })).recusal).toBeNull();
});

test("nor a note that they wrote to those who manage the attendees of a meeting", async () => {
  const { meetingId } = await at.meeting({ people: [at.contacts.support] });
  await at.portal.owner.meetingInvitation.updateMany({
    where: { meetingId, contactId: at.contacts.support },
    data: { answer: "apologies", answeredAt: new Date(), note: REASON },
  });
  expect(JSON.stringify(await at.asSupport(viewMeeting, { meetingId }))).toContain(REASON);
  const looker = await signIn(at.portal, "owner@northwind.example");
  await looker.lookAs(at.contacts.support);
  expect(JSON.stringify(await looker.ask(viewMeeting, { meetingId }))).not.toContain(REASON);
});
