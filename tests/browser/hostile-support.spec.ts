import { expect, type Page } from "@playwright/test";
import { desk, phone } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { pageCases } from "@/tests/fixtures/browser/page-cases";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";
import { ATTACK, PLANTED, plantHostileSupport } from "@/tests/fixtures/hostile-support";

let account: TestAccount;
let records: PageRecords;
let clear = async () => {};
test.beforeAll(async ({ db }) => {
  account = await buildTestAccount(db);
  const planted = await plantHostileSupport(db, account);
  clear = planted.clear;
  const { id: accountId, serviceId, ticketId, contacts } = account;
  const { id: credentialId } = await db.serviceCredential.findFirstOrThrow({ where: { accountId } });
  const { id: requestId } = await db.roleRequest.findFirstOrThrow({ where: { accountId } });
  records = {
    ...(await createPageRecords(db)),
    ...{ accountId, serviceId, ticketId, credentialId, requestId },
    ...{ contactId: contacts.support, inboundMailId: planted.mailId },
  };
});
test.afterAll(() => clear());

const inAccount = (...paths: readonly string[]) => paths.map((path) => `/a/[accountId]${path}`);

/** Pages that show what customers, mail and staff wrote, to customers and to staff. */
const shared = inAccount("/tickets", "/tickets/[ticketId]", "/people/[contactId]", "/services/[serviceId]");
const ofCustomers = [
  ...shared,
  ...inAccount("", "/tickets/new", "/notifications", "/activity", "/people", "/people/requests"),
  ...inAccount("/people/role-requests/[requestId]", "/people/[contactId]/access", "/settings/staff-access"),
];
const ofStaff = [
  ...shared,
  ...inAccount("/tickets/[ticketId]/merge", "/tickets/[ticketId]/split", "/services/[serviceId]/credentials"),
  ...["/staff/tickets", "/staff/tickets/replies", "/staff/tickets/tags", "/staff/inbound-mail"],
  ...["/staff/inbound-mail/[mailId]", "/staff/role-requests", "/staff/accounts/[accountId]", "/staff/visits"],
  "/staff/accounts/[accountId]/role-requests/[requestId]",
];

/** Opens these pages, and returns what ran, was loaded or was blocked, with how many showed an attack. */
async function readAll(page: Page, routes: readonly string[]): Promise<{ events: string[]; shown: number }> {
  const events: string[] = [];
  let route = "";
  page.on("dialog", (dialog) => dialog.dismiss().then(() => events.push(`${route}: a dialog`)));
  page.on("pageerror", (error) => events.push(`${route}: ${error.message}`));
  page.on("request", (request) => /evil\.example/.test(request.url()) && events.push(`${route}: ${request.url()}`));
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) events.push(`${route}: ${message.text()}`);
  });
  let shown = 0;
  for (route of routes) {
    await page.goto(pageCases[route]?.path(records) ?? "", { waitUntil: "load" });
    const { ran, planted, said } = await page.evaluate((planted) => {
      for (const folded of document.querySelectorAll("details")) folded.open = true;
      return {
        ran: "ran" in window,
        planted: document.querySelectorAll(planted).length,
        said: document.querySelector("main")?.textContent?.includes("ran=1"),
      };
    }, PLANTED);
    if (ran || planted > 0) events.push(`${route}: ran ${ran}, ${planted} elements`);
    if (said) shown += 1;
  }
  return { events, shown };
}

for (const [who, email, routes] of [
  ["a customer", () => account.owner, ofCustomers],
  ["staff", () => demo.manager, ofStaff],
] as const) {
  test(`nothing that others wrote for the support desk runs, loads or is blocked on a page of ${who}`, async ({
    browserOf,
  }) => {
    const { events, shown } = await readAll(await browserOf(email()), routes);
    expect(events).toEqual([]);
    // The others are forms, or lists of other accounts as well.
    expect(shown).toBeGreaterThan(routes.length / 2);
  });
}

test("a canned reply is put into the form as it was written", async ({ browserOf, db }) => {
  const page = await browserOf(demo.agent);
  const reply = await db.cannedReply.findFirstOrThrow({ where: { body: ATTACK } });
  await page.goto(`/a/${account.id}/tickets/${account.ticketId}?canned=${reply.id}`);
  await expect(page.getByRole("textbox", { name: "Reply" })).toHaveValue(/ran=1/);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});

for (const viewport of [phone, desk]) {
  test(`the original of a mail has nothing to run, load or block, at ${viewport.width} px`, async ({ browserOf }) => {
    const page = await browserOf(demo.manager, { viewport });
    const events: string[] = [];
    page.on("request", (request) => /evil\.example/.test(request.url()) && events.push(request.url()));
    page.on("console", (message) => {
      if (/Content Security Policy|Refused to|sandbox/i.test(message.text())) events.push(message.text());
    });
    await page.goto(`/staff/inbound-mail/${records.inboundMailId}`);
    await page.getByText("Original, without remote pictures").click();
    await expect(page.getByText("1 remote picture was left out.")).toBeVisible();
    await expect(page.frameLocator("iframe").getByText("Hello")).toBeVisible();
    await picture(page, `original-of-a-mail-${viewport.width}`);
    const contents = `/api/v1/staff/inbound-mail/${records.inboundMailId}/contents`;
    await page.goto(contents);
    await page.getByText("x", { exact: true }).first().click();
    await expect(page.getByText("Hello")).toBeVisible();
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    expect(await page.locator("a[href], button, form, script, link, meta[http-equiv], base, object").count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe(contents);
    expect(events).toEqual([]);
  });
}
