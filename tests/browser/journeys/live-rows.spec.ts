import { expect, type Page } from "@playwright/test";
import { addDays } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
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

/** Pages are told of what the log says was done. */
const done = (db: OwnerDatabase, accountId: string, target: { type: string; id: string; permission: string }) =>
  db.auditEvent.create({
    data: {
      ...{
        accountId,
        actorName: "Sam Whitfield",
        via: "form",
        operation: "test",
        summary: "Changed it",
        outcome: "done",
      },
      ...{ permission: target.permission, targetType: target.type, targetId: target.id },
    },
  });

test("a ticket of an open list keeps the focus when it changes", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const customer = await browserOf(account.support);
  await openLive(customer, account, `${account.base}/tickets`);
  const link = customer.getByRole("link", { name: /Console shows no picture/ });
  const row = customer.getByRole("row").filter({ has: link });
  const told = { type: "ticket", id: account.ticketId, permission: "support.tickets.reply" };
  await link.focus();
  await db.ticket.update({ where: { id: account.ticketId }, data: { status: "open" } });
  await done(db, account.id, told);
  await expect(row).toContainText("Open");
  await expect(link).toBeFocused();
  await db.ticket.update({ where: { id: account.ticketId }, data: { subject: "Console shows no picture at all" } });
  await done(db, account.id, told);
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
  const { id } = await db.invoice.findFirstOrThrow({ where: { accountId: account.id } });
  await db.invoice.update({ where: { id }, data: { dueAt: addDays(new Date(), -40) } });
  await done(db, account.id, { type: "invoice", id, permission: "billing.invoices.view" });
  await expect(customer.getByRole("table", { name: "Invoices" })).toContainText("Overdue");
  await expect(box).toBeChecked();
  await expect(box).toBeFocused();
});
