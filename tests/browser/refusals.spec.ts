import { expect, type Page } from "@playwright/test";
import { nameOf, type Permission } from "@/lib/policy/permissions";
import { demo } from "@/tests/fixtures/browser/demo";
import { newestMail } from "@/tests/fixtures/browser/mail";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { pageCases } from "@/tests/fixtures/browser/page-cases";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

type Refused = Readonly<Record<string, Permission>>;

const ofAccounting: Refused = {
  "/staff/accounting": "staff.receivables.view",
  "/staff/accounting/failed": "staff.receivables.view",
  "/staff/accounting/returned": "staff.receivables.view",
  "/staff/accounting/taxes": "staff.receivables.view",
  "/staff/accounting/credits": "staff.receivables.view",
  "/staff/accounting/exports": "staff.receivables.view",
  "/staff/billing-setup": "staff.billing-setup.manage",
  "/staff/billing-setup/tax-rates": "staff.billing-setup.manage",
  "/staff/billing-setup/coupons": "staff.billing-setup.manage",
  "/staff/products": "staff.products.manage",
  "/staff/products/new": "staff.products.manage",
  "/staff/products/categories": "staff.products.manage",
  "/staff/products/[productId]": "staff.products.manage",
  "/staff/import": "staff.accounts.create",
  "/staff/import/[importId]": "staff.accounts.create",
  "/a/[accountId]/credit/grant": "billing.invoices.manage",
  "/a/[accountId]/invoices/draft": "billing.invoices.manage",
  "/a/[accountId]/invoices/[invoiceId]/credit": "billing.invoices.manage",
  "/a/[accountId]/invoices/[invoiceId]/manage": "billing.invoices.manage",
  "/a/[accountId]/payments/record": "billing.invoices.manage",
  "/a/[accountId]/payments/[paymentId]/refund": "billing.refunds.issue",
};

const ofTheStaff: Refused = {
  ...ofAccounting,
  "/staff/products/provisioning": "staff.provisioning.manage",
  "/staff/services": "services.set-up",
  "/a/[accountId]/services/[serviceId]/set-up": "services.set-up",
  "/staff": "staff.accounts.find",
  "/staff/accounts": "staff.accounts.find",
  "/staff/accounts/new": "staff.accounts.create",
  "/staff/accounts/[accountId]": "staff.accounts.find",
  "/staff/accounts/[accountId]/give-role": "staff.roles.give",
  "/staff/accounts/[accountId]/transfer": "staff.accounts.find",
  "/staff/clock": "staff.clock.move",
  "/staff/attempts": "staff.attempts.view",
  "/staff/mail": "staff.mail.view",
  "/staff/mail/[mailId]": "staff.mail.view",
  "/staff/team": "staff.team.manage",
  "/staff/team/[personId]": "staff.team.manage",
  "/staff/team/add": "staff.team.manage",
};

const ofTheOwner: Refused = {
  "/a/[accountId]/reports": "reports.view",
  "/a/[accountId]/activity": "activity.view",
  "/a/[accountId]/people/[contactId]/access": "people.roles.change",
  "/a/[accountId]/people/invite": "people.members.add",
  "/a/[accountId]/people/notices-only/add": "people.non-members.add",
  "/a/[accountId]/people/requests": "people.requests.answer",
  "/a/[accountId]/services/[serviceId]/cancel": "services.cancel",
  "/a/[accountId]/services/[serviceId]/change-plan": "services.order",
  "/a/[accountId]/services/order": "services.order",
  "/a/[accountId]/services/order/[productId]": "services.order",
  "/a/[accountId]/services/order/placed/[orderId]": "services.order",
  "/a/[accountId]/settings": "settings.profile.view",
  "/a/[accountId]/settings/areas": "settings.areas.change",
  "/a/[accountId]/settings/close": "account.close",
  "/a/[accountId]/settings/notices": "settings.notices.view",
};

const ofTickets: Refused = {
  "/a/[accountId]/tickets": "support.tickets.view",
  "/a/[accountId]/tickets/[ticketId]": "support.tickets.view",
  "/a/[accountId]/tickets/new": "support.tickets.open",
};

const ofBilling: Refused = {
  "/a/[accountId]/billing": "billing.overview.view",
  "/a/[accountId]/credit-notes": "billing.credit.view",
  "/a/[accountId]/credit-notes/[creditNoteId]": "billing.credit.view",
  "/a/[accountId]/statement": "billing.statements.view",
  "/a/[accountId]/invoices": "billing.invoices.view",
  "/a/[accountId]/invoices/[invoiceId]": "billing.invoices.view",
  "/a/[accountId]/invoices/pay": "billing.invoices.pay",
  "/a/[accountId]/payments": "billing.invoices.view",
  "/a/[accountId]/payments/[paymentId]": "billing.invoices.view",
  "/a/[accountId]/payments/[paymentId]/bank": "billing.invoices.view",
  "/a/[accountId]/payment-methods": "billing.payment-methods.view",
  "/a/[accountId]/payment-methods/add": "billing.payment-methods.update",
  "/a/[accountId]/payment-methods/setup/[setupId]": "billing.payment-methods.update",
};

/** Accounting and managers look at payments and cards; they neither pay for a customer nor change cards. */
const ofPaying: Refused = {
  "/a/[accountId]/invoices/pay": "billing.invoices.pay",
  "/a/[accountId]/payment-methods/add": "billing.payment-methods.update",
  "/a/[accountId]/payment-methods/setup/[setupId]": "billing.payment-methods.update",
};

const { "/a/[accountId]/activity": _, ...ofTheOwnerButActivity } = ofTheOwner;

/** For each person the pages that are denied and the missing permission. All other pages must open. */
const refused: Readonly<Record<string, { email: string; of: Refused }>> = {
  "the owner": { email: demo.owner, of: ofTheStaff },
  "the billing contact": { email: demo.billing, of: { ...ofTheStaff, ...ofTheOwner, ...ofTickets } },
  "the support contact": { email: demo.support, of: { ...ofTheStaff, ...ofTheOwner, ...ofBilling } },
  "a support agent": {
    email: demo.agent,
    of: {
      ...ofBilling,
      ...ofAccounting,
      ...ofTheOwner,
      "/staff/attempts": "staff.attempts.view",
      "/staff/clock": "staff.clock.move",
      "/staff/accounts/new": "staff.accounts.create",
      "/staff/products/provisioning": "staff.provisioning.manage",
      "/staff/team": "staff.team.manage",
      "/staff/team/[personId]": "staff.team.manage",
      "/staff/team/add": "staff.team.manage",
    },
  },
  "a manager of the staff": { email: demo.manager, of: { ...ofTheOwnerButActivity, ...ofPaying } },
};

let records: PageRecords;
test.beforeAll(async ({ db }) => {
  records = await createPageRecords(db);
});

for (const [who, { email, of }] of Object.entries(refused)) {
  test(`${who} is denied only the pages they lack a permission for, which is named`, async ({ browserOf }) => {
    const page = await browserOf(email);
    for (const [route, { path, as }] of Object.entries(pageCases)) {
      const permission = of[route];
      // Public pages are open to everyone.
      if (as === null) continue;
      const answer = await page.request.get(path(records));
      expect.soft(answer.status(), route).toBe(permission ? 403 : 200);
      if (!permission) continue;
      const says = `You don't have access.*You need “${nameOf(permission)}”.*${permission}`;
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
  const areas: Readonly<Record<string, readonly string[]>> = {
    [demo.owner]: ["Dashboard", "Services", "Tickets", "Billing", "People", "Reports", "Activity", "Settings"],
    [demo.billing]: ["Dashboard", "Services", "Billing", "People"],
    [demo.support]: ["Dashboard", "Services", "Tickets", "People"],
    [demo.agent]: ["Staff console", "Services", "Tickets", "People"],
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
  await openPage(support, `${testAccount.base}/tickets/${testAccount.ticketId}`);
  await support.getByRole("textbox", { name: "Reply" }).fill("One more thing.");
  await openPage(billing, `${testAccount.base}/invoices`);

  for (const [contact, role] of [
    [testAccount.contacts.support, "Support"],
    [testAccount.contacts.billing, "Billing"],
  ] as const) {
    await openPage(owner, `${testAccount.base}/people/${contact}/access`);
    await owner.getByRole("checkbox", { name: role, exact: true }).uncheck();
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
