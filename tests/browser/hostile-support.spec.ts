import { expect, type Page } from "@playwright/test";
import { demo } from "@/tests/fixtures/browser/demo";
import { pageCases } from "@/tests/fixtures/browser/page-cases";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
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
      // Not the original of a mail, which has a test of its own: the browser says what it blocks in there.
      for (const folded of document.querySelectorAll<HTMLDetailsElement>("details:not(:has(iframe))"))
        folded.open = true;
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

test("the original of a mail runs, loads and submits nothing, in its frame or opened by itself", async ({
  browserOf,
}) => {
  const page = await browserOf(demo.manager);
  const asked = new Set<string>();
  page.on("request", (request) => /evil\.example/.test(request.url()) && asked.add(request.url()));
  // What the browser kept back never left it; another host's name would not be found.
  page.on("requestfailed", (request) => {
    if (/csp|BLOCKED/i.test(request.failure()?.errorText ?? "")) asked.delete(request.url());
  });
  await page.goto(`/staff/inbound-mail/${records.inboundMailId}`);
  await page.getByText("Original, without remote pictures").click();
  const frame = page.frameLocator("iframe");
  await expect(frame.getByText("Hello")).toBeVisible();
  const contents = `/api/v1/staff/inbound-mail/${records.inboundMailId}/contents`;
  await page.goto(contents);
  await expect(page.getByText("Hello")).toBeVisible();
  // It is what was sent: the browser keeps it from doing anything.
  for (const act of [page.getByRole("button", { name: "x" }), page.getByRole("link", { name: "x" })]) await act.click();
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  await expect.poll(() => [...asked]).toEqual([]);
  expect(new URL(page.url()).pathname).toBe(contents);
});
