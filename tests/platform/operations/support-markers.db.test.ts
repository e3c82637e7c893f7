import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/lib/http/registry";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { groundOf, type Restore } from "@/tests/operations/restore";
import { samples } from "@/tests/operations/samples";
import { viewers } from "@/tests/operations/viewers";

/** Words that occur nowhere else, planted in all ticket texts and in the credentials of services. */
const TICKET_WORD = "Quillwort";
const LOGIN_WORD = "Vetiver";

let portal: TestPortal;
let restore: Restore;
beforeAll(async () => {
  portal = await testPortal();
  restore = await groundOf(portal);
});
afterAll(() => portal.close());
afterEach(() => restore("profile"));

const markersIn = (text: string) => [TICKET_WORD, LOGIN_WORD].filter((marker) => text.includes(marker));

async function plant(accountId: string): Promise<void> {
  const own = { where: { accountId } };
  await portal.owner.ticket.updateMany({ ...own, data: { subject: TICKET_WORD } });
  await portal.owner.ticketMessage.updateMany({ ...own, data: { body: TICKET_WORD } });
  await portal.owner.serviceCredential.updateMany({
    ...own,
    data: { label: LOGIN_WORD, username: LOGIN_WORD, note: LOGIN_WORD, url: `https://${LOGIN_WORD}.example` },
  });
}

/** The complete response, with tickets and credentials marked before the call. */
async function answer(operation: (typeof operations)[number], email: string, input?: object): Promise<string> {
  const accountId = portal.demo.northwind.id;
  const sample = await samples[operation.name]?.({ portal, accountId, email });
  await plant(accountId);
  const cookie = await portal.cookie(email);
  const response = await restCall({ operation, accountId, input: { ...sample, ...input }, cookie });
  return [...response.headers].join("\n") + Buffer.from(await response.arrayBuffer()).toString("latin1");
}

const searching = operations.filter(({ kind, input }) => kind === "query" && "q" in input.shape);

/** The words found by searching for the start of each: the response may echo the query, but that isn't a whole word. */
async function foundBy(email: string, operation: (typeof operations)[number]): Promise<string[]> {
  const found: string[] = [];
  for (const word of [TICKET_WORD, LOGIN_WORD]) {
    found.push(...markersIn(await answer(operation, email, { q: word.slice(0, -2) })));
  }
  return found;
}

describe("a contact with only billing", () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))(
    "finds nothing of tickets and login details in %s",
    async (_, operation) => {
      expect(markersIn(await answer(operation, viewers.billing))).toEqual([]);
    },
  );

  test("finds no tickets by searching", async () => {
    for (const operation of searching) expect(await foundBy(viewers.billing, operation), operation.name).toEqual([]);
  });
});

test("support finds tickets by the same search; nothing finds credentials", async () => {
  const finding: Record<string, string[]> = {};
  for (const operation of searching.filter(({ scope }) => scope === "account")) {
    const found = await foundBy(viewers.support, operation);
    if (found.length > 0) finding[operation.name] = [...new Set(found)];
  }
  expect(finding).toEqual({ "search.find": [TICKET_WORD], "tickets.list": [TICKET_WORD] });
});

test("the same queries show support both terms", async () => {
  const seen = new Set<string>();
  for (const operation of operations.filter(({ name }) => /^(services|tickets)\.(list|view|reveal)/.test(name))) {
    for (const marker of markersIn(await answer(operation, viewers.support))) seen.add(marker);
  }
  expect([...seen].sort()).toEqual([TICKET_WORD, LOGIN_WORD]);
});
