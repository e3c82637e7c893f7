import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/lib/http/registry";
import {
  MARKED_FIGURES,
  MARKED_LAST4,
  MARKED_WORD,
  markersIn,
  plantBillingMarkers,
} from "@/tests/fixtures/billing-markers";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { samples } from "@/tests/operations/samples";

const SUPPORT = "support@northwind.example";
const OWNER = "owner@northwind.example";
const queries = operations.filter(({ kind }) => kind === "query");

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

/** A part of every marker: the response may echo the query, but a part isn't a marker. */
const BEGINNINGS = [MARKED_WORD.slice(0, -1), MARKED_LAST4.slice(0, -1), "73918"];

/** The complete response of an operation to a person, with billing data marked again before the call. */
async function answer(operation: (typeof queries)[number], email: string, input?: object): Promise<string> {
  const accountId = portal.demo.northwind.id;
  const sample = (await samples[operation.name]?.({ portal, accountId, email })) ?? {};
  await plantBillingMarkers(portal.owner, accountId);
  const cookie = await portal.cookie(email);
  const response = await restCall({ operation, accountId, input: { ...sample, ...input }, cookie });
  return [...response.headers].join("\n") + Buffer.from(await response.arrayBuffer()).toString("latin1");
}

describe("a contact with only support", () => {
  test.each(queries.map((operation) => [operation.name, operation] as const))(
    "finds nothing of billing in %s",
    async (_, operation) => {
      expect(markersIn(await answer(operation, SUPPORT))).toEqual([]);
    },
  );

  test("finds nothing about billing in search, tickets, services or activity", async () => {
    const searching = queries.filter(({ input }) => "q" in input.shape);
    expect(searching.map(({ name }) => name)).toContain("search.find");
    for (const operation of searching) {
      for (const q of BEGINNINGS) {
        expect(markersIn(await answer(operation, SUPPORT, { q })), `${operation.name} ${q}`).toEqual([]);
      }
    }
  });
});

test("the same search shows the owner the term and the amount", async () => {
  const find = queries.filter(({ name }) => name === "search.find");
  const [byWord = ""] = await Promise.all(find.map((one) => answer(one, OWNER, { q: BEGINNINGS[0] })));
  expect(markersIn(byWord)).toEqual(expect.arrayContaining([MARKED_WORD, "73,918.46"]));
});

test("the same queries show the owner the term, the card and the amount", async () => {
  const seen = new Set<string>();
  for (const operation of queries.filter(({ scope }) => scope === "account")) {
    for (const marker of markersIn(await answer(operation, OWNER))) seen.add(marker);
  }
  expect([...seen]).toEqual(expect.arrayContaining([MARKED_WORD, MARKED_LAST4, MARKED_FIGURES[0]]));
});
