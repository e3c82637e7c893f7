import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import axe, { type RunOnly } from "axe-core";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const allRules: RunOnly = { type: "tag", values: WCAG };
const isAboutColour = ({ tags }: { tags: string[] }) => tags.includes("cat.color");
const rulesAboutColour = axe.getRules(WCAG).filter(isAboutColour);
const colourRules: RunOnly = { type: "rule", values: rulesAboutColour.map(({ ruleId }) => ruleId) };

/** Half of what `axe.source` is, for a browser that reads it anew on every page. */
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A page that axe was brought into. */
interface AxeWindow {
  readonly axe: typeof axe;
}

export const desk = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/**
 * One load serves all four looks: width and colour scheme are the browser's, and the page follows them. Where the dark
 * page is the light one in other colours, to the last attribute and pixel, only the rules about colour can answer
 * differently there.
 */
export async function expectNoBarrier(page: Page) {
  for (const size of [desk, phone]) {
    const light = await lookAt(page, "light", size);
    await expectNoViolation(page, `light, ${size.width} px`);
    const dark = await lookAt(page, "dark", size);
    await expectNoViolation(page, `dark, ${size.width} px`, dark.shape === light.shape ? colourRules : allRules);
    expect.soft(dark.ground, "light and dark differ").not.toBe(light.ground);
  }
}

/** Shows the page so, and tells the colour of its ground and, as a digest, its markup and where everything stands. */
async function lookAt(page: Page, colorScheme: "light" | "dark", size: typeof desk) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(size);
  await settled(page);
  await expectNoSidewaysScroll(page, `${colorScheme}, ${size.width} px`);
  return page.evaluate(async () => {
    const places = [...document.querySelectorAll("*")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height, element.checkVisibility({ opacityProperty: true, visibilityProperty: true })].join();
    });
    const shape = new TextEncoder().encode([document.documentElement.outerHTML, ...places].join("\n"));
    return {
      ground: getComputedStyle(document.documentElement).backgroundColor,
      shape: [...new Uint8Array(await crypto.subtle.digest("SHA-256", shape))].join(),
    };
  });
}

/** Drawn anew, and no colour on its way to another: axe would measure the mixture. */
async function settled(page: Page) {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

export async function expectNoViolation(page: Page, look: string, rules = allRules) {
  await bringAxe(page);
  const { violations, passes } = await page.evaluate(
    (runOnly) => (window as unknown as AxeWindow).axe.run({ runOnly, resultTypes: ["violations"] }),
    rules,
  );
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
  );
  expect.soft(found, look).toEqual([]);
  expect(passes.length, "axe looked at something").toBeGreaterThan(rules === allRules ? 5 : 0);
}

/** Once a page, into its frames as well: half a megabyte that every look would send and read again. */
async function bringAxe(page: Page) {
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => !("axe" in window))) await frame.evaluate(source);
  }
}

async function expectNoSidewaysScroll(page: Page, look: string) {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect.soft(content, `width of the document: ${look}`).toBeLessThanOrEqual(screen ?? 0);
}
