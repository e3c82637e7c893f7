import { expect } from "@playwright/test";
import { expectNoBarrier } from "@/tests/fixtures/browser/barriers";
import { demo, demoAccount } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

const screens = [
  { name: "a phone", viewport: { width: 390, height: 844 } },
  { name: "a desktop", viewport: { width: 1280, height: 900 } },
];

for (const { name, viewport } of screens) {
  test(`on ${name}: a proposal is put to the vote, voted on, closed, and its result read`, async ({
    db,
    browserOf,
  }) => {
    const testAccount = await buildTestAccount(db);
    const page = await browserOf(testAccount.owner, { viewport });
    await openPage(page, `${testAccount.base}/decisions`);
    await expect(page.getByText("No decisions yet")).toBeVisible();
    await page.getByRole("link", { name: "New proposal" }).first().click();
    await expect(page.getByRole("heading", { name: "New proposal" })).toBeVisible();
    await expectNoBarrier(page, [viewport]);
    await page.getByRole("textbox", { name: "Title" }).fill("Replace the coffee machine");
    await page.getByRole("textbox", { name: "Purpose" }).fill("Buy a new one for 900 euros.");
    const voters = page.getByRole("group", { name: "Who votes" });
    for (const box of await voters.getByRole("checkbox").all()) await box.check();
    await page.getByRole("button", { name: "Open the vote" }).click();
    await expect(page.getByRole("heading", { name: "Replace the coffee machine" })).toBeVisible();
    await expectNoBarrier(page, [viewport]);
    await page.getByLabel("Yes", { exact: true }).check();
    await page.getByRole("button", { name: "Cast my vote" }).click();
    await expect(page.getByText("You voted for “Yes”.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Cast my vote" })).toHaveCount(0);

    await page.getByRole("button", { name: "Close now" }).click();
    const dialog = page.getByRole("dialog", { name: "Close the vote before its deadline?" });
    await dialog.getByLabel("Reason").fill("The machine has failed for good");
    await dialog.getByRole("button", { name: "Close the vote" }).click();
    const result = page.getByRole("region", { name: "Result" });
    await expect(result).toContainText("Yes");
    await expect(result).toContainText("SHA-256");
    await result.getByRole("link", { name: "Result sheet" }).click();
    await expect(page.getByRole("heading", { name: "Check this result" })).toBeVisible();
    await expectNoBarrier(page, [viewport]);
  });
}

test("whoever isn't invited sees that a decision exists, and not what it is about", async ({ db, browserOf }) => {
  const accountId = await demoAccount(db, "Northwind Robotics");
  const secret = await db.decision.findFirstOrThrow({
    where: { accountId, title: "Lease a second hall in Dordrecht" },
    select: { id: true },
  });
  const recused = await db.decision.findFirstOrThrow({
    where: { accountId, title: "Buy servo drives from Halden Drives" },
    select: { id: true },
  });
  const page = await browserOf(demo.support);
  await openPage(page, `/a/${accountId}/decisions/${recused.id}`);
  await expect(page.getByText("You are recused from this decision")).toBeVisible();
  await expect(page.getByText("Halden Drives", { exact: true })).toHaveCount(0);
  await expect(page.getByText("Buy servo drives")).toHaveCount(0);
  await expectNoBarrier(page);
  const uninvited = await browserOf("billing-support@northwind.example");
  await uninvited.goto(`/a/${accountId}/decisions/${secret.id}`);
  await expect(uninvited.getByText("Dordrecht")).toHaveCount(0);
});

test("an interest is declared and corrected", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const page = await browserOf(testAccount.support);
  await openPage(page, `${testAccount.base}/interests`);
  await page.getByRole("textbox", { name: "Organisation" }).fill("Kestrel Consulting");
  await page.getByRole("textbox", { name: "Interest" }).fill("Shareholder");
  await page.getByLabel("From").fill("2024-05-01");
  await page.getByRole("button", { name: "Declare interest" }).click();
  await page.getByRole("link", { name: "Kestrel Consulting" }).click();
  await expect(page.getByRole("button", { name: "Save" })).toBeVisible();
  await page.getByLabel("Until").fill("2025-05-01");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: /Kestrel Consulting/ })).toContainText("Over");
  await expectNoBarrier(page);
});
