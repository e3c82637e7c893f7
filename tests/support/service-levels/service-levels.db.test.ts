import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { changeTicket } from "@/lib/support/queue/change-ticket";
import { explainDueTimes } from "@/lib/support/service-levels/explain-due-times";
import { setDueTimes } from "@/lib/support/service-levels/set-due-times";
import { updateBusinessHours } from "@/lib/support/service-levels/update-business-hours";
import { updateTargets } from "@/lib/support/service-levels/update-targets";
import { viewServiceLevels } from "@/lib/support/service-levels/view-service-levels";
import { assignTicket } from "@/lib/support/tickets/assign-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { ticketForStaff } from "@/tests/support/queue/arrange";
import { hours } from "./arrange";

const AGENT = "staff-support@portcullis.example";
const MANAGER = "staff-manager@portcullis.example";
const CUSTOMER = "owner@northwind.example";
/** A Friday. */
const FRIDAY = new Date("2026-11-27T16:30:00Z");

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const view = async () => execute(await portal.as(MANAGER), null, viewServiceLevels, {});
const saveHours = async (input: ReturnType<typeof hours>) =>
  execute(await portal.as(MANAGER), null, updateBusinessHours, { ...input, version: (await view()).calendar.version });
const level = { department: "support", priority: "normal", firstResponseHours: 2, resolutionHours: 8 } as const;
const saveTargets = async (...levels: object[]) =>
  execute(await portal.as(MANAGER), null, updateTargets, {
    levels: levels as never,
    version: (await view()).calendar.version,
  });
const opened = (plan: object = {}) =>
  ticketForStaff({ portal, accountId: account, email: AGENT }, { department: "support", openedAt: FRIDAY, ...plan });
const row = (id: string) => portal.owner.ticket.findUniqueOrThrow({ where: { id } });
const reply = async (email: string, ticketId: string) =>
  execute(await portal.as(email), account, replyToTicket, { ticketId, message: "Hello" });

describe("due times", () => {
  test("are computed by the worker in business hours, and explained", async () => {
    await saveHours(hours("UTC", "2026-11-30 Founders' Day"));
    await saveTargets(level);
    const id = await opened();
    await setDueTimes();
    expect(await row(id)).toMatchObject({
      firstResponseDueAt: new Date("2026-12-01T10:30:00Z"),
      resolutionDueAt: new Date("2026-12-01T16:30:00Z"),
      dueAt: new Date("2026-12-01T10:30:00Z"),
    });
    const why = await execute(await portal.as(AGENT), account, explainDueTimes, { ticketId: id });
    expect(why.firstResponse).toEqual({
      targetMinutes: 120,
      leftMinutes: 120,
      from: FRIDAY.toISOString(),
      dueAt: "2026-12-01T10:30:00.000Z",
    });
  });

  test("follow a change of the calendar and of the targets, on all tickets that wait", async () => {
    await saveHours(hours());
    await saveTargets(level);
    const id = await opened();
    await setDueTimes();
    expect((await row(id)).dueAt).toEqual(new Date("2026-11-30T10:30:00Z"));
    await saveHours(hours("America/New_York"));
    await setDueTimes();
    expect((await row(id)).dueAt).toEqual(new Date("2026-11-27T18:30:00Z"));
    await saveTargets({ ...level, firstResponseHours: 1 });
    await setDueTimes();
    expect((await row(id)).dueAt).toEqual(new Date("2026-11-27T17:30:00Z"));
    expect(await setDueTimes()).toBe(0);
  });

  test("follow the priority and the department", async () => {
    await saveHours(hours());
    await saveTargets(
      level,
      { ...level, priority: "urgent", firstResponseHours: 1 },
      { ...level, department: "sales", priority: "urgent", firstResponseHours: 3 },
    );
    const id = await opened();
    await execute(await portal.as(AGENT), account, changeTicket, { ticketId: id, act: "priority:urgent" });
    await setDueTimes();
    expect((await row(id)).dueAt).toEqual(new Date("2026-11-30T09:30:00Z"));
    await execute(await portal.as(AGENT), account, assignTicket, { ticketId: id, department: "sales" });
    await setDueTimes();
    expect((await row(id)).dueAt).toEqual(new Date("2026-11-30T11:30:00Z"));
  });

  test("stand still while the customer's answer is awaited, and go on when it comes", async () => {
    await saveHours(hours());
    await saveTargets(level);
    const id = await opened();
    await setDueTimes();
    await reply(AGENT, id);
    const answered = await row(id);
    expect(answered).toMatchObject({ dueAt: null });
    expect(answered.firstRespondedAt).not.toBeNull();
    expect(answered.clockStops).toHaveLength(1);
    await reply(AGENT, id);
    expect((await row(id)).clockStops).toHaveLength(1);
    await reply(CUSTOMER, id);
    await reply(CUSTOMER, id);
    const resumed = await row(id);
    expect([resumed.clockStarts.length, resumed.clockStops.length]).toEqual([2, 1]);
    await setDueTimes();
    // Only the resolution still counts.
    expect((await row(id)).dueAt).toEqual((await row(id)).resolutionDueAt);
    expect((await row(id)).firstRespondedAt).toEqual(answered.firstRespondedAt);
  });

  test("end with the ticket, and go on if it is reopened", async () => {
    await saveTargets(level);
    const id = await opened();
    await setDueTimes();
    await execute(await portal.as(AGENT), account, changeTicket, { ticketId: id, act: "status:closed" });
    expect(await row(id)).toMatchObject({ dueAt: null, firstRespondedAt: null });
    await reply(CUSTOMER, id);
    await setDueTimes();
    expect((await row(id)).dueAt).not.toBeNull();
  });

  test("count no more breaks than a hundred, so that the list stays short", async () => {
    const id = await opened();
    for (let turn = 0; turn < 130; turn++) {
      await portal.owner.ticket.update({ where: { id }, data: { status: "answered" } });
      await portal.owner.ticket.update({ where: { id }, data: { status: "open" } });
    }
    const { clockStarts, clockStops } = await row(id);
    expect([clockStarts.length, clockStops.length]).toEqual([100, 99]);
  });

  test("of a ticket that is changed meanwhile are computed again afterwards", async () => {
    await saveTargets(level);
    const id = await opened();
    await portal.owner.$transaction(async (tx) => {
      await tx.ticket.updateMany({ where: { id }, data: { priority: "low" } });
      await setDueTimes();
    });
    expect(await setDueTimes()).toBeGreaterThan(0);
    expect((await row(id)).dueAt).toBeNull();
  });
});

describe("the manager's settings", () => {
  test("are read as they were saved, and a second person's save over them is a conflict", async () => {
    const { version } = await saveHours(hours("Europe/Berlin", "2026-12-25 Christmas Day"));
    const { calendar } = await view();
    expect(calendar).toMatchObject({
      timeZone: "Europe/Berlin",
      holidays: [{ day: "2026-12-25", name: "Christmas Day" }],
      version,
    });
    expect(calendar.week[0]).toEqual({ opens: 540, closes: 1_020 });
    const manager = await portal.as(MANAGER);
    const stale = { ...hours(), version: version - 1 };
    expect((await problemOf(execute(manager, null, updateBusinessHours, stale))).code).toBe("conflict");
    const targets = { levels: [], version: version - 1 };
    expect((await problemOf(execute(manager, null, updateTargets, targets))).code).toBe("conflict");
  });

  test.each([
    [{ monday: { opens: "17:00", closes: "09:00" } }],
    [{ monday: { opens: "09:00", closes: "09:00" } }],
    [{ monday: { opens: "09:00", closes: "" } }],
    [{ monday: { opens: "9am", closes: "17:00" } }],
    [{ holidays: "Christmas" }],
    [{ holidays: "2026-02-30 Never" }],
    [{ holidays: "2026-12-25 One\n2026-12-25 Twice" }],
    [{ timeZone: "Mars/Olympus" }],
  ])("are refused with %j", async (wrong) => {
    expect((await problemOf(saveHours({ ...hours(), ...wrong }))).code).toBe("invalid");
  });

  test("can be first saved by one of two at once", async () => {
    await portal.owner.supportCalendar.deleteMany();
    const manager = await portal.as(MANAGER);
    const saves = await Promise.allSettled(
      Array.from({ length: 10 }, () => execute(manager, null, updateBusinessHours, { ...hours(), version: 0 })),
    );
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
