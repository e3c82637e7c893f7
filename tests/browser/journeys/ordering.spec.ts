import { expect, type Page } from "@playwright/test";
import { grantCredit } from "@/lib/billing/core/credits/grant-credit";
import { periodUntil } from "@/lib/billing/core/pricing/period";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

let testAccount: TestAccount;
test.beforeEach(async ({ db }) => {
  testAccount = await buildTestAccount(db);
});

const main = (page: Page) => page.getByRole("main");
const facts = (page: Page, name: string) =>
  page.getByRole("table", { name }).getByRole("row").filter({ visible: true });

test("orders with options and a coupon, reviews the totals first, and cancels the order", async ({ db, browserOf }) => {
  const owner = await browserOf(testAccount.owner);
  await openPage(owner, `${testAccount.base}/services`);
  await owner.getByRole("link", { name: "Order service" }).first().click();
  await owner.getByRole("link", { name: "Virtual server M" }).click();
  await expect(owner.getByRole("heading", { name: "Order Virtual server M" })).toBeVisible();
  await owner.getByRole("radio", { name: /Yearly/ }).check();
  await owner.getByLabel("Memory").selectOption({ label: "16 GB, €11.00 per month or €110.00 per year more" });
  await owner.getByLabel("Location").selectOption({ label: "Frankfurt, FRA-1" });
  await owner.getByLabel("Name").fill("shop.halden.example");
  await owner.getByLabel(/Coupon code/).fill("nosuchcode");
  await owner.getByRole("button", { name: "Review order" }).click();
  // The choices are kept, and the message is at the field.
  await expect(main(owner)).toContainText("Coupon code not found. Check the spelling.");
  await expect(owner.getByLabel("Name")).toHaveValue("shop.halden.example");
  await expect(owner.getByRole("radio", { name: /Yearly/ })).toBeChecked();
  await owner.getByLabel(/Coupon code/).fill("welcome20");
  await owner.getByRole("button", { name: "Review order" }).click();

  const sums = facts(owner, "Invoice preview");
  await expect(sums.filter({ hasText: "Virtual server M" })).toContainText("€359.00");
  await expect(sums.filter({ hasText: "Discount" })).toContainText("-€71.80");
  await expect(sums.filter({ hasText: "Tax, 21%" })).toContainText("€60.31");
  await expect(sums.filter({ hasText: "Total" })).toContainText("€347.51");
  await owner.getByRole("button", { name: "Order for €347.51" }).click();
  await expect(main(owner)).toContainText("Order placed");
  await expect(main(owner)).toContainText(/as soon as invoice INV-[\d-]+ is paid\. Amount due: €347\.51\./);
  const told = { toAddress: testAccount.owner, subject: { startsWith: "Order #" } };
  expect((await db.outboxMail.findFirstOrThrow({ where: told })).text).toContain("€347.51");

  await owner.getByRole("button", { name: "Cancel order…" }).click();
  const dialog = owner.getByRole("dialog");
  await expect(dialog).toContainText("Its invoice is void");
  await dialog.getByRole("button", { name: "Cancel order" }).click();
  await expect(main(owner)).toContainText("Order cancelled");
  const { status } = await db.invoice.findFirstOrThrow({
    where: { accountId: testAccount.id, orders: { some: { service: { name: "shop.halden.example" } } } },
  });
  expect(status).toBe("void");
});

test("sees the price update with each choice, and chooses whether to use account credit", async ({ db, browserOf }) => {
  await giveCredit(db, testAccount.id, 500n);
  const { id } = await db.product.findUniqueOrThrow({ where: { slug: "vps-m" } });
  const owner = await browserOf(testAccount.owner);
  await openPage(owner, `${testAccount.base}/services/order/${id}`);
  const price = owner.getByRole("region", { name: "Price" });
  await expect(price).toContainText("€30.13");
  await expect(price).toContainText("-€5.00");
  await expect(price).toContainText("€25.13");
  await owner.getByLabel("Memory").selectOption("12gb");
  await expect(price).toContainText("€37.39");
  await owner.getByLabel(/Coupon code/).fill("welcome20");
  await expect(price).toContainText("€29.91");
  await owner.getByRole("checkbox", { name: "Use account credit" }).uncheck();
  await expect(price).not.toContainText("-€5.00");
  await owner.getByLabel("Name").fill("kept.halden.example");
  await owner.getByRole("button", { name: "Review order" }).click();
  await expect(main(owner)).toContainText("Account credit won't be used for this order.");
  await owner.getByRole("button", { name: "Order for €29.91" }).click();
  await expect(main(owner)).toContainText("Amount due: €29.91");
});

async function giveCredit(db: OwnerDatabase, id: string, amountMinor: bigint) {
  const credit = { amountMinor, currency: "EUR", reason: "Goodwill", source: `test:${id}` };
  await db.$transaction((tx) =>
    grantCredit({ db: tx, account: { id, name: testAccount.name }, now: new Date() }, credit),
  );
}

test("upgrades the plan after reviewing the credit and the amount due", async ({ db, browserOf }) => {
  await chargeForPeriod(db);
  const owner = await browserOf(testAccount.owner);
  await openPage(owner, `${testAccount.base}/services/${testAccount.serviceId}`);
  await owner.getByRole("link", { name: "Change plan" }).click();
  await expect(main(owner).getByRole("listitem").filter({ hasText: "Current plan" })).toContainText("Virtual server M");
  await owner.getByRole("link", { name: "Virtual server L" }).click();
  await owner.getByLabel("Memory").selectOption({ label: "64 GB, €32.00 per month or €320.00 per year more" });
  await owner.getByRole("button", { name: "Review change" }).click();
  await expect(main(owner)).toContainText(/Credited.*including tax for 1[12] of (28|29|30|31) unused days/s);
  const due = await facts(owner, "Invoice preview").filter({ hasText: "Total" }).getByRole("cell").textContent();
  await owner.getByRole("button", { name: `Change plan for ${due}` }).click();
  await expect(owner).toHaveURL(new RegExp(`/services/${testAccount.serviceId}$`));
  await expect(main(owner)).toContainText("Virtual server L");
  await expect(main(owner)).toContainText("€101.90");
  const credited = await db.creditNote.findFirstOrThrow({ where: { accountId: testAccount.id } });
  expect(credited.appliedMinor).toBe(credited.totalMinor);
});

test("sees what a plan change costs today and at the next renewal, updated with each choice", async ({
  db,
  browserOf,
}) => {
  await chargeForPeriod(db);
  const owner = await browserOf(testAccount.owner);
  await openPage(owner, `${testAccount.base}/services/${testAccount.serviceId}/change-plan`);
  await owner.getByRole("link", { name: "Virtual server M" }).click();
  const price = owner.getByRole("region", { name: "Price" });
  await expect(price).toContainText("This is already the current plan.");
  await expect(main(owner).getByRole("alert")).toHaveCount(0);

  await owner.getByLabel("Memory").selectOption("12gb");
  await expect(price).toContainText("effective immediately");
  await expect(price).toContainText(/Next renewal, \d+ \w+ \d{4}\s*€37\.39/);
  await owner.getByRole("radio", { name: /^At renewal/ }).check();
  await expect(price).toContainText(/Due today\s*€0\.00/);
  await owner.getByRole("radio", { name: /Yearly/ }).check();
  await expect(price).toContainText("€373.89");
  await owner.getByRole("radio", { name: "Now" }).check();
  await owner.getByRole("radio", { name: /^Now/ }).check();
  await expect(price).toContainText("effective immediately");
  const due = await price.getByRole("definition").first().textContent();
  expect(due).not.toBe("€0.00");
  await owner.getByRole("button", { name: "Review change" }).click();
  await expect(main(owner)).toContainText(/Next renewal, \d+ \w+ \d{4}\s*€373\.89/);
  await expect(owner.getByRole("button", { name: `Change plan for ${due}` })).toBeVisible();
});

test("schedules a downgrade for renewal, and cancels it", async ({ browserOf }) => {
  const owner = await browserOf(testAccount.owner);
  await openPage(owner, `${testAccount.base}/services/${testAccount.serviceId}/change-plan`);
  await owner.getByRole("link", { name: "Virtual server S" }).click();
  await owner.getByRole("button", { name: "Review change" }).click();
  await expect(main(owner)).toContainText("Nothing is charged or credited now.");
  await owner.getByRole("button", { name: "Change plan" }).click();
  await expect(main(owner)).toContainText("Plan change scheduled");
  await owner.getByRole("button", { name: "Keep current plan" }).click();
  await expect(main(owner).getByText("Plan change scheduled")).toHaveCount(0);
});

test("cancels at the end of the period, and undoes it", async ({ db, browserOf }) => {
  await chargeForPeriod(db);
  const owner = await browserOf(testAccount.owner);
  await openPage(owner, `${testAccount.base}/services/${testAccount.serviceId}`);
  await owner.getByRole("link", { name: "Cancel service…" }).click();
  // Both options are explained before the choice.
  await expect(main(owner)).toContainText(/runs until .* and doesn't renew\. Nothing is credited/);
  await expect(main(owner)).toContainText(
    /1[12] of (28|29|30|31) days of the billing period are unused\. A credit note of €/,
  );
  await expect(owner.getByRole("radio", { name: "At the end of the billing period" })).toBeChecked();
  await owner.getByLabel("Type the service name to confirm").fill(testAccount.serviceName);
  await owner.getByRole("button", { name: "Cancel service" }).click();
  await expect(main(owner)).toContainText("Cancellation scheduled");
  await expect(main(owner)).toContainText("Active");
  await owner.getByRole("button", { name: "Undo cancellation" }).click();
  await expect(main(owner).getByText("Cancellation scheduled")).toHaveCount(0);
  await expect(owner.getByRole("link", { name: "Cancel service…" })).toBeVisible();
  expect(await db.creditNote.count({ where: { accountId: testAccount.id } })).toBe(0);
});

/** The account's open invoice is the one for the current period. */
async function chargeForPeriod(db: OwnerDatabase): Promise<void> {
  const { renewsAt, billingDay } = await db.service.findUniqueOrThrow({ where: { id: testAccount.serviceId } });
  if (renewsAt === null || billingDay === null) throw new Error("The service does not renew.");
  const { start, end } = periodUntil(renewsAt, "month", billingDay);
  await db.invoiceLine.updateMany({
    where: { serviceId: testAccount.serviceId },
    data: { kind: "recurring", periodStart: start, periodEnd: end },
  });
}
