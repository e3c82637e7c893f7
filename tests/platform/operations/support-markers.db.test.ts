import { afterAll, describe, expect, test } from "vitest";
import { operations } from "@/lib/http/registry";
import { restCall } from "@/tests/fixtures/rest-call";
import {
  LOGIN_WORD,
  plantSupportMarkers,
  STAFF_WORD,
  supportMarkersIn,
  TICKET_WORD,
} from "@/tests/fixtures/support-markers";
import { portalOfCalls } from "@/tests/operations/portal-of-calls";
import { sharedSamples } from "@/tests/operations/shared-samples";
import { viewers } from "@/tests/operations/viewers";

const calls = portalOfCalls();
const sampleOf = sharedSamples(() => ({ portal: calls.portal, accountId: calls.portal.demo.northwind.id }));

/** The input that the tickets and login details were last marked for. */
let marked: object | undefined;

/** The complete response, with tickets and login details marked before the call. */
async function answer(operation: (typeof operations)[number], email: string, input?: object): Promise<string> {
  const { portal } = calls;
  const accountId = portal.demo.northwind.id;
  const sample = await sampleOf(operation, email);
  if (sample !== marked) await plantSupportMarkers(portal.owner, accountId);
  marked = sample;
  const cookie = await calls.cookieOf(email);
  const response = await restCall({ operation, accountId, input: { ...sample, ...input }, cookie });
  const whole = [...response.headers].join("\n") + Buffer.from(await response.arrayBuffer()).toString("latin1");
  if (operation.kind === "command") await calls.putBack(operation.name);
  return whole;
}

const searching = operations.filter(({ kind, input }) => kind === "query" && "q" in input.shape);

/** The words found by searching for the start of each: the response may echo the query, but that isn't a whole word. */
async function foundBy(email: string, operation: (typeof operations)[number]): Promise<string[]> {
  const found: string[] = [];
  for (const word of [TICKET_WORD, LOGIN_WORD, STAFF_WORD]) {
    found.push(...supportMarkersIn(await answer(operation, email, { q: word.slice(0, -2) })));
  }
  return found;
}

test("a contact with only billing has notifications of tickets from when they saw them, and none of them counts", async () => {
  const { portal } = calls;
  const accountId = portal.demo.northwind.id;
  await plantSupportMarkers(portal.owner, accountId);
  const unread = { accountId, person: { email: viewers.billing }, readAt: null };
  const ofTickets = { ...unread, kind: "ticket-message" };
  expect(await portal.owner.notification.count({ where: ofTickets })).toBeGreaterThan(0);
  const others = await portal.owner.notification.count({ where: { ...unread, NOT: { kind: "ticket-message" } } });
  const counting = operations.filter(({ name }) => name === "notifications.count-unread");
  for (const operation of counting) {
    expect(await answer(operation, viewers.billing)).toContain(`{"unread":${others}}`);
  }
});

/** The queries that showed staff what they keep for themselves. */
const toldToStaff: string[] = [];

describe.each(operations.map((operation) => [operation.name, operation] as const))("%s", (name, operation) => {
  afterAll(() => calls.putBack(name));

  test("shows a contact with only billing nothing of tickets and login details", async () => {
    expect(supportMarkersIn(await answer(operation, viewers.billing))).toEqual([]);
  });

  test("shows the account's owner nothing that staff keep for themselves", async () => {
    expect(supportMarkersIn(await answer(operation, viewers.owner), [STAFF_WORD])).toEqual([]);
    if (operation.kind === "command") return;
    if (supportMarkersIn(await answer(operation, viewers.manager), [STAFF_WORD]).length > 0) toldToStaff.push(name);
  });

  if (searching.includes(operation))
    test("finds no tickets for billing, and nothing that staff keep for themselves for any customer", async () => {
      expect(await foundBy(viewers.billing, operation)).toEqual([]);
      for (const email of [viewers.owner, viewers.support])
        expect(await foundBy(email, operation)).not.toContain(STAFF_WORD);
    });
});

test("what staff keep for themselves is in the same answers to staff", () => {
  expect(toldToStaff).toEqual(
    expect.arrayContaining([
      ...["activity.list", "canned-replies.list", "inbound-mail.list", "queue.list", "tags.list", "tickets.view"],
      ...["merging.list-messages", "canned-replies.fill", "tags.list-of-ticket", "service-levels.view"],
    ]),
  );
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
    for (const marker of supportMarkersIn(await answer(operation, viewers.support))) seen.add(marker);
  }
  expect([...seen].sort()).toEqual([TICKET_WORD, LOGIN_WORD]);
});
