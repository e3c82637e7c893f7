import { expect, type Page } from "@playwright/test";
import { unsubscribeToken } from "@/lib/platform/mail/unsubscribe-token";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

const NOTICE = "notices.support.receive";
const NAME = "Receive ticket notifications";

/** The link of a mail to the administrator about a ticket. */
const linkOf = ({ contacts }: TestAccount): string =>
  `/api/unsubscribe/${unsubscribeToken({ contactId: contacts.administrator, notice: NOTICE })}`;

const turnedOff = async (db: OwnerDatabase, { contacts }: TestAccount): Promise<string[]> =>
  (await db.contact.findUniqueOrThrow({ where: { id: contacts.administrator } })).noticesOff;

async function readable(page: Page, viewport: typeof desk) {
  await expectNoBarrier(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(viewport);
}

for (const [how, options] of [
  ["on a desk", { viewport: desk }],
  ["on a phone", { viewport: phone }],
  ["on a phone without scripts", { viewport: phone, javaScriptEnabled: false }],
] as const) {
  test(`${how}, somebody who isn't signed in turns off one kind of mail, and the link may be used twice`, async ({
    browserOf,
    db,
  }) => {
    const account = await buildTestAccount(db);
    const link = linkOf(account);
    const page = await browserOf(null, options);
    for (let times = 0; times < 2; times++) {
      await page.goto(link);
      await expect(page.getByRole("heading", { name: "Unsubscribe from these emails?" })).toBeVisible();
      await expect(page.getByText(NAME)).toBeVisible();
      if (!("javaScriptEnabled" in options)) await readable(page, options.viewport);
      expect(await turnedOff(db, account)).toEqual(times === 0 ? [] : [NOTICE]);
      await page.getByRole("button", { name: "Unsubscribe" }).click();
      await expect(page.getByRole("heading", { name: "You've been unsubscribed" })).toBeVisible();
      await expect(page.getByText(NAME)).toBeVisible();
    }
    if (!("javaScriptEnabled" in options)) await readable(page, options.viewport);
    expect(await turnedOff(db, account)).toEqual([NOTICE]);
  });

  test(`${how}, the link of somebody who was removed says that it no longer applies, and names nothing`, async ({
    browserOf,
    db,
  }) => {
    const account = await buildTestAccount(db);
    const link = linkOf(account);
    const page = await browserOf(null, options);
    await page.goto(link);
    await db.contact.update({ where: { id: account.contacts.administrator }, data: { status: "removed" } });
    await page.getByRole("button", { name: "Unsubscribe" }).click();
    await expect(page.getByText("This unsubscribe link is invalid or no longer applies.")).toBeVisible();
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "Link not valid" })).toBeVisible();
    await expect(page.getByText(NAME)).toHaveCount(0);
    await expect(page.getByText(account.name)).toHaveCount(0);
  });
}
