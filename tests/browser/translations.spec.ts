import { expect, type Page } from "@playwright/test";
import { languageCookie, PSEUDO } from "@/lib/platform/language/languages";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
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
const visits = Object.values(pageCases).flatMap(({ as, path }) =>
  (as === null ? [null] : [...new Set<Visitor>([as, "manager"])]).map((visitor) => ({ visitor, path })),
);
const visitors = [...new Set(visits.map(({ visitor }) => visitor))];
/** As many as a test reads, so that the workers share a visitor's pages. */
const MOST = 24;

for (const visitor of visitors) {
  const own = visits.filter((visit) => visit.visitor === visitor);
  for (let first = 0; first < own.length; first += MOST) {
    const part = own.slice(first, first + MOST);
    const which = `pages ${first + 1} to ${first + part.length}`;
    // As they are sent: what scripts add is looked at in one page of each frame, below.
    test(`${visitor ?? "anyone"} is sent no text without a translation: ${which}`, async ({ browserOf, db }) => {
      const page = await browserOf(visitor && demo[visitor]);
      for (const { path } of part) {
        const address = path(records);
        expect.soft(await leftIn(db, () => readInPseudo(page, address)), address).toEqual([]);
      }
    });
  }
}

const frames = ["/sign-in", "/profile/security", "/a/[accountId]/invoices", "/a/[accountId]", "/staff/accounts"];
for (const route of frames) {
  test(`${route} shows no text without a translation once its scripts have run`, async ({ browserOf, db }) => {
    const { as, path } = pageCases[route] ?? { as: null, path: () => route };
    const page = await browserOf(as && demo[as], { viewport: desk });
    await openInPseudo(page, path(records));
    expect(await leftIn(db, () => outsideBrackets(page))).toEqual([]);
  });
}

async function leftIn(db: OwnerDatabase, read: () => Promise<string[]>): Promise<string[]> {
  const texts = (await read()).filter((text) => !isKnown(text));
  if (texts.length === 0) return [];
  // Other tests add records of their own meanwhile.
  data = await readKnownData(db);
  return texts.filter((text) => !isKnown(text));
}

/** Each page of somebody who has chosen another language corrects that of the browser, for the pages after it. */
const choosePseudo = (page: Page) =>
  page.context().addCookies([{ name: languageCookie, value: PSEUDO, url: process.env.PORTAL_TEST_URL ?? "" }]);

const isAt = (url: string, address: string) => new URL(url).pathname === address.split("?")[0];

async function readInPseudo(page: Page, address: string): Promise<string[]> {
  const read = async (target: string) => {
    await choosePseudo(page);
    return page.request.get(target);
  };
  let response = await read(address);
  if (!isAt(response.url(), address)) response = await read(response.url());
  expect(response.status(), address).toBeLessThan(500);
  const html = await response.text();
  expect(/<html[^>]* lang="([^"]*)"/.exec(html)?.[1], address).toBe(PSEUDO);
  return outsideBrackets(page, html);
}

async function openInPseudo(page: Page, address: string): Promise<void> {
  await choosePseudo(page);
  expect((await page.goto(address))?.status(), address).toBe(200);
  await hydrated(page);
  await expect(page.locator("html")).toHaveAttribute("lang", PSEUDO);
}

/** Data as a whole, or several beside each other: "C-10001 · Northwind Robotics", "#21 Restore a table", "Ana Lima (192.0.2.1)". */
const isKnown = (text: string): boolean =>
  isDatum(text) || between.some((separator) => separator.test(text) && text.split(separator).every(isKnown));

/** Tried in turn, as data has some of them in it: "Backup: Every night, kept for 7 days". */
const between = [/(?:^| )·(?: |$)/, /: /, / – |\s{2,}/, /^#?\d+ /, / \(|^\(|\)/, /[,:]$/, /, /];

/** Stored by somebody, or a figure, an address of a page, or an id: nothing that is said in words. */
function isDatum(text: string): boolean {
  // A key of the keyboard.
  if (/^[a-z]$/.test(text)) return true;
  const words = text.match(/\p{L}+/gu) ?? [];
  if (words.every((word) => data.words.has(word))) return true;
  return (
    data.texts.has(text.trim()) ||
    /^https?:\/\/\S*$|^\/\S+$|^#[\da-f]{6}$|^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
  );
}
