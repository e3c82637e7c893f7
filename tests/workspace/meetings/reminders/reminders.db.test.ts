import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isStillWanted } from "@/lib/home/notifications/still-wanted";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { remindOfMeetingsJob } from "@/lib/workspace/meetings/reminders/remind-of-meetings-job";
import { buildContact } from "@/prisma/seed/builders/contact";
import { explained } from "@/tests/fixtures/explained";
import { type MeetingsPortal, meetingsPortal } from "../arrange";

let at: MeetingsPortal;
let people = 0;
beforeAll(async () => {
  at = await meetingsPortal();
});
beforeEach(async () => {
  await at.portal.owner.meeting.deleteMany({
    where: { accountId: at.account, status: "scheduled", minutesStatus: "open" },
  });
  await at.portal.owner.notification.deleteMany();
  await at.portal.owner.outboxMail.deleteMany();
});
afterAll(() => at.portal.close());

const STARTS = new Date("2190-06-10T08:00:00Z");
const person = async (timeZone = "Europe/Amsterdam") => {
  people += 1;
  const email = `reminded-${people}@northwind.example`;
  const id = await buildContact(at.portal.owner, at.account, { email, name: `Rem ${people}`, roles: ["billing"] });
  await at.portal.owner.person.update({ where: { email }, data: { timeZone } });
  return { id, email };
};
const planned = (attendees: readonly string[], startsAt = STARTS) =>
  at.meeting({ title: "Budget", status: "scheduled", startsAt, people: attendees });
const run = (now: Date) => runBatch(remindOfMeetingsJob, now);
const day = () => run(addDays(STARTS, -1));
const hour = () => run(addMinutes(STARTS, -60));
const mails = (toAddress: string) =>
  at.portal.owner.outboxMail.findMany({ where: { toAddress }, orderBy: { createdAt: "asc" } });

describe("a meeting that is about to start", () => {
  it("reminds everybody invited a day and an hour before, once each, by mail and behind the bell, on their own clocks", async () => {
    const [here, there] = [await person(), await person("America/New_York")];
    await planned([here.id, there.id]);
    await run(addDays(STARTS, -2));
    expect(await mails(here.email)).toEqual([]);
    await day();
    await day();
    await hour();
    await hour();
    const texts = (await mails(here.email)).map(({ text }) => text.replace(/\s+/g, " "));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain("This meeting is tomorrow.");
    expect(texts[1]).toContain("This meeting starts soon.");
    expect(texts[1]).toMatch(/10:00.*Europe\/Amsterdam/);
    expect((await mails(there.email))[1]?.text.replace(/\s+/g, " ")).toMatch(/0?4:00.*America\/New York/);
    const where = { kind: "meeting-reminder", person: { email: here.email } };
    expect(await at.portal.owner.notification.findMany({ where })).toMatchObject([{ times: 2 }]);
  });

  it("reminds nobody who declined, turned such notifications off, was taken off, or has just been invited", async () => {
    const [declined, off, gone, late, stays] = [
      await person(),
      await person(),
      await person(),
      await person(),
      await person(),
    ];
    const { meetingId } = await planned([declined, off, gone, late, stays].map(({ id }) => id));
    const { owner } = at.portal;
    const of = (contactId: string) => ({
      accountId_meetingId_contactId: { accountId: at.account, meetingId, contactId },
    });
    await owner.meetingInvitation.update({
      where: of(declined.id),
      data: { answer: "apologies", answeredAt: new Date() },
    });
    await owner.contact.update({ where: { id: off.id }, data: { noticesOff: ["notices.workspace.receive"] } });
    await owner.meetingInvitation.delete({ where: of(gone.id) });
    await owner.meetingInvitation.update({ where: of(late.id), data: { invitedAt: addDays(STARTS, -1) } });
    await day();
    for (const { email } of [declined, off, gone, late]) expect(await mails(email), email).toEqual([]);
    expect(await mails(stays.email)).toHaveLength(1);
  });

  it("reminds nobody once it is cancelled, and anew after it was moved", async () => {
    const reader = await person();
    const { meetingId: id } = await planned([reader.id]);
    await day();
    const [first] = await mails(reader.email);
    const moved = addDays(STARTS, 7);
    await at.portal.owner.meeting.update({ where: { id }, data: { startsAt: moved, endsAt: addMinutes(moved, 60) } });
    // What waits is about a time that no longer holds.
    expect(first && (await isStillWanted(first, new Date()))).toBe(false);
    await hour();
    expect(await mails(reader.email)).toHaveLength(1);
    await run(addDays(moved, -1));
    expect(await mails(reader.email)).toHaveLength(2);
    await at.portal.owner.meeting.update({
      where: { id },
      data: { status: "cancelled", cancelledAt: new Date(), cancelReason: "Nobody is there" },
    });
    await run(addMinutes(moved, -60));
    const all = await mails(reader.email);
    expect(all).toHaveLength(2);
    for (const mail of all) expect(await isStillWanted(mail, new Date())).toBe(false);
  });

  it("reminds once, however many workers look at the same time", async () => {
    const reader = await person();
    await planned([reader.id]);
    await Promise.all(Array.from({ length: 50 }, day));
    expect(await mails(reader.email)).toHaveLength(1);
  });
});

it("is found in an index among ten thousand meetings", async () => {
  const client = new Client({ connectionString: at.portal.url });
  await client.connect();
  await client.query(
    `insert into "Meeting" ("id", "accountId", "title", "createdByName", "startsAt", "endsAt", "zone", "status")
     select gen_random_uuid(), $1::uuid, 'Large ' || n, 'Ingrid', '2028-01-01'::timestamptz + n * interval '1 hour',
       '2028-01-01'::timestamptz + (n + 1) * interval '1 hour', 'UTC', 'scheduled' from generate_series(1, 10000) n`,
    [at.account],
  );
  await client.query("vacuum analyze");
  await client.end();
  const statements = await explained(() => run(new Date("2027-12-01T00:00:00Z")));
  const nodes = statements.flatMap(({ nodes }) => nodes).filter(({ table }) => table === "Meeting");
  expect(Math.max(0, ...nodes.map(({ read }) => read))).toBeLessThan(50);
});
