import { expect, type Page } from "@playwright/test";
import { pageCases } from "@/tests/fixtures/browser/page-cases";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";
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
  const planted = await plantWorkspaceMarkers(db, accountId, contacts);
  const { id: invoiceId } = await db.invoice.findFirstOrThrow({ where: { accountId } });
  const own = { accountId, serviceId, ticketId, invoiceId, contactId: contacts.support };
  records = { ...(await createPageRecords(db)), ...own, ...planted, draftDecisionId: planted.decisionId };
});

const inAccount = Object.entries(pageCases).filter(([route]) => route.startsWith("/a/"));

/** The page, and the client-side navigation payload of its search results, complete with headers. */
async function everyByte(page: Page, path: string): Promise<string> {
  const bytes = async (url: string, headers = {}) => {
    const answer = await page.request.get(url, { headers });
    return JSON.stringify(answer.headersArray()) + (await answer.body()).toString("utf8");
  };
  const found = await bytes(`${path}${path.includes("?") ? "&" : "?"}q=${STEM}`, { rsc: "1" });
  return [await bytes(path), found].join("\n");
}

for (const who of ["owner", "billing", "support"] as const) {
  test(`the pages show the ${who} what they are in, and nothing else`, async ({ browserOf }) => {
    const page = await browserOf(testAccount[who]);
    const seen = new Set<Marked>();
    for (const [route, { path }] of inAccount) {
      const sent = await everyByte(page, path(records));
      expect.soft(leaksTo(who, sent), route).toEqual([]);
      for (const marked of markedIn(sent)) seen.add(marked);
    }
    const theirs = (Object.keys(markers) as Marked[]).filter((one) =>
      (markers[one].may as readonly string[]).includes(who),
    );
    expect([...seen].sort()).toEqual(theirs.sort());
  });
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
