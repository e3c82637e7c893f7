import { expect } from "@playwright/test";
import { demo } from "@/tests/fixtures/browser/demo";
import { hydrated, openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

const following = (address: string) => (url: { url(): string; status(): number }) =>
  url.url().endsWith(address) && url.status() === 200;

test("a reply appears on the customer's open page, with what they type kept, and behind the owner's bell", async ({
  db,
  browserOf,
}) => {
  const account = await buildTestAccount(db);
  const path = `${account.base}/tickets/${account.ticketId}`;
  const customer = await browserOf(account.support);
  const told = customer.waitForResponse(following(`/api/live/${account.id}`));
  await openPage(customer, path);
  await told;
  const owner = await browserOf(account.owner);
  const ownerTold = owner.waitForResponse(following(`/api/live/${account.id}`));
  await openPage(owner, account.base);
  await ownerTold;
  const agent = await browserOf(demo.agent);
  await openPage(agent, path);

  const draft = customer.getByRole("textbox", { name: "Reply" });
  await draft.fill("I have tried once more, and");
  await agent.getByRole("textbox", { name: "Reply" }).pressSequentially("Which browser", { delay: 1 });
  await expect(customer.getByText("Our team is writing a reply…")).toBeVisible();
  await agent.getByRole("textbox", { name: "Reply" }).fill("Which browser do you use?");
  await agent.getByRole("button", { name: "Send reply" }).click();

  const said = customer.getByRole("region", { name: "Conversation" }).getByRole("article");
  await expect(said.last()).toContainText("Which browser do you use?");
  await expect(customer.getByRole("status").filter({ hasText: "New message" })).toBeVisible();
  await expect(customer.getByText("Our team is writing a reply…")).toHaveCount(0);
  await expect(draft).toHaveValue("I have tried once more, and");

  await owner.getByRole("banner").getByRole("link", { name: "Notifications, 1 unread" }).click();
  await owner.getByRole("link", { name: /^New message on ticket/ }).click();
  await expect(owner.getByRole("heading", { name: "Console shows no picture" })).toBeVisible();
  await expect(owner.getByRole("banner").getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
});

test("an internal note changes nothing on the customer's page", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const path = `${account.base}/tickets/${account.ticketId}`;
  const customer = await browserOf(account.support);
  const told = customer.waitForResponse(following(`/api/live/${account.id}`));
  await openPage(customer, path);
  await told;
  const refreshes: string[] = [];
  customer.on("request", (request) => request.headers().rsc && refreshes.push(request.url()));
  const agent = await browserOf(demo.agent);
  await openPage(agent, path);
  await agent.getByRole("textbox", { name: "Internal note" }).fill("Their console licence has expired.");
  await agent.getByRole("button", { name: "Add note" }).click();
  await expect(agent.getByText("Their console licence has expired.")).toBeVisible();
  expect(refreshes).toEqual([]);
  await agent.getByRole("textbox", { name: "Reply" }).fill("Fixed.");
  await agent.getByRole("button", { name: "Send reply" }).click();
  await expect(customer.getByRole("region", { name: "Conversation" })).toContainText("Fixed.");
  await expect(customer.getByRole("region", { name: "Conversation" })).not.toContainText("licence");
});

test("an open page is closed to somebody whose access has been taken", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const customer = await browserOf(account.support);
  const told = customer.waitForResponse(following(`/api/live/${account.id}`));
  await openPage(customer, `${account.base}/tickets`);
  await told;
  await db.contactPermission.create({
    data: {
      accountId: account.id,
      contactId: account.contacts.support,
      permission: "support.tickets.view",
      effect: "off",
      givenByName: "Astrid Halden",
    },
  });
  await expect(customer.getByRole("link", { name: "Console shows no picture" })).toHaveCount(0);
  await expect(customer.getByRole("main")).toContainText("View tickets");
});

test("notifications are read and marked without JavaScript", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const person = await db.person.findUniqueOrThrow({ where: { email: account.owner } });
  await db.notification.create({
    data: { accountId: account.id, personId: person.id, kind: "ticket-message", ticketId: account.ticketId },
  });
  const page = await browserOf(account.owner, { javaScriptEnabled: false });
  await page.goto(account.base);
  await page.getByRole("banner").getByRole("link", { name: "Notifications, 1 unread" }).click();
  await expect(page.getByRole("link", { name: /^New message on ticket/ })).toBeVisible();
  await page.getByRole("button", { name: "Mark as read", exact: true }).click();
  await page.goto(`${account.base}/notifications?show=unread`);
  await expect(page.getByText("Nothing unread")).toBeVisible();
});

test("on a phone the notifications are in the bottom bar", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const page = await browserOf(account.owner, { viewport: { width: 390, height: 844 } });
  await openPage(page, account.base);
  await hydrated(page);
  await page.getByRole("navigation", { name: "Main areas" }).getByRole("link", { name: "Alerts" }).click();
  await expect(page.getByRole("heading", { name: "Notifications" })).toBeVisible();
  await expect(page.getByText("No notifications yet")).toBeVisible();
});
