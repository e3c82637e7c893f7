import { expect } from "@playwright/test";
import { demo } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { test } from "@/tests/fixtures/browser/test";

const screens = [
  { name: "a phone", viewport: { width: 390, height: 844 } },
  { name: "a desktop", viewport: { width: 1280, height: 900 } },
];

let records: PageRecords;
test.beforeAll(async ({ db }) => {
  records = await createPageRecords(db);
});

for (const { name, viewport } of screens) {
  test(`on ${name}: an action is assigned, worked on and completed`, async ({ browserOf }) => {
    const title = `Count the stock on ${name}`;
    const owner = await browserOf(demo.owner, { viewport });
    await openPage(owner, `/a/${records.accountId}/actions/new`);
    await owner.getByLabel("What is to be done").fill(title);
    await owner.getByLabel("Due date").fill("2031-05-04");
    await owner.getByLabel("Priya Raman").check();
    await owner.getByRole("button", { name: "Create action" }).click();
    await expect(owner.getByRole("heading", { name: title })).toBeVisible();
    const path = new URL(owner.url()).pathname;

    const billing = await browserOf(demo.billing, { viewport });
    await openPage(billing, `/a/${records.accountId}/actions?q=${encodeURIComponent(title)}`);
    await billing.getByRole("link", { name: title }).click();
    await expect(billing.getByRole("heading", { name: title, level: 1 })).toBeVisible();
    await expect(billing.getByRole("link", { name: "Edit" })).toHaveCount(0);
    const part = billing.getByRole("region", { name: "Your part" });
    await part.getByLabel("Progress").selectOption("Complete");
    await part.getByLabel("Note").fill("Counted twice.");
    await part.getByRole("button", { name: "Save progress" }).click();
    await expect(billing.getByRole("region", { name: "Assignees" })).toContainText("Counted twice.");
    await billing.getByRole("textbox", { name: "Comment" }).fill("For my eyes only");
    await billing.getByLabel("Private note").check();
    await billing.getByRole("button", { name: "Add comment" }).click();
    await expect(billing.getByRole("article", { name: "Priya Raman, private note" })).toContainText("For my eyes only");

    await openPage(owner, path);
    await expect(owner.getByRole("main")).not.toContainText("For my eyes only");
    await owner.locator("summary", { hasText: "History" }).click();
    await expect(owner.getByRole("main")).toContainText("Status: Not yet started → Complete");
  });
}

test("a support contact finds only what is assigned to them", async ({ browserOf }) => {
  const page = await browserOf(demo.support);
  await openPage(page, `/a/${records.accountId}/actions`);
  await expect(page.getByRole("link", { name: "New action" })).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText("Reconcile the supplier statements");
});
