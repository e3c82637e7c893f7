import { afterAll, beforeAll, expect, test } from "vitest";
import { clearUp } from "@/lib/jobs/clear-up";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { lookAtTicket } from "@/lib/support/queue/look-at-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { ticketForStaff } from "./arrange";

const AGENT = "staff-support@portcullis.example";
const MANAGER = "staff-manager@portcullis.example";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const ticket = () => ticketForStaff({ portal, accountId: account, email: AGENT }, { department: "support" });
const look = async (email: string, ticketId: string, writing = false) =>
  (await execute(await portal.as(email), account, lookAtTicket, { ticketId, writing })).others;
const ago = (ms: number) => new Date(Date.now() - ms);

test("who has a ticket open sees who else has, and whether they write", async () => {
  const id = await ticket();
  expect(await look(AGENT, id)).toEqual([]);
  expect(await look(MANAGER, id, true)).toMatchObject([{ name: "Sam Whitfield", writing: false }]);
  expect(await look(AGENT, id)).toMatchObject([{ name: "Renata Kowalska", writing: true }]);
  await portal.owner.ticketLook.updateMany({ where: { ticketId: id }, data: { writingAt: ago(31_000) } });
  expect(await look(AGENT, id)).toMatchObject([{ name: "Renata Kowalska", writing: false }]);
});

test("a page that was closed ends by time, and begins anew when it is opened again", async () => {
  const id = await ticket();
  await look(MANAGER, id);
  await portal.owner.ticketLook.updateMany({
    where: { ticketId: id },
    data: { since: ago(600_000), seenAt: ago(51_000) },
  });
  expect(await look(AGENT, id)).toEqual([]);
  await look(MANAGER, id);
  const [other] = await look(AGENT, id);
  expect(Date.parse(other?.since ?? "")).toBeGreaterThan(ago(60_000).getTime());
  // Kept fresh, it is still the same visit.
  await portal.owner.ticketLook.updateMany({ where: { ticketId: id }, data: { since: ago(600_000) } });
  await look(MANAGER, id);
  expect(Date.parse((await look(AGENT, id))[0]?.since ?? "")).toBeLessThan(ago(500_000).getTime());
});

test("twenty of one person at once are one row, which is cleared up the day after", async () => {
  const id = await ticket();
  const caller = await portal.as(AGENT);
  await Promise.all(Array.from({ length: 20 }, () => execute(caller, account, lookAtTicket, { ticketId: id })));
  expect(await portal.owner.ticketLook.count({ where: { ticketId: id } })).toBe(1);
  await clearUp(addDays(new Date(), 2));
  expect(await portal.owner.ticketLook.count({ where: { ticketId: id } })).toBe(0);
});

test("a customer learns nothing of it, and accounting nothing of other departments", async () => {
  const id = await ticket();
  await look(AGENT, id);
  expect((await problemOf(look("owner@northwind.example", id))).code).toBe("refused");
  expect((await problemOf(look("staff-accounting@portcullis.example", id))).code).toBe("not-found");
});
