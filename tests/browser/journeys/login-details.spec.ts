import { expect } from "@playwright/test";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { demo } from "@/tests/fixtures/browser/demo";
import { newestMail } from "@/tests/fixtures/browser/mail";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

const secretOf = ({ name }: TestAccount) => `Fjord-${name.split(" ").at(-1)}-Lantern`;
const servicePage = ({ base, serviceId }: TestAccount) => `${base}/services/${serviceId}`;

async function linkFor(db: OwnerDatabase, { id: accountId, serviceId, contacts, base }: TestAccount): Promise<string> {
  const token = newSecretToken();
  await db.credentialLink.create({
    data: {
      accountId,
      serviceId,
      contactId: contacts.support,
      tokenHash: hashToken(token),
      expiresAt: addDays(new Date(), 7),
    },
  });
  return `${base}/login-link/${token}`;
}

for (const [size, viewport] of [
  ["390", { width: 390, height: 844 }],
  ["1280", { width: 1280, height: 900 }],
] as const) {
  test(`reveals credentials at ${size} pixels, copies them, and hides them after a minute and when the page is covered`, async ({
    db,
    browserOf,
  }) => {
    const account = await buildTestAccount(db);
    const secret = secretOf(account);
    const page = await browserOf(account.support, { viewport, permissions: ["clipboard-read", "clipboard-write"] });
    await page.clock.install();
    const response = await openPage(page, servicePage(account));
    expect(await response.text()).not.toContain(secret);
    const shown = page.getByText(secret);
    const reveal = page.getByRole("button", { name: "Reveal SSH" });

    await reveal.click();
    await expect(shown).toBeVisible();
    await expect(page.getByText(/^Hidden in \d+ seconds?\.$/)).toBeVisible();
    await picture(page, `revealed ${size}`);
    await page.getByRole("button", { name: "Copy Password" }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
    await page.clock.runFor(50_000);
    await expect(shown).toBeVisible();
    await page.clock.runFor(11_000);
    await expect(shown).toHaveCount(0);
    expect(await page.content()).not.toContain(secret);

    await reveal.click();
    await expect(shown).toBeVisible();
    await page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { configurable: true, value: "hidden" });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await expect(shown).toHaveCount(0);
  });

  test(`a link from an email reveals once at ${size} pixels, and says what to do when it is opened again`, async ({
    db,
    browserOf,
  }) => {
    const account = await buildTestAccount(db);
    const secret = secretOf(account);
    const link = await linkFor(db, account);
    const page = await browserOf(account.support, { viewport });
    await page.clock.install();
    // A mail scanner that follows it changes nothing.
    for (let time = 0; time < 2; time++) expect(await (await openPage(page, link)).text()).not.toContain(secret);
    await page.getByRole("button", { name: "Reveal credentials" }).click();
    await expect(page.getByText(secret)).toBeVisible();
    await page.clock.runFor(61_000);
    await expect(page.getByText(secret)).toHaveCount(0);
    await expect(page.getByRole("status").filter({ hasText: "It works only once." })).toBeVisible();

    await openPage(page, link);
    await expect(page.getByRole("main")).toContainText("This link has been used.");
    await page.getByRole("link", { name: "Go to the service" }).click();
    await expect(page.getByRole("button", { name: "Reveal SSH" })).toBeVisible();

    const owner = await browserOf(account.owner, { viewport });
    await openPage(owner, servicePage(account));
    await expect(owner.getByRole("region", { name: "Who revealed credentials" })).toContainText("SSH, with a link");
    await openPage(owner, link);
    await expect(owner.getByRole("main")).toContainText("This link was sent to someone else on this account.");
  });

  test(`staff replace credentials at ${size} pixels without seeing them, and send links`, async ({ db, browserOf }) => {
    const account = await buildTestAccount(db);
    const secret = secretOf(account);
    const page = await browserOf(demo.agent, { viewport });
    await openPage(page, servicePage(account));
    await page.getByRole("link", { name: "Manage credentials" }).click();
    await page.getByRole("button", { name: "Send links" }).click();
    await expect(page.getByRole("main")).toContainText("Not used yet");
    const mail = await newestMail(db, account.support, /^Credentials for /);
    expect(JSON.stringify(mail)).not.toContain(secret);

    await page.getByRole("link", { name: "Replace SSH" }).click();
    await expect(page.getByLabel("Label")).toHaveValue("SSH");
    expect(await page.content()).not.toContain(secret);
    await page.getByLabel("Username").fill("admin");
    await page.getByLabel("Password or key").fill("Cedar-90-Signal");
    await page.getByLabel("Note").fill("Port 2222 from now on.");
    await page.getByRole("button", { name: "Replace credentials" }).click();
    await expect(page.getByRole("main")).toContainText(/Replaced \S/);
    await expect(page.getByRole("main")).toContainText("Ended");
    expect(await page.content()).not.toContain("Cedar-90-Signal");

    const support = await browserOf(account.support, { viewport, colorScheme: "dark" });
    await openPage(support, servicePage(account));
    await support.getByRole("button", { name: "Reveal SSH" }).click();
    await expect(support.getByRole("main")).toContainText("Cedar-90-Signal");
    await expect(support.getByRole("main")).toContainText("Port 2222 from now on.");
  });
}

test("works without JavaScript: a page shows the credentials once", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const secret = secretOf(account);
  const page = await browserOf(account.support, { javaScriptEnabled: false });
  const link = await linkFor(db, account);
  await page.goto(link);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Reveal credentials" }).click();
  expect((await answered).headers()["cache-control"]).toContain("no-store");
  await expect(page.getByText(secret)).toBeVisible();
  await page.goto(link);
  await expect(page.getByText(secret)).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("This link has been used.");

  await page.goto(servicePage(account));
  await page.getByRole("button", { name: "Reveal SSH" }).click();
  await expect(page.getByText(secret)).toBeVisible();
});
