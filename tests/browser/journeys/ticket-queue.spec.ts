import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { addMinutes } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { buildTicket } from "@/prisma/seed/builders/ticket";
import { desk, phone } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

/** Tickets that share a tag, so that a list of them is this test's own. */
async function taggedTickets(db: OwnerDatabase, count: number) {
  const { id: accountId } = await buildTestAccount(db);
  const contact = await db.contact.findFirstOrThrow({ where: { accountId } });
  const { id: tagId } = await db.tag.create({ data: { name: `J ${randomUUID().slice(0, 8)}` } });
  const ids: string[] = [];
  for (let index = 1; index <= count; index++) {
    const ticketId = await buildTicket(db, accountId, {
      subject: `Disk ${index} is full`,
      openedAt: addMinutes(new Date(), index - 60),
      openedBy: { contactId: contact.id, name: contact.name },
      messages: [{ body: "It says 100 percent." }],
    });
    await db.ticketTag.create({ data: { accountId, ticketId, tagId } });
    // Of a later version than the calendar's, so that the worker doesn't compute them meanwhile.
    const due = { dueAt: addMinutes(new Date(), 60 * index), dueVersion: 1_000_000 };
    await db.ticket.update({ where: { id: ticketId }, data: due });
    ids.push(ticketId);
  }
  return { ids, href: `/staff/tickets?tagId=${tagId}` };
}

const row = (page: Page, index: number) => page.getByRole("link", { name: new RegExp(`^Disk ${index} is full`) });

/** With the keys; the list that was just opened may not listen to the first of them. */
const focusFirst = (page: Page) =>
  expect(async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await expect(row(page, 1)).toBeFocused({ timeout: 500 });
  }).toPass();

for (const viewport of [phone, desk]) {
  test(`at ${viewport.width} px an agent clears ten tickets with the keyboard alone`, async ({ db, browserOf }) => {
    const { ids, href } = await taggedTickets(db, 10);
    const page = await browserOf(demo.agent, { viewport });
    await openPage(page, href);
    const { keyboard } = page;
    await expect(page.getByRole("button", { name: "Apply" }).last()).toBeVisible();

    await keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await keyboard.press("Escape");

    await keyboard.press("j");
    await expect(row(page, 1)).toBeFocused();
    await keyboard.press("j");
    await keyboard.press("k");
    await expect(row(page, 1)).toBeFocused();

    // A reply, and back to the same list.
    await keyboard.press("r");
    await expect(page.getByRole("textbox", { name: "Reply" })).toBeFocused();
    await keyboard.type("jerk: we are making room.");
    await keyboard.press("Control+Enter");
    const waiting = page.getByRole("article", { name: "Your reply, not sent yet" });
    await expect(waiting).toContainText("jerk: we are making room.");
    await keyboard.press("n");
    await expect(page.getByRole("textbox", { name: "Internal note" })).toBeFocused();
    await keyboard.type("Ask the storage team.");
    await keyboard.press("Control+Enter");
    await expect(page.getByRole("article", { name: /internal note/ })).toBeVisible();
    await keyboard.press("u");
    await expect(page.getByRole("link", { name: /^Disk/ })).toHaveCount(10);

    // One is assigned and closed; the next one in the list then has the focus.
    await focusFirst(page);
    await keyboard.press("a");
    await expect(page.getByText("1 ticket changed")).toBeVisible();
    await keyboard.press("e");
    await expect(page.getByRole("link", { name: /^Disk/ })).toHaveCount(9);
    await expect(page.locator("a.row-link:focus")).toHaveCount(1);

    // The rest are chosen and closed together.
    for (let index = 0; index < 9; index++) {
      await keyboard.press("k");
    }
    for (let index = 0; index < 9; index++) {
      await keyboard.press("x");
      await keyboard.press("j");
    }
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(9);
    await keyboard.press("e");
    await expect(page.getByText("9 tickets changed")).toBeVisible();
    await expect(page.getByRole("link", { name: /^Disk/ })).toHaveCount(0);
    const left = await db.ticket.count({ where: { id: { in: ids }, isClosed: false } });
    expect(left).toBe(0);
  });
}

test("a change is taken back, and what fails is told per ticket", async ({ db, browserOf }) => {
  const { ids, href } = await taggedTickets(db, 3);
  const page = await browserOf(demo.agent);
  await openPage(page, href);
  await expect(row(page, 3)).toBeVisible();
  // Somebody else closes one meanwhile.
  await db.ticket.update({ where: { id: ids[1] ?? "" }, data: { status: "closed", closedAt: new Date() } });
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Close", exact: true }).first().click();
  await expect(page.getByText("2 tickets changed")).toBeVisible();
  await expect(page.getByText(/^#\d+: Ticket #\d+ is already closed\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, 1)).toBeVisible();
  expect(await db.ticket.count({ where: { id: { in: ids }, isClosed: false } })).toBe(2);
});

test("what a colleague has done since is left as it is by an undo, and told", async ({ db, browserOf }) => {
  const { ids, href } = await taggedTickets(db, 3);
  const page = await browserOf(demo.agent, { viewport: desk });
  await openPage(page, href);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Close", exact: true }).first().click();
  await expect(page.getByText("3 tickets changed")).toBeVisible();
  // A colleague opens one again, and closes it in the end.
  const where = { id: ids[1] ?? "" };
  await db.ticket.update({ where, data: { status: "open", closedAt: null } });
  await db.ticket.update({ where, data: { status: "closed", closedAt: new Date() } });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("2 changes undone.")).toBeVisible();
  await expect(page.getByText(/^#\d+: Ticket #\d+ has been changed since\.$/)).toBeVisible();
  expect(await db.ticket.findMany({ where: { id: { in: ids }, isClosed: true }, select: { id: true } })).toEqual([
    where,
  ]);
  for (const viewport of [desk, phone]) {
    await page.setViewportSize(viewport);
    await picture(page, `undone-in-part-${viewport.width}`);
  }
});

test("on a phone a ticket takes two lines: what and when, who and its state", async ({ db, browserOf }) => {
  const { ids, href } = await taggedTickets(db, 1);
  await db.ticket.update({
    where: { id: ids[0] ?? "" },
    data: { subject: `Disk 1 is full ${"and so is the next one ".repeat(4)}`, dueAt: new Date(Date.now() - 3_600_000) },
  });
  const page = await browserOf(demo.agent, { viewport: phone });
  await openPage(page, href);
  const shown = page.getByRole("row").filter({ hasText: "Disk 1" });
  await expect(shown.getByText("1 hour ago")).toBeVisible();
  expect((await shown.boundingBox())?.height).toBeLessThan(60);
});

test("on a phone and without a script tickets are chosen and changed as well", async ({ db, browserOf }) => {
  const { ids, href } = await taggedTickets(db, 2);
  const page = await browserOf(demo.agent, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  await page.goto(href);
  await page.getByRole("checkbox", { name: /Disk 1 is full/ }).check();
  await page.getByRole("button", { name: "Assign to me" }).click();
  await expect(page.getByText("1 ticket changed")).toBeVisible();
  const assigned = await db.ticket.findUniqueOrThrow({ where: { id: ids[0] ?? "" }, include: { assignee: true } });
  expect(assigned.assignee?.email).toBe(demo.agent);
  // A canned reply comes with the page, filled in.
  const [ticket] = await db.ticket.findMany({ where: { id: ids[1] ?? "" } });
  await page.goto(`/a/${ticket?.accountId}/tickets/${ticket?.id}`);
  await page.getByLabel("Canned reply").selectOption({ label: "Close without an answer" });
  await page.getByRole("button", { name: "Insert" }).click();
  await expect(page.getByRole("textbox", { name: "Reply" })).toHaveValue(new RegExp(`about #${ticket?.number}`));
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Ticket queue" }).click();
  await expect(page).toHaveURL("/staff/tickets");
});
