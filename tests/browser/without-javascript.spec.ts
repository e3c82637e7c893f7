import { expect } from "@playwright/test";
import { buildFolder } from "@/prisma/seed/builders/document";
import { demo, demoAccount } from "@/tests/fixtures/browser/demo";
import { newestMail } from "@/tests/fixtures/browser/mail";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

const plain = { javaScriptEnabled: false };

test("signs in, after a wrong password", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const page = await browserOf(null, plain);
  await page.goto(`${testAccount.base}/tickets`);
  await page.getByLabel("Email address").fill(testAccount.support);
  await page.getByLabel("Password").fill("not-this-one");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("is incorrect");
  await expect(page.getByLabel("Email address")).toHaveValue(testAccount.support);
  await page.getByLabel("Password").fill("portcullis-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${testAccount.base}/tickets`);
  await expect(page.getByRole("heading", { name: "Tickets" })).toBeVisible();
});

test("invites someone with a review step, and keeps invalid input", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const page = await browserOf(testAccount.owner, plain);
  await page.goto(`${testAccount.base}/people/invite`);
  await page.getByRole("textbox", { name: "Name" }).fill("   ");
  await page.getByRole("textbox", { name: "Email address" }).fill(testAccount.billing);
  await page.getByRole("radio", { name: "Billing only" }).check();
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Billing only" })).toBeChecked();
  await page.getByRole("textbox", { name: "Name" }).fill("Plain Page");
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByRole("region", { name: "Will be able to", exact: true })).toContainText("Pay invoices");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Plain Page");
  await expect(page.getByRole("textbox", { name: "Email address" })).toHaveValue(testAccount.billing);

  const email = testAccount.owner.replace("owner", "plain");
  await page.getByRole("textbox", { name: "Email address" }).fill(email);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("Invitation sent. It expires in 7 days.")).toBeVisible();
  await newestMail(db, email, /Halden Works/);
});

test("updates the order total with a button", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const { id } = await db.product.findUniqueOrThrow({ where: { slug: "vps-m" } });
  const page = await browserOf(testAccount.owner, plain);
  await page.goto(`${testAccount.base}/services/order/${id}`);
  const price = page.getByRole("region", { name: "Price" });
  await expect(price).toContainText("€30.13");
  await page.getByLabel("Memory").selectOption("12gb");
  await page.getByLabel("Name").fill("plain.example");
  await page.getByRole("button", { name: "Update price" }).click();
  await expect(price).toContainText("€37.39");
  await expect(page.getByLabel("Name")).toHaveValue("plain.example");
  await expect(page.getByLabel("Memory")).toHaveValue("12gb");
});

test("updates the price of a plan change with a button", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const { id } = await db.product.findUniqueOrThrow({ where: { slug: "vps-l" } });
  const page = await browserOf(testAccount.owner, plain);
  await page.goto(`${testAccount.base}/services/${testAccount.serviceId}/change-plan?productId=${id}`);
  const price = page.getByRole("region", { name: "Price" });
  await expect(price).toContainText(/Next renewal, .*€84\.58/);
  await page.getByLabel("Memory").selectOption("64gb");
  await page.getByRole("button", { name: "Update price" }).click();
  await expect(price).toContainText(/Next renewal, .*€123\.30/);
  await expect(page.getByLabel("Memory")).toHaveValue("64gb");
});

test("opens a ticket and replies", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const page = await browserOf(testAccount.support, plain);
  await page.goto(`${testAccount.base}/tickets/new`);
  await page.getByLabel("Subject").fill("Plain question");
  await page.getByLabel("Description").fill("Does this work without a script?");
  await page.getByRole("button", { name: "Open ticket" }).click();
  await expect(page.getByRole("heading", { name: "Plain question" })).toBeVisible();
  await page.getByRole("textbox", { name: "Reply" }).fill("It does.");
  await page.getByRole("button", { name: "Send reply" }).click();
  await expect(page.getByRole("region", { name: "Conversation" }).getByRole("article")).toHaveCount(2);
});

test("previews who loses a folder, and takes it from them", async ({ db, browserOf }) => {
  const { id, base, owner, contacts } = await buildTestAccount(db);
  const folder = await buildFolder(db, id, { name: "Board", people: [contacts.billing, contacts.support] });
  const page = await browserOf(owner, plain);
  await page.goto(`${base}/documents/${folder}/access`);
  await page.getByLabel("Chiara Donati").uncheck();
  await page.getByRole("button", { name: "Preview the change" }).click();
  await expect(page.getByText(/1 person loses and nobody gets access/)).toBeVisible();
  await expect(page.getByLabel("Chiara Donati")).not.toBeChecked();
  await page.getByRole("button", { name: "Change access" }).click();
  await expect(page.getByText("Own list: 1 person")).toBeVisible();
});

test("filters a list, and clears the filter", async ({ db, browserOf }) => {
  const page = await browserOf(demo.billing, plain);
  const list = `/a/${await demoAccount(db, "Northwind Robotics")}/invoices`;
  await page.goto(list);
  const invoices = page.getByRole("table", { name: "Invoices" }).getByRole("row").filter({ hasText: "INV-" });
  const all = await invoices.count();
  expect(all).toBeGreaterThan(5);
  await page.getByRole("combobox", { name: /^Status/ }).selectOption("overdue");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/status=overdue/);
  await expect(invoices).toHaveCount(1);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(invoices).toHaveCount(all);
});

test("chooses the dark theme, which stays", async ({ db, browserOf }) => {
  const page = await browserOf(demo.support, plain);
  await page.goto(`/a/${await demoAccount(db, "Northwind Robotics")}`);
  await page.getByRole("button", { name: /^User menu/ }).click();
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto("/profile");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
