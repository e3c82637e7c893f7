import { expect, type Page } from "@playwright/test";
import { addDays } from "@/lib/platform/kernel/dates";
import { hydrated } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

/** Opens a list and waits until it is told of changes. */
async function openLive(page: Page, account: { readonly id: string }, path: string): Promise<void> {
  const told = page.waitForResponse((answer) => answer.url().endsWith(`/api/live/${account.id}`) && answer.ok());
  await page.goto(path);
  await hydrated(page);
  await told;
}

test("a ticket of an open list keeps the focus when it changes", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const customer = await browserOf(account.support);
  await openLive(customer, account, `${account.base}/tickets`);
  const link = customer.getByRole("link", { name: /Console shows no picture/ });
  const row = customer.getByRole("row").filter({ has: link });
  await link.focus();
  await db.ticket.update({ where: { id: account.ticketId }, data: { status: "open" } });
  await expect(row).toContainText("Open");
  await expect(link).toBeFocused();
  await db.ticket.update({ where: { id: account.ticketId }, data: { subject: "Console shows no picture at all" } });
  await expect(row).toContainText("at all");
  await expect(link).toBeFocused();
});

test("an invoice of an open list stays selected when it changes, and so does the focus on its checkbox", async ({
  db,
  browserOf,
}) => {
  const account = await buildTestAccount(db);
  const customer = await browserOf(account.owner);
  await openLive(customer, account, `${account.base}/invoices`);
  const box = customer.getByRole("table", { name: "Invoices" }).getByRole("checkbox");
  await box.check();
  await db.invoice.updateMany({ where: { accountId: account.id }, data: { dueAt: addDays(new Date(), -40) } });
  await expect(customer.getByRole("table", { name: "Invoices" })).toContainText("Overdue");
  await expect(box).toBeChecked();
  await expect(box).toBeFocused();
});
