import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { feedOf, invitationOf } from "@/lib/workspace/meetings/calendar/meeting-event";
import { instantsOf } from "@/lib/workspace/meetings/local-times";

const meeting = {
  ...{ id: "0190aaaa-0000-7000-8000-000000000001", accountId: "0190aaaa-0000-7000-8000-000000000002" },
  ...{ title: "Board; meeting, \\ with\nsigns", place: "Room 1", url: "https://meet.example/x", sequence: 3 },
  cancelled: false,
};
const stamp = new Date("2027-01-02T03:04:05Z");
const parties = {
  company: "Northstar Hosting",
  organizer: { name: "Example, Hosting", email: "portal@hosting.example" },
  attendee: { name: "Bea", email: "bea@customer.example", answer: "none" as const },
  stamp,
};
beforeAll(() => {
  vi.stubEnv("PORTAL_MODE", "test");
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none");
  forgetEnvironment();
});
afterAll(() => {
  vi.unstubAllEnvs();
  forgetEnvironment();
});

const read = (text: string) => new ICAL.Component(ICAL.parse(text));
const eventIn = (text: string) => new ICAL.Event(read(text).getFirstSubcomponent("vevent") as ICAL.Component);

describe("an invitation, read back by another library", () => {
  it.each([
    ["Europe/Berlin", "2027-03-27"],
    ["Europe/Berlin", "2027-03-28"],
    ["Europe/Berlin", "2027-10-30"],
    ["Europe/Berlin", "2027-10-31"],
    ["America/New_York", "2027-03-13"],
    ["America/New_York", "2027-03-14"],
    ["America/New_York", "2027-11-06"],
    ["America/New_York", "2027-11-07"],
    ...["2027-04-03", "2027-04-04", "2027-10-02", "2027-10-03"].flatMap((day) => [
      ["Australia/Sydney", day] as const,
      ["Australia/Lord_Howe", day] as const,
      ["Australia/Brisbane", day] as const,
    ]),
    ...["2027-04-03", "2027-04-04", "2027-09-04", "2027-09-05"].map((day) => ["America/Santiago", day] as const),
    ...["2027-04-03", "2027-04-04", "2027-09-25", "2027-09-26"].map((day) => ["Pacific/Chatham", day] as const),
    // In Ramadan clocks go back, and forward again after it.
    ...["2027-02-06", "2027-02-07", "2027-03-13", "2027-03-14"].map((day) => ["Africa/Casablanca", day] as const),
  ] as const)("is at ten by the clocks of %s on %s, before and after they are changed", (zone, day) => {
    const times = instantsOf({ day, startTime: "10:00", endTime: "11:30", zone });
    const event = eventIn(invitationOf({ ...meeting, ...times }, parties));
    const shown = new Intl.DateTimeFormat("en-CA", {
      dateStyle: "short",
      timeStyle: "short",
      hour12: false,
      timeZone: zone,
    });
    expect(shown.format(event.startDate.toJSDate())).toBe(`${day}, 10:00`);
    expect(shown.format(event.endDate.toJSDate())).toBe(`${day}, 11:30`);
  });

  it("names the meeting, its sequence, its organizer and the one attendee", () => {
    const times = instantsOf({ day: "2027-05-04", startTime: "10:00", endTime: "11:00", zone: "UTC" });
    const text = invitationOf({ ...meeting, ...times }, parties);
    const event = eventIn(text);
    expect(read(text).getFirstPropertyValue("method")).toBe("REQUEST");
    expect(event.uid).toMatch(/^0190aaaa-0000-7000-8000-000000000001@/);
    expect(event.sequence).toBe(3);
    expect(event.summary).toBe(meeting.title);
    expect(event.attendees.map((one) => one.getFirstValue())).toEqual(["MAILTO:bea@customer.example"]);
    expect(event.attendees[0]?.getParameter("partstat")).toBe("NEEDS-ACTION");
    expect(String(event.organizer).toLowerCase()).toBe("mailto:portal@hosting.example");
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it("keeps its id when it is changed or ends, with a method and status for it", () => {
    const times = instantsOf({ day: "2027-05-04", startTime: "10:00", endTime: "11:00", zone: "UTC" });
    const before = eventIn(invitationOf({ ...meeting, ...times }, parties));
    const text = invitationOf({ ...meeting, ...times, sequence: 4, cancelled: true }, parties);
    expect(eventIn(text).uid).toBe(before.uid);
    expect(eventIn(text).sequence).toBe(4);
    expect(read(text).getFirstPropertyValue("method")).toBe("CANCEL");
    expect(read(text).getFirstSubcomponent("vevent")?.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  it("is as well formed in a feed, without attendees", () => {
    const times = instantsOf({ day: "2027-05-04", startTime: "10:00", endTime: "11:00", zone: "UTC" });
    const text = feedOf(
      { company: "Northstar Hosting", name: "Meetings" },
      [{ ...meeting, ...times, changedAt: stamp }],
      { accountId: meeting.accountId, entries: [] },
    );
    expect(read(text).getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(read(text).getFirstPropertyValue("prodid")).toContain("Northstar Hosting");
    expect(eventIn(text).attendees).toEqual([]);
    expect(eventIn(text).summary).toBe(meeting.title);
  });

  it("is named as the account and the company are, whatever signs they have in their names", () => {
    const name = "Meetings of Baker, Smith; Sons \\ Co.";
    const text = feedOf({ company: "Hosting, Ltd.; \\ North", name }, [], {
      accountId: meeting.accountId,
      entries: [],
    });
    expect(text).toContain("X-WR-CALNAME:Meetings of Baker\\, Smith\\; Sons \\\\ Co.");
    expect(read(text).getFirstPropertyValue("prodid")).toContain("Hosting, Ltd.; \\ North");
  });

  it("has what is due on its day everywhere, and a vote at its time, without making anybody busy", () => {
    const due = { id: meeting.id, sequence: 2, changedAt: stamp };
    const text = feedOf({ company: "Northstar Hosting", name: "Meetings" }, [], {
      accountId: meeting.accountId,
      entries: [
        { ...due, kind: "actions", title: "Due: #3 Lease", at: new Date("2027-03-28T00:00:00Z"), allDay: true },
        { ...due, kind: "decisions", title: "Vote by: Lease", at: new Date("2027-03-28T16:30:00Z"), allDay: false },
      ],
    });
    const [action, vote] = read(text)
      .getAllSubcomponents("vevent")
      .map((one) => new ICAL.Event(one));
    expect(action?.startDate.isDate).toBe(true);
    expect(action?.startDate.toString()).toBe("2027-03-28");
    expect(vote?.startDate.toJSDate().toISOString()).toBe("2027-03-28T16:30:00.000Z");
    for (const event of [action, vote]) expect(event?.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
  });
});
