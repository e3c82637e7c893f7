import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export const desk = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** One load serves all four looks: width and colour scheme are the browser's, and the page follows them. */
export async function expectNoBarrier(page: Page) {
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

export async function expectNoViolation(page: Page, look: string) {
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
