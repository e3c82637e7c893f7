import { expect, type Page } from "@playwright/test";
import { buildDocument, buildFolder } from "@/prisma/seed/builders/document";
import { simplePdf } from "@/prisma/seed/builders/simple-pdf";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

const contents = simplePdf([
  ["Minutes of May", "Present: five"],
  ["Decisions", "The travel policy is adopted."],
  ["Any other business", "None."],
]);

const at = (page: Page, number: number) => page.getByRole("img", { name: `Page ${number} of 3` });

/** Something is written on it. */
const isWrittenOn = (page: Page, number: number) =>
  at(page, number).evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return Array.from(data).some((value, index) => index % 4 === 0 && value < 100);
  });

test("a PDF is read page by page with the keyboard alone, zoomed and searched", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const folderId = await buildFolder(db, account.id, { name: "Board", people: [account.contacts.billing] });
  const id = await buildDocument(db, account.id, { folderId, name: "Minutes of May.pdf", contents });
  const page = await browserOf(account.billing, { viewport: desk });
  await openPage(page, `${account.base}/documents/files/${id}`);
  await expect(at(page, 1)).toBeVisible();
  await expect.poll(() => isWrittenOn(page, 1)).toBe(true);
  await picture(page, "pdf");
  await expectNoBarrier(page);

  const next = page.getByRole("button", { name: "Next page" });
  await next.focus();
  await page.keyboard.press("Enter");
  await expect(at(page, 2)).toBeVisible();
  await expect(page.getByText("The travel policy is adopted.")).toBeAttached();
  await page.getByRole("region", { name: "Pages of Minutes of May.pdf" }).focus();
  await page.keyboard.press("End");
  await expect(at(page, 3)).toBeVisible();
  await page.keyboard.press("PageUp");
  await expect(at(page, 2)).toBeVisible();
  const width = () => at(page, 2).evaluate((canvas) => canvas.clientWidth);
  const before = await width();
  await page.keyboard.press("+");
  await expect.poll(width).toBeGreaterThan(before * 1.2);

  await page.getByRole("searchbox", { name: "Search in this file" }).fill("OTHER business");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Found on page 3.")).toBeVisible();
  await expect(at(page, 3)).toBeVisible();
  await page.getByRole("searchbox", { name: "Search in this file" }).fill("budget");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Not found in this file.")).toBeVisible();
});

test("a PDF is read on a phone, where nothing but its pages scrolls sideways", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const folderId = await buildFolder(db, account.id, { name: "Board", people: [account.contacts.billing] });
  const id = await buildDocument(db, account.id, { folderId, name: "Minutes of May.pdf", contents });
  const page = await browserOf(account.billing, { viewport: phone, isMobile: true, hasTouch: true });
  await openPage(page, `${account.base}/documents/files/${id}`);
  await expect.poll(() => isWrittenOn(page, 1)).toBe(true);
  await picture(page, "pdf-phone");
  await page.getByRole("button", { name: "Next page" }).tap();
  await expect(at(page, 2)).toBeVisible();
  await page.getByRole("button", { name: "Zoom in" }).tap();
  await page.getByRole("button", { name: "Zoom in" }).tap();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await picture(page, "pdf-phone-zoomed");
  await expectNoBarrier(page);
});

test("without JavaScript its pages are pictures", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const folderId = await buildFolder(db, account.id, { name: "Board", people: [account.contacts.billing] });
  const id = await buildDocument(db, account.id, { folderId, name: "Minutes.pdf", contents, preview: true });
  const page = await browserOf(account.billing, { javaScriptEnabled: false });
  await page.goto(`${account.base}/documents/files/${id}`);
  await expect(
    page
      .getByText(/The preview is being prepared|Page 1 of 3/)
      .or(at(page, 1))
      .first(),
  ).toBeVisible();
  await expect(page.getByText("Opening the file…")).toBeHidden();
});
