import { expect, type Page } from "@playwright/test";
import { pageCases } from "@/tests/fixtures/browser/page-cases";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";
import {
  LOGIN_WORD,
  plantTicketMarkers,
  STAFF_WORD,
  supportMarkersIn,
  TICKET_WORD,
} from "@/tests/fixtures/support-markers";

let testAccount: TestAccount;
let records: PageRecords;
test.beforeAll(async ({ db }) => {
  testAccount = await buildTestAccount(db);
  await plantTicketMarkers(db, testAccount.id);
  const { id: invoiceId } = await db.invoice.findFirstOrThrow({ where: { accountId: testAccount.id } });
  const { serviceId, ticketId, contacts } = testAccount;
  const { id: credentialId } = await db.serviceCredential.findFirstOrThrow({ where: { accountId: testAccount.id } });
  records = {
    ...(await createPageRecords(db)),
    accountId: testAccount.id,
    ...{ serviceId, ticketId, invoiceId, credentialId },
    contactId: contacts.support,
  };
});

/** The page and its client-side navigation payload, complete with headers. */
async function everyByte(page: Page, path: string): Promise<string> {
  const bytes = async (headers = {}) => {
    const answer = await page.request.get(path, { headers });
    return JSON.stringify(answer.headersArray()) + (await answer.body()).toString("utf8");
  };
  return [await bytes(), await bytes({ rsc: "1" })].join("\n");
}

const inAccount = Object.entries(pageCases).filter(([route]) => route.startsWith("/a/"));

test("no page sends a contact with only billing anything of tickets and login details", async ({ browserOf }) => {
  const page = await browserOf(testAccount.billing);
  for (const [route, { path }] of inAccount) {
    expect.soft(supportMarkersIn(await everyByte(page, path(records))), route).toEqual([]);
  }
});

test("no page sends a customer what staff note about tickets, and the owner the rest", async ({ browserOf }) => {
  const page = await browserOf(testAccount.owner);
  const seen = new Set<string>();
  for (const [route, { path }] of inAccount) {
    const found = supportMarkersIn(await everyByte(page, path(records)));
    expect.soft(found, route).not.toContain(STAFF_WORD);
    for (const marker of found) seen.add(marker);
  }
  expect([...seen].sort()).toEqual([TICKET_WORD, LOGIN_WORD]);
});
