import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { find } from "@/lib/home/search/find";
import { withRequest } from "@/lib/platform/operations/execute";
import { can } from "@/lib/policy/evaluate";
import { viewCalendar } from "@/lib/workspace/meetings/calendar/view-calendar";
import { listMeetings } from "@/lib/workspace/meetings/list-meetings";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { isFound } from "@/tests/fixtures/is-found";
import { BILLING, type MeetingsPortal, meetingsPortal, OWNER, SUPPORT } from "./arrange";

let at: MeetingsPortal;
const COUNT = 120;
beforeAll(async () => {
  at = await meetingsPortal();
  const people = [at.contacts.billing, at.contacts.support, at.contacts.administrator, at.contacts.billingSupport];
  const plans = fc.sample(
    fc.record({
      creator: fc.constantFrom(...people),
      chair: fc.option(fc.constantFrom(...people)),
      invited: fc.subarray(people),
    }),
    { numRuns: COUNT, seed: 12 },
  );
  for (const [n, { creator, chair, invited }] of plans.entries())
    await at.meeting({
      ...{
        title: `Random ${String(n).padStart(3, "0")}`,
        createdBy: { contactId: creator, name: "X" },
        chair,
        people: invited,
      },
      startsAt: new Date(Date.UTC(2190, 4, 1 + (n % 28), 8)),
    });
});
afterAll(() => at.portal.close());

it.each([BILLING, SUPPORT, OWNER])(
  "a list shows a meeting if and only if its own check allows it, and the calendar and the search agree: %s",
  async (email) => {
    const all = await at.portal.owner.meeting.findMany({
      where: { accountId: at.account },
      select: { id: true, title: true, createdByContactId: true, invitations: { select: { contactId: true } } },
    });
    const viewer = await withRequest(
      await at.portal.as(email),
      { accountId: at.account },
      async ({ scope }) => scope.viewer,
    );
    const allowed = all.filter((meeting) => can(viewer, "meetings.view", meeting));
    const listed: string[] = [];
    for (let page = 1; ; page++) {
      const { items, hasNext } = await at.run(email)(listMeetings, { page });
      listed.push(...items.map(({ id }) => id));
      if (!hasNext) break;
    }
    expect(listed.sort()).toEqual(allowed.map(({ id }) => id).sort());
    const { meetings } = await at.run(email)(viewCalendar, { month: "2190-05" });
    const random = allowed.filter(({ title }) => title.startsWith("Random"));
    expect(meetings.map(({ id }) => id).sort()).toEqual(random.map(({ id }) => id).sort());
    for (const meeting of all.slice(0, 40)) {
      const opened = await isFound(at.run(email)(viewMeeting, { meetingId: meeting.id }));
      expect([meeting.title, opened]).toEqual([meeting.title, allowed.includes(meeting)]);
    }
    const one = all.find((meeting) => !allowed.includes(meeting)) ?? all[0];
    if (!one) throw new Error("There is no meeting to search for.");
    const { results } = await at.run(email)(find, { q: one.title });
    expect(results.some(({ href }) => href.endsWith(one.id))).toBe(allowed.includes(one));
  },
);

it("the dashboard counts invitations that wait for an answer, and none of meetings one no longer sees", async () => {
  const waiting = async () => (await at.asBilling(viewDashboard, {})).meetings?.unansweredCount ?? 0;
  const before = await waiting();
  const { meetingId } = await at.meeting({ status: "scheduled", people: [at.contacts.billing] });
  expect(await waiting()).toBe(before + 1);
  await at.portal.owner.meetingInvitation.deleteMany({ where: { meetingId } });
  expect(await waiting()).toBe(before);
});
