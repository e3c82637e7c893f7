import { expect } from "@playwright/test";
import { desk, phone } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { KeptPages } from "@/tests/fixtures/browser/kept-pages";
import { sessionCookie } from "@/tests/fixtures/browser/session-cookie";
import { test } from "@/tests/fixtures/browser/test";

const options = () => ({ viewport: desk, baseURL: process.env.PORTAL_TEST_URL ?? "" });

test("a test gets the page of one before it, and nothing that was done there", async ({ browser, db }) => {
  const pages = new KeptPages(browser);
  const page = await pages.take(options());
  const heard: string[] = [];
  await page.context().addCookies([await sessionCookie(db, demo.billing)]);
  await page.goto("/");
  await page.evaluate(() => {
    localStorage.setItem("draft", "kept");
    sessionStorage.setItem("draft", "kept");
  });
  page.on("request", (request) => heard.push(request.url()));
  await page.route("**/sign-in*", (route) => route.abort());
  await page.context().route("**/sign-in*", (route) => route.abort());
  await page.context().newPage();
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: "dark" });
  await pages.giveBack(page);
  heard.length = 0;

  expect(await pages.take(options())).toBe(page);
  expect(page.context().pages()).toEqual([page]);
  expect(page.viewportSize()).toEqual(desk);
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  // What a redirect leads to isn't routed.
  expect((await page.goto("/sign-in"))?.status()).toBe(200);
  expect(
    await page.evaluate(() => [
      localStorage.length,
      sessionStorage.length,
      matchMedia("(prefers-color-scheme: dark)").matches,
    ]),
  ).toEqual([0, 0, false]);
  expect(heard).toEqual([]);
  await pages.giveBack(page);
  await pages.close();
});

test("a page that was changed for as long as it lasts isn't used again, nor is one of another kind", async ({
  browser,
}) => {
  const pages = new KeptPages(browser);
  const page = await pages.take(options());
  await page.goto("/sign-in");
  await pages.giveBack(page);
  const touched = await pages.take({ ...options(), hasTouch: true });
  expect(touched).not.toBe(page);

  expect(await pages.take(options())).toBe(page);
  await page.clock.install();
  await pages.giveBack(page);
  expect(page.isClosed()).toBe(true);
  const other = await pages.take(options());
  expect(other).not.toBe(page);
  for (const taken of [touched, other]) await pages.giveBack(taken);
  await pages.close();
});
