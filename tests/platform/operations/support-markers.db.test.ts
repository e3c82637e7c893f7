import { describe, expect, test } from "vitest";
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
import { samples } from "@/tests/operations/samples";
import { viewers } from "@/tests/operations/viewers";

const calls = portalOfCalls();

/** The complete response, with tickets and credentials marked before the call. */
async function answer(operation: (typeof operations)[number], email: string, input?: object): Promise<string> {
  const { portal } = calls;
  const accountId = portal.demo.northwind.id;
  const sample = await samples[operation.name]?.({ portal, accountId, email });
  await plantSupportMarkers(portal.owner, accountId);
  const cookie = await calls.cookieOf(email);
  const response = await restCall({ operation, accountId, input: { ...sample, ...input }, cookie });
  const whole = [...response.headers].join("\n") + Buffer.from(await response.arrayBuffer()).toString("latin1");
  await calls.putBack(operation.name);
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

describe("a contact with only billing", () => {
  test("has notifications of tickets from when they saw them, and none of them counts", async () => {
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

  test.each(operations.map((operation) => [operation.name, operation] as const))(
    "finds nothing of tickets and login details in %s",
    async (_, operation) => {
      expect(supportMarkersIn(await answer(operation, viewers.billing))).toEqual([]);
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
    for (const marker of supportMarkersIn(await answer(operation, viewers.support))) seen.add(marker);
  }
  expect([...seen].sort()).toEqual([TICKET_WORD, LOGIN_WORD]);
});

describe("what staff keep for themselves", () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))(
    "is not in the answer of %s to the account's owner",
    async (_, operation) => {
      expect(supportMarkersIn(await answer(operation, viewers.owner), [STAFF_WORD])).toEqual([]);
    },
  );

  test("is found by no customer who searches", async () => {
    for (const email of [viewers.owner, viewers.support]) {
      for (const operation of searching) expect(await foundBy(email, operation)).not.toContain(STAFF_WORD);
    }
  });

  test("is in the same answers to staff", async () => {
    const seen: string[] = [];
    for (const operation of operations.filter(({ kind }) => kind === "query")) {
      if (supportMarkersIn(await answer(operation, viewers.manager), [STAFF_WORD]).length > 0)
        seen.push(operation.name);
    }
    expect(seen).toEqual(
      expect.arrayContaining([
        ...["activity.list", "canned-replies.list", "inbound-mail.list", "queue.list", "tags.list", "tickets.view"],
        ...["merging.list-messages", "canned-replies.fill", "tags.list-of-ticket", "service-levels.view"],
      ]),
    );
  });
});
