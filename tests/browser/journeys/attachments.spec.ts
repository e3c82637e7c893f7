import { expect } from "@playwright/test";
import sharp from "sharp";
import { desk, phone } from "@/tests/fixtures/browser/barriers";
import { handFile } from "@/tests/fixtures/browser/hand-file";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

let testAccount: TestAccount;
test.beforeEach(async ({ db }) => {
  testAccount = await buildTestAccount(db);
});

const photo = async () => ({
  name: "IMG_4711.jpg",
  mimeType: "image/jpeg",
  buffer: await sharp({
    create: {
      width: 3_000,
      height: 2_000,
      channels: 3,
      background: "#787878",
      noise: { type: "gaussian", mean: 120, sigma: 30 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer(),
});

const text = (name: string, contents: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(contents) });

for (const { device, button, options } of [
  { device: "phone", button: "Take a photo", options: { viewport: phone, isMobile: true, hasTouch: true } },
  { device: "desk", button: "Attach files", options: { viewport: desk } },
]) {
  test(`a contact opens a ticket with a photo on a ${device}, and staff download it`, async ({ browserOf }) => {
    const page = await browserOf(testAccount.support, options);
    await openPage(page, `${testAccount.base}/tickets/new`);
    await page.getByLabel("Subject").fill("The rack's front door doesn't close");
    await page.getByLabel("Description").fill("See the photo.");
    await page.getByLabel(button).setInputFiles(await photo());
    const files = page.getByRole("group", { name: "Files" });
    await expect(files.getByRole("img", { name: "Uploaded" })).toBeVisible();
    await expect(page.getByLabel("Description")).toHaveValue("See the photo.");
    await page.getByRole("button", { name: "Open ticket" }).click();
    await expect(page.getByRole("heading", { name: "The rack's front door doesn't close" })).toBeVisible();
    const list = page.getByRole("list", { name: "Attached files" });
    await expect(list.getByRole("link", { name: /IMG_4711\.jpg.*Picture/ })).toBeVisible();
    // The worker makes the thumbnail in the meantime. A page that was loaded before it is ready doesn't get it later.
    await expect(async () => {
      await page.reload();
      const drawn = await list
        .locator("img")
        .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth), null, { timeout: 2_000 });
      expect(drawn).toBe(480);
    }).toPass();

    const staff = await browserOf("staff-support@portcullis.example");
    await openPage(staff, new URL(page.url()).pathname);
    const [download] = await Promise.all([
      staff.waitForEvent("download"),
      staff.getByRole("link", { name: /IMG_4711\.jpg/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("IMG_4711.jpg");
  });
}

test("files can be dropped, pasted and removed, and what is wrong with one is said beside it", async ({
  browserOf,
}) => {
  const page = await browserOf(testAccount.owner);
  await openPage(page, `${testAccount.base}/tickets/new`);
  await page.getByLabel("Subject").fill("Several files");
  await page.getByLabel("Description").fill("A text that stays.");
  await handFile(page.getByLabel("Description"), "drop", "dropped.txt");
  await handFile(page.getByLabel("Description"), "paste", "pasted.txt");
  const large = { name: "large.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(26 * 1024 * 1024) };
  await page.getByLabel("Attach files").setInputFiles([large, text("empty.txt", "")]);
  const row = (name: string) =>
    page.getByRole("group", { name: "Files" }).getByRole("listitem").filter({ hasText: name });
  await expect(row("large.bin")).toContainText("“large.bin” is too large. A file can have up to 25 MB.");
  await expect(row("empty.txt")).toContainText("“empty.txt” is empty.");
  await page.getByRole("button", { name: "Open ticket" }).click();
  await expect(page.getByRole("heading", { name: "Open ticket" })).toBeVisible();
  const deleted = page.waitForResponse((response) => response.request().method() === "DELETE");
  for (const name of ["large.bin", "empty.txt", "dropped.txt"]) {
    await page.getByRole("button", { name: `Remove ${name}` }).click();
  }
  // Only one was uploaded. A page that is loaded before it is deleted still lists it.
  expect((await deleted).ok()).toBe(true);
  await expect(row("pasted.txt").getByRole("img", { name: "Uploaded" })).toBeVisible();
  // What is uploaded is still there when the page is loaded again.
  await openPage(page, `${testAccount.base}/tickets/new`);
  await expect(row("pasted.txt").getByRole("img", { name: "Uploaded" })).toBeVisible();
  await page.getByLabel("Subject").fill("Several files");
  await page.getByLabel("Description").fill("A text that stays.");
  await page.getByRole("button", { name: "Open ticket" }).click();
  await expect(page.getByRole("list", { name: "Attached files" }).getByRole("listitem")).toHaveCount(1);
});

test("works without JavaScript", async ({ browserOf }) => {
  const page = await browserOf(testAccount.support, { javaScriptEnabled: false });
  await page.goto(`${testAccount.base}/tickets/new`);
  await page.getByLabel("Attach files").setInputFiles([text("one.txt", "1"), text("two.txt", "22")]);
  await page.getByRole("button", { name: "Upload" }).click();
  const files = page.getByRole("group", { name: "Files" });
  await expect(files.getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: "Remove one.txt" }).click();
  await expect(files.getByRole("listitem")).toHaveCount(1);
  await page.getByLabel("Subject").fill("Plain");
  await page.getByLabel("Description").fill("A text that stays.");
  await page.getByLabel("Attach files").setInputFiles([text("three.txt", "3")]);
  await page.getByRole("button", { name: "Open ticket" }).click();
  await expect(files).toContainText("Upload the chosen files first, then send your message.");
  await expect(page.getByLabel("Description")).toHaveValue("A text that stays.");
  await page.getByRole("button", { name: "Open ticket" }).click();
  const list = page.getByRole("list", { name: "Attached files" });
  await expect(list.getByRole("link", { name: /two\.txt/ })).toBeVisible();
});
