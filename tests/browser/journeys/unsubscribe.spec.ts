import { expect, type Page } from "@playwright/test";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { picture } from "@/tests/fixtures/browser/picture";
import { stopLinks } from "@/tests/fixtures/browser/stop-links";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

const devices = [
  ["on a desk", { viewport: desk, javaScriptEnabled: true }],
  ["on a phone", { viewport: phone, javaScriptEnabled: true }],
  ["on a phone without scripts", { viewport: phone, javaScriptEnabled: false }],
] as const;

for (const [how, options] of devices) {
  /** On a page with scripts: axe runs in it. */
  const readable = async (page: Page) => {
    if (options.javaScriptEnabled) await expectNoBarrier(page, [options.viewport]);
  };

  for (const [what, linkOf] of Object.entries(stopLinks)) {
    test(`${how}, somebody who isn't signed in turns off ${what}, and the link may be used twice`, async ({
      browserOf,
      db,
    }) => {
      const { token, name, isOff } = await linkOf(db, await buildTestAccount(db));
      const page = await browserOf(null, options);
      for (let times = 0; times < 2; times++) {
        await page.goto(`/api/unsubscribe/${token}`);
        await expect(page.getByRole("heading", { name: "Unsubscribe from these emails?" })).toBeVisible();
        await expect(page.getByText(name)).toBeVisible();
        await readable(page);
        if (times === 0) await picture(page, `unsubscribe ${what} ${how}`);
        expect(await isOff()).toBe(times > 0);
        await page.getByRole("button", { name: "Unsubscribe" }).click();
        await expect(page.getByRole("heading", { name: "You've been unsubscribed" })).toBeVisible();
        await expect(page.getByText(name)).toBeVisible();
      }
      await readable(page);
      await picture(page, `unsubscribed ${what} ${how}`);
      expect(await isOff()).toBe(true);
    });

    test(`${how}, the link of somebody who was removed says for ${what} that it no longer applies, and names nothing`, async ({
      browserOf,
      db,
    }) => {
      const account = await buildTestAccount(db);
      const { token, name } = await linkOf(db, account);
      const page = await browserOf(null, options);
      await page.goto(`/api/unsubscribe/${token}`);
      await db.contact.update({ where: { id: account.contacts.administrator }, data: { status: "removed" } });
      await page.getByRole("button", { name: "Unsubscribe" }).click();
      await expect(page.getByText("This unsubscribe link is invalid or no longer applies.")).toBeVisible();
      await page.goto(`/api/unsubscribe/${token}`);
      await expect(page.getByRole("heading", { name: "Link not valid" })).toBeVisible();
      await expect(page.getByText(name)).toHaveCount(0);
      await expect(page.getByText(account.name)).toHaveCount(0);
      if (what === "mail about one ticket") await picture(page, `unsubscribe removed ${how}`);
    });
  }
}
