import { afterAll, beforeAll, expect, it } from "vitest";
import { listSessions } from "@/lib/identity/sessions/list-sessions";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const OWNER = "owner@northwind.example";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

it("lists every session once, ten a page, the current one first even if it was seen last", async () => {
  const me = await portal.as(OWNER);
  const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email: OWNER } });
  await portal.owner.session.updateMany({ where: { personId }, data: { lastSeenAt: addDays(new Date(), -5) } });
  await portal.owner.session.createMany({
    data: Array.from({ length: 60 }, (_, place) => ({
      personId,
      tokenHash: `many-${place}`,
      userAgent: "",
      ip: `192.0.2.${place}`,
      lastSeenAt: new Date(Date.UTC(2026, 0, 1, 0, 0, place % 7)),
      expiresAt: addDays(new Date(), 1),
    })),
  });
  const open = await portal.owner.session.count({
    where: { personId, revokedAt: null, expiresAt: { gt: new Date() } },
  });

  const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((page) => execute(me, null, listSessions, { page })));
  const items = pages.flatMap((list) => list.items);
  expect(open).toBeGreaterThan(60);
  expect(pages.map((list) => list.items.length)).toEqual([10, 10, 10, 10, 10, 10, open - 60, 0]);
  expect(pages.map(({ hasNext }) => hasNext)).toEqual([true, true, true, true, true, true, false, false]);
  expect(pages.every(({ total }) => total === open)).toBe(true);
  expect(new Set(items.map(({ id }) => id)).size).toBe(open);
  expect(items.map(({ current }) => current)).toEqual([true, ...Array<boolean>(open - 1).fill(false)]);

  const oldest = await execute(me, null, listSessions, { sort: "lastSeen", direction: "asc" });
  expect(oldest.items.map(({ lastSeenAt }) => lastSeenAt)).toEqual(
    oldest.items.map(({ lastSeenAt }) => lastSeenAt).sort(),
  );
});
