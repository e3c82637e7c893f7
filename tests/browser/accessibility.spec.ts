import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { demo } from "@/tests/support/browser/demo";
import { type Ground, layGround } from "@/tests/support/browser/ground";
import { pageRoutes } from "@/tests/support/browser/page-routes";
import { test } from "@/tests/support/browser/test";
import { visit } from "@/tests/support/browser/visit";
import { visits } from "@/tests/support/browser/visits";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
// The report names the element and the rule; a trace of two hundred looks would cost more than the looks.
test.use({ trace: "off" });
test.describe.configure({ mode: "parallel" });

const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

let ground: Ground;
test.beforeAll(async ({ db }) => {
  ground = await layGround(db);
});

test("every page has a line in the table of visits", () => {
  expect(pageRoutes().filter((route) => !(route in visits))).toEqual([]);
  expect(Object.keys(visits).filter((route) => !pageRoutes().includes(route))).toEqual([]);
});

for (const [route, { as, path }] of Object.entries(visits)) {
  test(`${route} has no barrier, light and dark, on a desk and on a phone`, async ({ browserOf }) => {
    const page = await browserOf(as && demo[as], { viewport: desk });
    expect((await visit(page, path(ground))).status()).toBe(200);
    await expectNoBarrier(page);
  });
}

test("a refused page has no barrier", async ({ browserOf }) => {
  const page = await browserOf(demo.support, { viewport: desk });
  expect((await visit(page, `/a/${ground.accountId}/invoices`)).status()).toBe(403);
  await expect(page.getByRole("button", { name: "Ask for it" })).toBeVisible();
  await expectNoBarrier(page);
});

test("a page that does not exist has no barrier", async ({ browserOf }) => {
  const page = await browserOf(demo.support, { viewport: desk });
  expect((await visit(page, `/a/${ground.accountId}/nowhere`)).status()).toBe(404);
  await expectNoBarrier(page);
});

test("a form with errors has no barrier, and says them beside the fields", async ({ browserOf }) => {
  const page = await browserOf(demo.support, { viewport: desk });
  await visit(page, `/a/${ground.accountId}/tickets/new`);
  // Spaces satisfy the browser; the server knows better.
  await page.getByLabel("Subject").fill("   ");
  await page.getByLabel("What happens?").fill("   ");
  await page.getByRole("button", { name: "Open ticket" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("Subject")).toHaveAttribute("aria-invalid", "true");
  await expectNoBarrier(page);
});

test("open menus and the search have no barrier", async ({ browserOf }) => {
  const page = await browserOf(demo.billing, { viewport: desk });
  await visit(page, `/a/${ground.accountId}`);
  await page.getByRole("button", { name: "Your menu: Priya Raman" }).click();
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

test("an open dialog and the drawer of a phone have no barrier", async ({ browserOf }) => {
  const page = await browserOf(demo.owner, { viewport: phone });
  await visit(page, `/a/${ground.accountId}/people/${ground.contactId}`);
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("navigation", { name: "All areas" })).toBeVisible();
  await expectNoViolation(page, "drawer");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByRole("dialog", { name: /^Suspend / })).toBeVisible();
  await expectNoViolation(page, "dialog");
});

/** One load serves all four looks: width and colour scheme are the browser's, and the page follows them. */
async function expectNoBarrier(page: Page) {
  const grounds = new Set<string>();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of [desk, phone]) {
      await page.setViewportSize(size);
      await settled(page);
      await expectNoViolation(page, `${colorScheme}, ${size.width} px`);
    }
    await expectNoSidewaysScroll(page);
    grounds.add(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
  }
  expect.soft(grounds.size, "light and dark differ").toBe(2);
}

/** Drawn anew, and no colour on its way to another: axe would measure the mixture. */
async function settled(page: Page) {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

async function expectNoViolation(page: Page, look: string) {
  // Legacy: in the page itself. The other way opens a second page for each look, for frames of other origins.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(WCAG);
  const { violations, passes } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
  );
  expect.soft(found, look).toEqual([]);
  expect(passes.length, "axe looked at something").toBeGreaterThan(5);
}

async function expectNoSidewaysScroll(page: Page) {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect.soft(content, "width of the document").toBeLessThanOrEqual(screen ?? 0);
}
