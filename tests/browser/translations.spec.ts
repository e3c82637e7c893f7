import { expect, type Page } from "@playwright/test";
import { languageCookie, PSEUDO } from "@/lib/platform/language/languages";
import { desk } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { type KnownData, readKnownData } from "@/tests/fixtures/browser/known-data";
import { hydrated } from "@/tests/fixtures/browser/open-page";
import { outsideBrackets } from "@/tests/fixtures/browser/outside-brackets";
import { pageCases } from "@/tests/fixtures/browser/page-cases";
import { createPageRecords, type PageRecords } from "@/tests/fixtures/browser/page-records";
import { test } from "@/tests/fixtures/browser/test";

test.describe.configure({ mode: "parallel" });

type Visitor = keyof typeof demo;

let records: PageRecords;
let data: KnownData;
test.beforeAll(async ({ db }) => {
  records = await createPageRecords(db);
  data = await readKnownData(db);
});

/** Whoever sees the page, and staff, to whom some pages of an account are denied and others offer more. */
const visitorsOf = (as: Visitor | null) => (as === null ? [null] : [...new Set<Visitor>([as, "manager"])]);

for (const [route, { as, path }] of Object.entries(pageCases)) {
  test(`${route} shows no text without a translation`, async ({ browserOf, db }) => {
    const left: string[] = [];
    for (const visitor of visitorsOf(as)) {
      const page = await browserOf(visitor && demo[visitor], { viewport: desk });
      const address = path(records);
      await openInPseudo(page, address);
      let unknown = (await outsideBrackets(page)).filter((text) => !isKnown(text));
      if (unknown.length > 0) {
        // Other tests add records of their own meanwhile.
        data = await readKnownData(db);
        unknown = unknown.filter((text) => !isKnown(text));
      }
      left.push(...unknown.map((text) => `${address} as ${visitor ?? "anyone"}: ${text}`));
    }
    expect(left).toEqual([]);
  });
}

/** Each page of somebody who has chosen another language corrects that of the browser, for the pages after it. */
async function openInPseudo(page: Page, address: string): Promise<void> {
  const open = async (target: string) => {
    const url = process.env.PORTAL_TEST_URL ?? "";
    await page.context().addCookies([{ name: languageCookie, value: PSEUDO, url }]);
    return page.goto(target);
  };
  let response = await open(address);
  if (new URL(page.url()).pathname !== address.split("?")[0]) response = await open(page.url());
  expect(response?.status() ?? 500, address).toBeLessThan(500);
  await hydrated(page);
  await expect(page.locator("html")).toHaveAttribute("lang", PSEUDO);
}

/** Data as a whole, or several beside each other: "C-10001 · Northwind Robotics", "#21 Restore a table", "Ana Lima (192.0.2.1)". */
const isKnown = (text: string): boolean =>
  isDatum(text) || between.some((separator) => separator.test(text) && text.split(separator).every(isKnown));

/** Tried in turn, as data has some of them in it: "Backup: Every night, kept for 7 days". */
const between = [/(?:^| )· /, /: /, / – |\s{2,}/, /^#\d+ /, / \(|^\(|\)/, /[,:]$/, /, /];

/** Stored by somebody, or a figure, an address of a page, or an id: nothing that is said in words. */
function isDatum(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  if (words.every((word) => data.words.has(word))) return true;
  return (
    data.texts.has(text.trim()) ||
    /^(?:https?:\/\/|\/)\S+$|^#[\da-f]{6}$|^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
  );
}
