import { expect } from "@playwright/test";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test("opens a ticket, replies, closes it and reopens it", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const page = await browserOf(testAccount.support);
  await openPage(page, testAccount.base);
  await page.getByRole("link", { name: "Open ticket" }).click();
  await page.getByLabel("Subject").fill("Disk of the edge server is full");
  await page.getByLabel("Description").fill("Writes fail since nine this morning.\nNothing was deployed.");
  await page.getByRole("combobox", { name: /^Service/ }).selectOption({ label: testAccount.serviceName });
  await page.getByRole("radio", { name: "High" }).check();
  await page.getByRole("button", { name: "Open ticket" }).click();
  await expect(page.getByRole("heading", { name: "Disk of the edge server is full" })).toBeVisible();

  const said = page.getByRole("region", { name: "Conversation" }).getByRole("article");
  await expect(said).toHaveCount(1);
  await expect(said).toContainText("Nothing was deployed.");
  await page.getByRole("textbox", { name: "Reply" }).fill("It is the log folder.");
  await page.getByRole("button", { name: "Send reply" }).click();
  await expect(said).toHaveCount(2);
  await expect(said.last()).toContainText("It is the log folder.");
  await expect(page.getByRole("textbox", { name: "Reply" })).toHaveValue("");

  await page.getByRole("button", { name: "Close ticket" }).click();
  await expect(page.getByText("This ticket is closed. Replying reopens it.")).toBeVisible();
  await page.getByRole("button", { name: "Reopen ticket" }).click();
  await expect(page.getByRole("button", { name: "Close ticket" })).toBeVisible();
  await expect(page.getByText("This ticket is closed.")).toHaveCount(0);
});

test("reveals the credentials of a service, which the owner sees in the activity log", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const secret = `Fjord-${testAccount.name.split(" ").at(-1)}-Lantern`;
  const page = await browserOf(testAccount.support);
  const response = await openPage(page, `${testAccount.base}/services/${testAccount.serviceId}`);
  expect(await response.text()).not.toContain(secret);
  await page.getByRole("button", { name: "Reveal SSH" }).click();
  await expect(page.getByText(secret)).toBeVisible();
  await page.getByRole("link", { name: "Hide SSH" }).click();
  await expect(page.getByText(secret)).toHaveCount(0);

  const owner = await browserOf(testAccount.owner);
  await openPage(owner, `${testAccount.base}/activity`);
  const looked = owner.getByRole("row", { name: /Revealed the SSH credentials/ });
  await expect(looked).toContainText(testAccount.serviceName);
  await expect(looked).toContainText("Dmitri Orlov");
});

test("sees no amounts on services or the dashboard", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const support = await browserOf(testAccount.support);
  const owner = await browserOf(testAccount.owner);
  for (const path of ["/services", `/services/${testAccount.serviceId}`]) {
    expect(await (await openPage(owner, testAccount.base + path)).text()).toContain("24.90");
    const seen = await (await openPage(support, testAccount.base + path)).text();
    expect(seen).toContain(testAccount.serviceName);
    expect(seen).not.toContain("24.90");
    expect(seen).not.toContain("€");
  }
  expect(await (await openPage(support, testAccount.base)).text()).not.toContain("€");
});
