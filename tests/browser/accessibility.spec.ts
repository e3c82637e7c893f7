import { expect } from "@playwright/test";
import { desk, expectNoBarrier, expectNoViolation, phone } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { axeResults } from "@/tests/fixtures/browser/run-axe";
import { test } from "@/tests/fixtures/browser/test";

test.describe.configure({ mode: "parallel" });

let records: PageRecords;
test.beforeAll(async ({ db }) => {
  records = await createPageRecords(db);
});

test("the check finds faint text, whichever of its colours it has met before", async ({ browserOf }) => {
  const page = await browserOf(null, { viewport: desk });
  await page.setContent(`<!doctype html><html lang="en"><title>Contrast</title><main style="background: #fff">
    <h1 style="color: #111">Contrast</h1>
    <p style="color: #aaa">Faint</p>
    <p style="color: #aaa; background: #111">Readable</p>
    <p style="color: #aaa">Faint again</p>
    <p style="color: rgb(17 17 17 / 30%)">Faint by its opacity</p>
    <p style="color: #111; background: rgb(17 17 17 / 80%)">Dark on dark</p>
  </main></html>`);
  const { violations } = await axeResults(page);
  expect(violations.map(({ id }) => id)).toEqual(["color-contrast"]);
  expect(violations[0]?.nodes.map(({ html }) => />([^<]*)</.exec(html)?.[1])).toEqual([
    "Faint",
    "Faint again",
    "Faint by its opacity",
    "Dark on dark",
  ]);
});

test("the check passes over a part of the frame that it knows, until that looks different", async ({ browserOf }) => {
  const page = await browserOf(demo.support, { viewport: desk });
  await openPage(page, `/a/${records.accountId}`);
  const { violations, parts } = await axeResults(page);
  expect(violations).toEqual([]);
  expect(parts.length).toBeGreaterThan(5);
  const logo = page.getByRole("banner").getByRole("link", { name: "Home" });
  const foundInHeader = async () => (await axeResults(page, undefined, new Set(parts))).violations.map(({ id }) => id);
  expect(await foundInHeader()).toEqual([]);
  await logo.evaluate((link) => link.removeAttribute("aria-label"));
  expect(await foundInHeader()).toEqual(["link-name"]);
  const all = new Set((await axeResults(page)).parts);
  expect((await axeResults(page, undefined, all)).violations).toEqual([]);
  await page.getByRole("banner").evaluate((header) => header.style.setProperty("color", "#eee"));
  expect((await axeResults(page, undefined, all)).violations.map(({ id }) => id)).toContain("link-name");
});

test("a denied page has no accessibility violations", async ({ browserOf }) => {
  const page = await browserOf(demo.support, { viewport: desk });
  expect((await openPage(page, `/a/${records.accountId}/invoices`)).status()).toBe(403);
  await expect(page.getByRole("button", { name: "Request access" })).toBeVisible();
  await expectNoBarrier(page);
});

test("a missing page has no accessibility violations", async ({ browserOf }) => {
  const page = await browserOf(demo.support, { viewport: desk });
  expect((await openPage(page, `/a/${records.accountId}/nowhere`)).status()).toBe(404);
  await expectNoBarrier(page);
});

test("a form with errors has no accessibility violations and shows them beside the fields", async ({ browserOf }) => {
  const page = await browserOf(demo.support, { viewport: desk });
  await openPage(page, `/a/${records.accountId}/tickets/new`);
  // Spaces pass the browser's check; the server rejects them.
  await page.getByLabel("Subject").fill("   ");
  await page.getByLabel("Description").fill("   ");
  await page.getByRole("button", { name: "Open ticket" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("Subject")).toHaveAttribute("aria-invalid", "true");
  await expectNoBarrier(page);
});

test("no id is used twice, even after navigating within the portal", async ({ browserOf }) => {
  const page = await browserOf(demo.owner, { viewport: desk });
  await openPage(page, `/a/${records.accountId}`);
  for (const area of ["People", "Services", "Settings", "Billing"]) {
    await page.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: area, exact: true }).click();
    await expect(page.getByRole("heading", { name: area, level: 1 })).toBeVisible();
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    expect
      .soft(
        ids.filter((id, at) => ids.indexOf(id) < at),
        area,
      )
      .toEqual([]);
  }
});

test("open menus and the search have no accessibility violations", async ({ browserOf }) => {
  const page = await browserOf(demo.billing, { viewport: desk });
  await openPage(page, `/a/${records.accountId}`);
  await page.getByRole("button", { name: "User menu: Priya Raman" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await expectNoViolation(page, "user menu");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /Switch account/ }).click();
  await expect(page.getByRole("link", { name: /Globex Labs/ })).toBeVisible();
  await expectNoViolation(page, "account switcher");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("combobox")).toBeFocused();
  await expectNoViolation(page, "search");
});

test("two sessions of the same browser have different landmark names, or none", async ({ browserOf }) => {
  await browserOf(demo.administrator);
  const page = await browserOf(demo.administrator, { viewport: desk });
  await openPage(page, "/profile/security");
  await expect(page.getByRole("button", { name: /^Sign out Chrome/ }).first()).toBeVisible();
  await expectNoViolation(page, "security");
});

test("an open dialog and the mobile drawer have no accessibility violations", async ({ browserOf }) => {
  const page = await browserOf(demo.owner, { viewport: phone });
  await openPage(page, `/a/${records.accountId}/people/${records.contactId}`);
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("navigation", { name: "Areas", exact: true })).toBeVisible();
  await expectNoViolation(page, "drawer");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByRole("dialog", { name: /^Suspend / })).toBeVisible();
  await expectNoViolation(page, "dialog");
});

test("links, boxes and folds are high enough for a finger", async ({ browserOf }) => {
  const page = await browserOf(demo.owner, { viewport: phone, hasTouch: true, isMobile: true });
  const { accountId, threadId, folderId, decisionId } = records;
  const base = `/a/${accountId}`;
  for (const path of [
    base,
    `${base}/links`,
    `${base}/discussions/threads/${threadId}`,
    `${base}/documents/${folderId}`,
    `${base}/documents/${folderId}/access`,
    `${base}/decisions/${decisionId}`,
    `${base}/people/requests`,
  ]) {
    await openPage(page, path);
    const pressed = page.getByRole("main").locator(".text-link, summary, .option-label, .row-choice");
    expect(await pressed.count(), path).toBeGreaterThan(0);
    const low = await pressed.evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 36)
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    );
    expect.soft(low, path).toEqual([]);
  }
});
