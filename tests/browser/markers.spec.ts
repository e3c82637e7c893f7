import { expect, type Page } from "@playwright/test";
import { MARKED_LAST4, MARKED_WORD, markersIn, plantBillingMarkers } from "@/tests/fixtures/billing-markers";
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
import {
  leaksTo,
  type Marked,
  markedIn,
  markers,
  plantWorkspaceMarkers,
  STEM,
} from "@/tests/fixtures/workspace-markers";

let testAccount: TestAccount;
let records: PageRecords;
test.beforeAll(async ({ db }) => {
  testAccount = await buildTestAccount(db);
  const { id: accountId, contacts, serviceId, ticketId } = testAccount;
  const card = { brand: "Visa", last4: "4242", holder: "Astrid Halden" };
  await db.paymentMethod.create({ data: { accountId, kind: "card", ...card, isDefault: true } });
  const planted = await plantWorkspaceMarkers(db, accountId, contacts);
  await plantTicketMarkers(db, accountId);
  await plantBillingMarkers(db, accountId);
  const { id: invoiceId } = await db.invoice.findFirstOrThrow({ where: { accountId } });
  const { id: credentialId } = await db.serviceCredential.findFirstOrThrow({ where: { accountId } });
  const own = { accountId, serviceId, ticketId, invoiceId, credentialId, contactId: contacts.support };
  records = { ...(await createPageRecords(db)), ...own, ...planted, draftDecisionId: planted.decisionId };
});

const inAccount = Object.entries(pageCases).filter(([route]) => route.startsWith("/a/"));

/** The page, and the client-side navigation payload of its search results, complete with headers. */
async function everyByte(page: Page, path: string): Promise<string> {
  return `${await bytesOf(page, path)}\n${await bytesOf(page, searching(path, STEM), { rsc: "1" })}`;
}

async function bytesOf(page: Page, path: string, headers = {}): Promise<string> {
  const answer = await page.request.get(path, { headers });
  return JSON.stringify(answer.headersArray()) + (await answer.body()).toString("utf8");
}

const searching = (path: string, q: string) => `${path}${path.includes("?") ? "&" : "?"}q=${q}`;

/** Of billing, and of tickets and login details, that each of them may read. What staff note is for no customer. */
const may = {
  owner: { billing: [MARKED_WORD, MARKED_LAST4, "73,918.46"], support: [TICKET_WORD, LOGIN_WORD] },
  billing: { billing: [MARKED_WORD, MARKED_LAST4, "73,918.46"], support: [] },
  support: { billing: [], support: [TICKET_WORD, LOGIN_WORD] },
} as const;

for (const who of ["owner", "billing", "support"] as const) {
  test(`the pages send the ${who} what is theirs, and nothing else`, async ({ browserOf }) => {
    const page = await browserOf(testAccount[who]);
    const seen = new Set<string>();
    const inWorkspace = new Set<Marked>();
    for (const [route, { path }] of inAccount) {
      const address = path(records);
      const sent = await everyByte(page, address);
      const billing = markersIn(sent);
      const support = supportMarkersIn(sent);
      expect.soft(leaksTo(who, sent), route).toEqual([]);
      expect.soft(support, route).not.toContain(STAFF_WORD);
      if (may[who].billing.length === 0)
        expect.soft([...billing, ...(await foundByCard(page, address))], route).toEqual([]);
      if (may[who].support.length === 0) expect.soft(support, route).toEqual([]);
      for (const marker of [...billing, ...support]) seen.add(marker);
      for (const marked of markedIn(sent)) inWorkspace.add(marked);
    }
    expect([...seen]).toEqual(expect.arrayContaining([...may[who].billing, ...may[who].support]));
    const theirs = (Object.keys(markers) as Marked[]).filter((one) =>
      (markers[one].may as readonly string[]).includes(who),
    );
    expect([...inWorkspace].sort()).toEqual(theirs.sort());
  });
}

/** The query itself may be echoed, but nothing it leads to, neither a number nor a word. */
async function foundByCard(page: Page, path: string): Promise<string[]> {
  return markersIn((await bytesOf(page, searching(path, MARKED_LAST4))).replaceAll(MARKED_LAST4, ""));
}

for (const [who, email] of [
  ["another account's owner", "owner@globex.example"],
  ["a manager of the staff", "staff-manager@portcullis.example"],
] as const) {
  test(`no page shows ${who} anything of the workspace`, async ({ browserOf }) => {
    const page = await browserOf(email);
    for (const [route, { path }] of Object.entries(pageCases)) {
      if (!route.startsWith("/a/") && !route.startsWith("/staff")) continue;
      expect.soft(leaksTo(null, await everyByte(page, path(records))), route).toEqual([]);
    }
  });
}
