import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let accountId: string;
let owner: Caller;

beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  owner = await portal.as("owner@northwind.example");
});
afterAll(() => portal.close());

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const ticket = (minute: number) => ({
  accountId,
  subject: `Ticket ${minute}`,
  openedByName: "Ingrid",
  lastMessageAt: at(minute),
});

/** Eighty tickets, each a minute younger than the one before, and every two of the same minute. */
beforeEach(async () => {
  await portal.owner.ticket.deleteMany({ where: { accountId } });
  await portal.owner.ticket.createMany({ data: Array.from({ length: 80 }, (_, n) => ticket(100 - Math.floor(n / 2))) });
});

const tickets = (input: { cursor?: string | null } & Record<string, unknown> = {}) =>
  execute(owner, accountId, listTickets, input as never);
const idsOf = ({ items }: Awaited<ReturnType<typeof tickets>>) => items.map(({ id }) => id);
const remove = (ids: readonly string[]) => portal.owner.ticket.deleteMany({ where: { id: { in: [...ids] } } });

describe("between two pages of a list", () => {
  it("rows added before them neither repeat nor hide one", async () => {
    const all = (
      await portal.owner.ticket.findMany({ where: { accountId }, orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }] })
    ).map(({ id }) => id);
    const first = await tickets();
    await portal.owner.ticket.createMany({ data: [ticket(200), ticket(201), ticket(202)] });
    const second = await tickets({ cursor: first.next });
    expect(idsOf(second)).toEqual(all.slice(25, 50));
    expect(second.page).toBe(2);
    const back = await tickets({ cursor: second.previous });
    expect(idsOf(back)).toEqual(all.slice(0, 25));
    expect(back.page).toBe(1);
    expect(back.previous).not.toBeNull();
    expect((await tickets({ cursor: back.previous })).items).toHaveLength(3);
  });

  it("the row that a cursor remembers may be deleted", async () => {
    const first = await tickets();
    const second = await tickets({ page: 2 });
    await remove(idsOf(first).slice(-3));
    expect(idsOf(await tickets({ cursor: first.next }))).toEqual(idsOf(second));
  });

  it("everything after it may be deleted: the way back is left", async () => {
    const first = await tickets();
    const rest = [
      ...idsOf(await tickets({ page: 2 })),
      ...idsOf(await tickets({ page: 3 })),
      ...idsOf(await tickets({ page: 4 })),
    ];
    await remove(rest);
    const nothing = await tickets({ cursor: first.next });
    expect(nothing).toMatchObject({ items: [], next: null, hasNext: false });
    expect(idsOf(await tickets({ cursor: nothing.previous }))).toEqual(idsOf(first));
  });

  it("everything before it may be deleted: the way on is left", async () => {
    const [first, second] = [await tickets(), await tickets({ page: 2 })];
    await remove(idsOf(first));
    const nothing = await tickets({ cursor: second.previous });
    expect(nothing).toMatchObject({ items: [], page: 1, previous: null, hasNext: true });
    expect(idsOf(await tickets({ cursor: nothing.next }))).toEqual(idsOf(second));
  });
});

describe("a cursor", () => {
  it("goes with the order, the filters and the list it came from", async () => {
    const { next: cursor } = await tickets();
    expect(cursor).not.toBeNull();
    const attempts = [
      () => tickets({ cursor, direction: "asc" }),
      () => tickets({ cursor, sort: "subject" }),
      () => tickets({ cursor, status: "open" }),
      () => tickets({ cursor, q: "ticket" }),
      () => tickets({ cursor: `${cursor}x` }),
      () => tickets({ cursor: "page-2" }),
      () => execute(owner, accountId, listInvoices, { cursor: cursor ?? "" }),
    ];
    for (const attempt of attempts) {
      expect(await problemOf(attempt())).toMatchObject({
        code: "invalid",
        detail: expect.stringContaining("Go back to the first page"),
        extra: { fields: { cursor: [expect.any(String)] } },
      });
    }
  });

  it("goes with the account it came from", async () => {
    const { next: cursor } = await tickets();
    const other = await portal.as("owner@globex.example");
    const asked = execute(other, portal.demo.globex.id, listTickets, { cursor } as never);
    expect(await problemOf(asked)).toMatchObject({ code: "invalid" });
  });

  it("takes the place of a page number, which alone reaches the ten-thousandth page", async () => {
    const { next: cursor } = await tickets();
    expect(idsOf(await tickets({ cursor, page: 1 }))).toEqual(idsOf(await tickets({ page: 2 })));
    expect((await tickets({ page: 10_000 })).items).toEqual([]);
    expect((await problemOf(tickets({ page: 10_001 }))).code).toBe("invalid");
  });
});
