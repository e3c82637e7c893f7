import { expect, type Page } from "@playwright/test";
import { MARKED_LAST4, MARKED_WORD, markersIn, plantBillingMarkers } from "@/tests/fixtures/billing-markers";
import { pageCases } from "@/tests/fixtures/browser/page-cases";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

let testAccount: TestAccount;
let records: PageRecords;
test.beforeAll(async ({ db }) => {
  testAccount = await buildTestAccount(db);
  await db.paymentMethod.create({
    data: {
      accountId: testAccount.id,
      kind: "card",
      brand: "Visa",
      last4: "4242",
      holder: "Astrid Halden",
      isDefault: true,
    },
  });
  await plantBillingMarkers(db, testAccount.id);
  const { id: invoiceId } = await db.invoice.findFirstOrThrow({ where: { accountId: testAccount.id } });
  const { serviceId, ticketId, contacts } = testAccount;
  records = {
    ...(await createPageRecords(db)),
    accountId: testAccount.id,
    serviceId,
    ticketId,
    invoiceId,
    contactId: contacts.support,
  };
});

/** The page, its client-side navigation payload and its search results, complete with headers. */
async function everyByte(page: Page, path: string): Promise<string> {
  const bytes = async (url: string, headers = {}) => {
    const answer = await page.request.get(url, { headers });
    return JSON.stringify(answer.headersArray()) + (await answer.body()).toString("utf8");
  };
  const found = await bytes(`${path}${path.includes("?") ? "&" : "?"}q=${MARKED_LAST4}`);
  // The query itself may be echoed, but nothing it leads to, neither a number nor a word.
  return [await bytes(path), await bytes(path, { rsc: "1" }), found.replaceAll(MARKED_LAST4, "")].join("\n");
}

const inAccount = Object.entries(pageCases).filter(([route]) => route.startsWith("/a/"));

test("no page sends a contact with only support anything about billing", async ({ browserOf }) => {
  const page = await browserOf(testAccount.support);
  for (const [route, { path }] of inAccount) {
    expect.soft(markersIn(await everyByte(page, path(records))), route).toEqual([]);
  }
});

test("the same pages send the owner the markers: the term, the card and the amount", async ({ browserOf }) => {
  const page = await browserOf(testAccount.owner);
  const seen = new Set<string>();
  for (const [, { path }] of inAccount) {
    const sent = (await page.request.get(path(records))).text();
    for (const marker of markersIn(await sent)) seen.add(marker);
  }
  expect([...seen]).toEqual(expect.arrayContaining([MARKED_WORD, MARKED_LAST4, "73,918.46"]));
});
