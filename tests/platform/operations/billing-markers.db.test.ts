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
import { sharedSamples } from "@/tests/operations/shared-samples";

const SUPPORT = "support@northwind.example";
const OWNER = "owner@northwind.example";
const queries = operations.filter(({ kind }) => kind === "query");

let portal: TestPortal;
const sampleOf = sharedSamples(() => ({ portal, accountId: portal.demo.northwind.id }));
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

/** A part of every marker: the response may echo the query, but a part isn't a marker. */
const BEGINNINGS = [MARKED_WORD.slice(0, -1), MARKED_LAST4.slice(0, -1), "73918"];

const cookies = new Map<string, string>();
/** The input that the billing data was last marked for. */
let marked: object | undefined;

/** The complete response of an operation to a person, with billing data marked again before the call. */
async function answer(operation: (typeof queries)[number], email: string, input?: object): Promise<string> {
  const accountId = portal.demo.northwind.id;
  const sample = await sampleOf(operation, email);
  if (sample !== marked) await plantBillingMarkers(portal.owner, accountId);
  marked = sample;
  const cookie = cookies.get(email) ?? (await portal.cookie(email));
  cookies.set(email, cookie);
  const response = await restCall({ operation, accountId, input: { ...sample, ...input }, cookie });
  return [...response.headers].join("\n") + Buffer.from(await response.arrayBuffer()).toString("latin1");
}

/** What the same queries showed the owner. */
const shownToOwner = new Set<string>();

const searching = queries.filter(({ input }) => "q" in input.shape);

test("the search of everything is one of those that are searched", () => {
  expect(searching.map(({ name }) => name)).toContain("search.find");
});

describe.each(queries.map((operation) => [operation.name, operation] as const))("%s", (_, operation) => {
  test("shows a contact with only support nothing of billing", async () => {
    expect(markersIn(await answer(operation, SUPPORT))).toEqual([]);
    if (operation.scope !== "account") return;
    for (const marker of markersIn(await answer(operation, OWNER))) shownToOwner.add(marker);
  });

  if (searching.includes(operation))
    test("finds a contact with only support nothing about billing", async () => {
      for (const q of BEGINNINGS) expect(markersIn(await answer(operation, SUPPORT, { q })), q).toEqual([]);
    });
});

test("the same queries show the owner the term, the card and the amount", () => {
  expect([...shownToOwner]).toEqual(expect.arrayContaining([MARKED_WORD, MARKED_LAST4, MARKED_FIGURES[0]]));
});

test("the same search shows the owner the term and the amount", async () => {
  const find = queries.filter(({ name }) => name === "search.find");
  const [byWord = ""] = await Promise.all(find.map((one) => answer(one, OWNER, { q: BEGINNINGS[0] })));
  expect(markersIn(byWord)).toEqual(expect.arrayContaining([MARKED_WORD, "73,918.46"]));
});
