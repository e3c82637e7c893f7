import { expect, type Page } from "@playwright/test";
import { nameOf } from "@/lib/policy/permissions";
import { demo } from "@/tests/fixtures/browser/demo";
import { deniedPages, heldOtherwise } from "@/tests/fixtures/browser/denied-pages";
import { newestMail } from "@/tests/fixtures/browser/mail";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { pageCases } from "@/tests/fixtures/browser/page-cases";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

let records: PageRecords;
test.beforeAll(async ({ db }) => {
  records = await createPageRecords(db);
});

for (const [who, { email, of, unknown }] of Object.entries(deniedPages)) {
  test(`${who} is denied only the pages they lack a permission for, which is named`, async ({ browserOf }) => {
    const page = await browserOf(email);
    for (const [route, { path, as }] of Object.entries(pageCases)) {
      const permission = of[route];
      const status = permission ? 403 : unknown.includes(route) ? 404 : 200;
      // Public pages are open to everyone.
      if (as === null) continue;
      const answer = await page.request.get(path(records));
      expect.soft(answer.status(), route).toBe(status);
      if (!permission) continue;
      const named = `“${nameOf(permission)}”`;
      // Those who may read the record hold the permission for records of their own; staff don't hold it at all.
      const lacks =
        route in heldOtherwise && unknown.length > 0
          ? `You have ${named} with a condition that isn't met here`
          : `You need ${named}`;
      const says = `You don't have access.*${lacks}.*${permission}`;
      expect.soft(await mainText(page, await answer.text()), route).toMatch(new RegExp(says, "s"));
    }
  });
}

/** The main text of a page before any script has run. */
function mainText(page: Page, html: string): Promise<string> {
  return page.evaluate((source) => {
    const main = new DOMParser().parseFromString(source, "text/html").querySelector("main");
    return main?.textContent ?? "";
  }, html);
}

test("a refusal names the people who can grant the permission", async ({ browserOf }) => {
  const page = await browserOf(demo.support);
  await openPage(page, `/a/${records.accountId}/invoices`);
  const main = page.getByRole("main");
  await expect(main).toContainText("Ingrid Solheim");
  await expect(main).toContainText("Marcus Okafor");
  await expect(main).toContainText("can grant it to you");
});

test("a permission that cannot be granted cannot be requested", async ({ browserOf }) => {
  const page = await browserOf(demo.administrator);
  expect((await openPage(page, `/a/${records.accountId}/services/${records.serviceId}/cancel`)).status()).toBe(403);
  await expect(page.getByRole("main").locator("code")).toHaveText("services.cancel");
  await expect(page.getByRole("button", { name: "Request access" })).toHaveCount(0);
});

test("a person requests access, the owner grants it, and the page opens on the next request", async ({
  db,
  browserOf,
}) => {
  const testAccount = await buildTestAccount(db);
  const support = await browserOf(testAccount.support);
  const owner = await browserOf(testAccount.owner);
  await openPage(support, `${testAccount.base}/invoices`);
  await support.getByLabel("Why do you need access?").fill("To check a booking.");
  await support.getByRole("button", { name: "Request access" }).click();
  await expect(support.getByText(/^You requested access/)).toBeVisible();
  await newestMail(db, testAccount.owner, /^Dmitri Orlov requests “View invoices”/);

  await openPage(owner, testAccount.base);
  await openPage(owner, `${testAccount.base}/people/requests`);
  await expect(owner.getByText("To check a booking.")).toBeVisible();
  const form = owner.getByRole("group", { name: "Grant View invoices for Dmitri Orlov" });
  await form.getByRole("button", { name: "Grant" }).click();
  await expect(owner.getByText("No access requests")).toBeVisible();
  expect((await openPage(support, `${testAccount.base}/invoices`)).status()).toBe(200);
  await expect(support.getByRole("table", { name: "Invoices" })).toBeVisible();
});

test("an account is not found by strangers", async ({ browserOf }) => {
  const page = await browserOf(demo.stranger);
  expect((await page.goto(`/a/${records.accountId}`))?.status()).toBe(404);
  await expect(page.getByRole("main")).toBeVisible();
  for (const [route, { path }] of Object.entries(pageCases)) {
    if (!route.startsWith("/a/")) continue;
    const response = await page.request.get(path(records));
    expect.soft(response.status(), route).toBe(404);
    expect.soft(await response.text(), route).not.toContain("Northwind");
  }
});

test("every page redirects to sign-in and back if not signed in", async ({ browserOf }) => {
  const page = await browserOf(null);
  for (const [route, { as, path }] of Object.entries(pageCases)) {
    if (as === null || route === "/") continue;
    const wanted = path(records);
    const { pathname, searchParams } = new URL((await page.request.get(wanted)).url());
    expect.soft(pathname, route).toBe("/sign-in");
    // The console's front page redirects before it authorizes.
    expect.soft(searchParams.get("next"), route).toBe(route === "/staff" ? "/staff/accounts" : wanted);
  }
});

test("the navigation shows only the areas a person can use", async ({ browserOf }) => {
  const workspace = ["Discussions", "Meetings", "Actions", "Decisions", "Documents", "Links"];
  const areas: Readonly<Record<string, readonly string[]>> = {
    [demo.owner]: [
      "Dashboard",
      "Services",
      "Tickets",
      "Billing",
      ...workspace,
      "People",
      "Reports",
      "Activity",
      "Settings",
    ],
    [demo.billing]: ["Dashboard", "Services", "Billing", ...workspace, "People"],
    [demo.support]: ["Dashboard", "Services", "Tickets", ...workspace, "People"],
    [demo.agent]: ["Console", "Services", "Tickets", "People"],
  };
  for (const [email, labels] of Object.entries(areas)) {
    const page = await browserOf(email);
    await page.goto(`/a/${records.accountId}/services`);
    await expect(page.getByRole("navigation", { name: "Areas" }).getByRole("link")).toHaveText([...labels]);
  }
});

test("removing a role ends a live session's access to pages, forms and downloads", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const support = await browserOf(testAccount.support);
  const billing = await browserOf(testAccount.billing);
  const owner = await browserOf(testAccount.owner);
  // Live, the page would be replaced by its refusal before anybody could send the form.
  await support.route("**/api/live/**", (route) => route.abort());
  await openPage(support, `${testAccount.base}/tickets/${testAccount.ticketId}`);
  await support.getByRole("textbox", { name: "Reply" }).fill("One more thing.");
  await openPage(billing, `${testAccount.base}/invoices`);

  for (const [contact, role] of [
    [testAccount.contacts.support, "support"],
    [testAccount.contacts.billing, "billing"],
  ] as const) {
    await openPage(owner, `${testAccount.base}/people/${contact}/access`);
    await owner.locator(`[name=roles][value=${role}]`).uncheck();
    await owner.getByRole("button", { name: "Review" }).click();
    await expect(owner.getByRole("region", { name: "Will no longer be able to" })).toBeVisible();
    await owner.getByRole("button", { name: "Save changes" }).click();
    await expect(owner.getByText("Access updated, effective immediately.")).toBeVisible();
  }

  // The form was open on the screen the whole time.
  await support.getByRole("button", { name: "Send reply" }).click();
  await expect(support.getByRole("main").getByRole("alert")).toContainText("support.tickets.reply");
  expect(await db.ticketMessage.count({ where: { body: "One more thing.", accountId: testAccount.id } })).toBe(0);
  expect((await openPage(support, `${testAccount.base}/tickets`)).status()).toBe(403);
  expect((await openPage(billing, `${testAccount.base}/invoices`)).status()).toBe(403);
  const invoice = await db.invoice.findFirstOrThrow({ where: { accountId: testAccount.id } });
  const pdf = await billing.request.get(`/api/v1/accounts/${testAccount.id}/invoices/${invoice.id}/pdf`);
  expect(pdf.status()).toBe(403);
});
