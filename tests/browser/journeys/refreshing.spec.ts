import { expect, type Page } from "@playwright/test";
import { desk, phone } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { ownPortal } from "@/tests/fixtures/browser/own-portal";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

const replyField = (page: Page) => page.getByRole("textbox", { name: "Reply" });
const waiting = (page: Page) => page.getByRole("article", { name: "Your reply, not sent yet" });

/** Sends a reply: until it has gone, the page asks for itself every second. */
async function reply(page: Page, text: string): Promise<void> {
  await replyField(page).fill(text);
  await page.getByRole("button", { name: "Send reply" }).click();
  await expect(waiting(page)).toContainText(text);
}

test("while the portal is away, a page that refreshes itself stays with what is being typed, on a phone and a desk", async ({
  db,
  browserOf,
}) => {
  const portal = await ownPortal();
  try {
    await portal.start();
    const pages = await Promise.all(
      [phone, desk].map(async (viewport) => {
        const account = await buildTestAccount(db);
        const page = await browserOf(account.support, { viewport, baseURL: portal.url });
        await page.clock.install();
        await openPage(page, `${account.base}/tickets/${account.ticketId}`);
        return { page, address: page.url() };
      }),
    );
    await Promise.all(pages.map(({ page }) => reply(page, "It is still black.")));

    await portal.stop();
    await Promise.all(
      pages.map(async ({ page, address }) => {
        await replyField(page).fill("And there is something else:");
        for (const wait of [12_000, 3_000]) {
          const refused = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/up"));
          await page.clock.fastForward(wait);
          await refused;
        }
        await expect(page.getByText("It is being sent.")).toBeVisible();
        await expect(replyField(page)).toHaveValue("And there is something else:");
        expect(page.url()).toBe(address);
      }),
    );

    await portal.start();
    await Promise.all(
      pages.map(async ({ page, address }) => {
        await expect(async () => {
          await page.clock.fastForward(30_000);
          await expect(waiting(page)).toHaveCount(0, { timeout: 1_000 });
        }).toPass();
        await expect(page.getByRole("region", { name: "Conversation" })).toContainText("It is still black.");
        await expect(replyField(page)).toHaveValue("And there is something else:");
        expect(page.url()).toBe(address);
      }),
    );
  } finally {
    await portal.stop();
  }
});

test("a page that was left while it waited for the portal doesn't go on asking for it", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const page = await browserOf(account.support);
  const asked: string[] = [];
  // What a proxy answers.
  await page.route("**/up", async (route) => {
    asked.push(route.request().method());
    await route.fulfill({ status: 502 });
  });
  await page.clock.install();
  await openPage(page, `${account.base}/tickets/${account.ticketId}`);
  await reply(page, "It is still black.");
  await page.clock.fastForward(12_000);
  await expect.poll(() => asked.length).toBeGreaterThan(0);

  await page.getByRole("link", { name: "Services" }).first().click();
  await expect(page.getByRole("heading", { name: "Services", level: 1 })).toBeVisible();
  const before = asked.length;
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.clock.fastForward(120_000);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.clock.fastForward(120_000);
  expect(asked.slice(before)).toEqual([]);
});
