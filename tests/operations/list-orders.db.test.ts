import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { operations } from "@/lib/http/registry";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { aGroup } from "@/tests/workspace/discussions/arrange";

type Row = Readonly<Record<string, unknown>>;
type Value = string | number | null;

/** A row's value in the sorted column, if the response has it; enums sort in database order, so only by groups. */
const columns: Readonly<Record<string, Readonly<Record<string, (row: Row) => Value>>>> = {
  "invoices.list": {
    number: text("number"),
    issued: text("issuedAt"),
    due: text("dueAt"),
    total: text("total.amountMinor"),
    toPay: text("due.amountMinor"),
  },
  "payments.list": { at: text("at"), method: text("method"), amount: text("amount.amountMinor") },
  "credit-notes.list": {
    number: text("number"),
    issued: text("issuedAt"),
    invoice: text("invoice.number"),
    reason: text("reason"),
    total: text("total.amountMinor"),
  },
  "catalogue.list": { name: plain("name"), category: plain("category") },
  "discussions.list-groups": { name: plain("name") },
  "discussions.list-threads": { title: plain("title") },
  "actions.list": { changed: text("changedAt") },
  "decisions.list": { deadline: text("voteBy") },
  "documents.list": { name: plain("name"), updated: text("updatedAt") },
  "documents.list-deleted": { deleted: text("deletedAt") },
  "folders.list": { name: plain("name") },
  "folders.list-deleted": { deleted: text("deletedAt") },
  "interests.list": { organisation: plain("organisation") },
  "meetings.list": { title: plain("title"), when: text("startsAt") },
  "links.list": { title: plain("title"), domain: text("domain"), added: text("createdAt") },
  "tickets.list": { activity: text("lastMessageAt"), subject: plain("subject") },
  "services.list-to-set-up": {
    name: plain("name"),
    product: plain("product"),
    account: plain("account.name"),
    location: text("location"),
    paid: text("paidAt"),
  },
  "services.list": { name: plain("name"), product: plain("product"), location: text("location") },
  "staff-reads.list": { when: text("lastAt"), who: text("staff.name") },
  "staff-visits.list": { started: text("startedAt") },
  "activity.list": { who: text("actorName"), when: text("at"), via: text("via") },
  "people.list": { name: plain("name"), end: text("details.endsAt") },
  "people.list-non-members": { name: plain("name") },
  "people.list-not-ready": { name: plain("name") },
  "role-requests.list": { at: text("createdAt") },
  "role-requests.list-queue": { at: text("createdAt"), account: plain("account.name") },
  "people.list-requests": { asked: text("askedAt") },
  "staff.find-accounts": { name: plain("name"), number: text("number"), owner: plain("owner.name") },
  "staff.list-team": { name: plain("name"), job: text("jobTitle"), since: text("since") },
  "staff.list-attempts": { who: text("person.name"), at: text("at") },
  "import.list": { at: text("createdAt"), by: text("startedBy") },
  "staff.list-mail": { at: text("createdAt"), subject: text("subject"), to: text("to.name") },
  "inbound-mail.list": { received: text("receivedAt"), outcome: text("outcome") },
  "accounting.list-receivables": { name: plain("account.name"), total: text("total.amountMinor") },
  "accounting.list-returned": { at: text("at"), amount: text("amount.amountMinor"), account: plain("account.name") },
  "accounting.list-held-credits": {
    account: plain("account.name"),
    number: text("account.number"),
    credit: text("credit.amountMinor"),
  },
  "accounting.list-failed-payments": {
    at: text("at"),
    amount: text("amount.amountMinor"),
    account: plain("account.name"),
  },
  "accounting.list-coupons": { code: text("code"), uses: text("uses"), until: text("validUntil") },
  "accounting.list-tax-rates": { country: text("country"), rate: text("basisPoints"), from: text("validFrom") },
  "profile.list-sessions": { ip: text("ip"), lastSeen: text("lastSeenAt"), opened: text("openedAt") },
  "profile.list-tokens": { name: text("name"), created: text("createdAt"), expires: text("expiresAt") },
};

function text(path: string): (row: Row) => Value {
  return (row) => path.split(".").reduce<unknown>((at, name) => (at as Row | null)?.[name] ?? null, row) as Value;
}

function plain(path: string): (row: Row) => Value {
  return (row) => String(text(path)(row)).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const OWNER = "owner@northwind.example";
const MANAGER = "staff-manager@portcullis.example";

let portal: TestPortal;
let groupId: string;
const callers = new Map<string, Caller>();
beforeAll(async () => {
  portal = await testPortal();
  const account = portal.demo.northwind.id;
  // More than one page of everything that grows, with many equal values.
  for (let n = 0; n < 30; n += 1) {
    await buildContact(portal.owner, account, {
      name: `Same ${n % 3}`,
      email: `same-${n}@northwind.example`,
      login: n % 2 === 0,
      status: "invited",
    });
  }
  await portal.owner.ticket.createMany({
    data: Array.from({ length: 40 }, (_, n) => ({
      accountId: account,
      subject: `Same ${n % 3}`,
      openedByName: "Ingrid",
    })),
  });
  groupId = await aGroup(portal.owner, { accountId: account });
  await portal.owner.discussionThread.createMany({
    data: Array.from({ length: 40 }, (_, n) => ({
      ...{ accountId: account, groupId, title: `Same ${n % 3}`, startedByName: "Ingrid", pinned: n % 10 === 0 ? 1 : 0 },
      lastReplyAt: new Date(Date.UTC(2026, 0, 1, n % 5)),
    })),
  });
  const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email: OWNER } });
  await portal.owner.apiToken.createMany({
    data: Array.from({ length: 3 }, (_, n) => ({
      personId,
      name: `Token ${n}`,
      tokenHash: `order-${n}`,
      prefix: "pc_",
      permissions: [],
      expiresAt: new Date(Date.UTC(2030, n)),
    })),
  });
  await portal.owner.accountImport.createMany({
    data: Array.from({ length: 30 }, (_, n) => ({
      startedById: personId,
      startedByName: `Same ${n % 3}`,
      createdAt: new Date(Date.UTC(2026, 0, 1, n % 5)),
    })),
  });
  for (const email of [OWNER, MANAGER]) callers.set(email, await portal.as(email));
});
afterAll(() => portal.close());

const lists = Object.values(operations).filter(({ input }) => "sort" in (input as z.ZodObject).shape);
const keysOf = ({ input }: AnyOperation): string[] => {
  const sort = (input as z.ZodObject).shape.sort as z.ZodDefault<z.ZodEnum>;
  return Object.values(sort.unwrap().enum).map(String);
};

interface Answer {
  readonly items: Row[];
  readonly total?: number;
  readonly next?: string | null;
  readonly previous?: string | null;
}

function asking(operation: AnyOperation, sort: string, direction: string): (part: object) => Promise<Answer> {
  const staff = operation.scope === "staff";
  const caller = callers.get(staff ? MANAGER : OWNER) as Caller;
  const account = operation.scope === "account" ? portal.demo.northwind.id : null;
  const input = {
    sort,
    direction,
    ...(operation.name === "accounting.list-failed-payments" ? { stillDue: false } : {}),
    ...(operation.name === "discussions.list-threads" ? { groupId } : {}),
  };
  return async (part) =>
    (await execute(caller, account, operation as never, { ...input, ...part } as never)) as unknown as Answer;
}

const has = (operation: AnyOperation, field: string) => field in (operation.input as z.ZodObject).shape;

async function pages(operation: AnyOperation, sort: string, direction: string): Promise<Row[]> {
  const ask = asking(operation, sort, direction);
  const rows: Row[] = [];
  const paged = has(operation, "page");
  for (let page = 1; page < 40; page += 1) {
    const answer = await ask(paged ? { page } : {});
    rows.push(...answer.items);
    if (!paged || answer.items.length === 0 || rows.length >= (answer.total ?? 0)) {
      if (paged) expect(rows).toHaveLength(answer.total ?? -1);
      break;
    }
  }
  return rows;
}

/** From page to page by their cursors, and from the last one back. */
async function walks(operation: AnyOperation, sort: string, direction: string): Promise<{ there: Row[]; back: Row[] }> {
  const ask = asking(operation, sort, direction);
  let answer = await ask({});
  const there = [...answer.items];
  for (let page = 1; page < 40 && answer.next; page += 1) {
    answer = await ask({ cursor: answer.next });
    there.push(...answer.items);
  }
  const back = [...answer.items];
  for (let page = 1; page < 40 && answer.previous; page += 1) {
    answer = await ask({ cursor: answer.previous });
    back.unshift(...answer.items);
  }
  return { there, back };
}

const idOf = (row: Row): string =>
  String(
    row.id ??
      row.personId ??
      JSON.stringify([
        row.account,
        (row.credit as Row | undefined)?.currency,
        (row.total as Row | undefined)?.currency,
      ]),
  );

/** In an order of their own: cards with the default first, a conversation, a history, news, a queue, or as staff or the portal arranged them. */
const arranged = [
  "actions.list-history",
  "actions.list-of-meeting",
  "catalogue.list-categories",
  "decisions.list-comments",
  "discussions.list-members",
  "discussions.list-replies",
  "discussions.list-revisions",
  "documents.list-versions",
  "folders.who-can-open",
  "inbound-mail.list-own-waiting",
  "looks.list-own",
  "merging.list-messages",
  "notifications.list",
  "notifications.list-for-staff",
  "payment-methods.list",
  "profile.list-accounts",
  "profile.list-notices",
  "provisioning.list-endpoints",
  "queue.list",
  "services.list-products",
  "staff-visits.list-own",
];

describe("a sortable list", () => {
  test("is every list of rows, but for those that are arranged", () => {
    const without = Object.values(operations)
      .filter(({ name }) => !lists.some((list) => list.name === name))
      .filter(
        ({ output }) => "total" in ((output as z.ZodObject).shape ?? {}) && "items" in (output as z.ZodObject).shape,
      )
      .map(({ name }) => name);
    expect(without.sort()).toEqual(arranged);
    expect(lists.map(({ name }) => name).sort()).toEqual(Object.keys(columns).sort());
  });

  test.each(lists.flatMap((operation) => keysOf(operation).map((key) => [operation.name, key, operation] as const)))(
    "%s by %s: in both directions, every row once",
    async (name, key, operation) => {
      const [up, down] = [await pages(operation, key, "asc"), await pages(operation, key, "desc")];
      expect(new Set(up.map(idOf)).size).toBe(up.length);
      expect(down.map(idOf).sort()).toEqual(up.map(idOf).sort());
      const read = columns[name]?.[key];
      if (!read) return;
      const known = (rows: Row[]) => rows.map(read).filter((value) => value !== null);
      const sorted = (values: Value[]) =>
        [...values].sort((a, b) => ((a as string) < (b as string) ? -1 : Number(a !== b)));
      expect(known(up)).toEqual(sorted(known(up)));
      expect(known(down)).toEqual(sorted(known(down)).reverse());
    },
  );

  const byCursor = lists.filter((operation) => has(operation, "cursor"));
  test.each(byCursor.flatMap((operation) => keysOf(operation).map((key) => [operation.name, key, operation] as const)))(
    "%s by %s: its cursors lead through the same pages, there and back",
    async (_, key, operation) => {
      for (const direction of ["asc", "desc"]) {
        const expected = (await pages(operation, key, direction)).map(idOf);
        const { there, back } = await walks(operation, key, direction);
        expect(there.map(idOf)).toEqual(expected);
        expect(back.map(idOf)).toEqual(expected);
      }
    },
  );
});
