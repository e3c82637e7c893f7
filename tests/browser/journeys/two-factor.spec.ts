import { expect, type Page } from "@playwright/test";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { codeNow, forgetUsedCodes } from "@/tests/fixtures/browser/authenticator";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { enter, expectFocusIn, press } from "@/tests/fixtures/browser/by-keyboard";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

const PASSWORD = "portcullis-demo";

let testAccount: TestAccount;
test.beforeEach(async ({ db }) => {
  testAccount = await buildTestAccount(db);
});

/** By the keyboard alone. */
async function signIn(page: Page, email: string): Promise<void> {
  await openPage(page, "/sign-in");
  await expectFocusIn(page.getByLabel("Email address"));
  await page.keyboard.type(email);
  await enter(page, page.getByLabel("Password"), PASSWORD);
}

async function signOut(page: Page): Promise<void> {
  await press(page, page.getByRole("button", { name: /^User menu/ }));
  await press(page, page.getByRole("button", { name: "Sign out", exact: true }));
  await expect(page.getByText("You've been signed out.")).toBeVisible();
}

/** Sets up an authenticator app by the keyboard alone, and returns its key and the recovery codes. */
async function enrol(page: Page): Promise<{ key: string; codes: string[] }> {
  const main = page.getByRole("main");
  await openPage(page, "/profile/security");
  await press(page, page.getByRole("link", { name: "Set up an app" }));
  await expect(page.getByRole("heading", { name: "Authenticator app" })).toBeVisible();
  await press(page, page.getByRole("button", { name: "Show the key" }));
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expectFocusIn(page.getByText("Scan this with your app"));
  const key = ((await page.locator("p.font-mono").textContent()) ?? "").replaceAll(" ", "");
  await enter(page, page.getByLabel("Code"), "000000");
  await expectFocusIn(main.getByRole("alert").filter({ hasText: "isn't right" }));
  await enter(page, page.getByLabel("Code"), await codeNow(key));
  await expectFocusIn(main.getByRole("status").filter({ hasText: "Your authenticator app is set up." }));
  const codes = await page.locator("ol.font-mono li").allInnerTexts();
  expect(codes).toHaveLength(10);
  return { key, codes };
}

/** Ten minutes are over, for which a confirmation counts. */
async function forgetConfirmation(db: OwnerDatabase, email: string): Promise<void> {
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email } });
  await db.session.updateMany({ where: { personId }, data: { confirmedAt: addMinutes(new Date(), -11) } });
}

test("the keyboard alone sets up an app, signs in with both kinds of codes, confirms and switches it off", async ({
  browserOf,
  db,
}) => {
  const page = await browserOf(null, { viewport: desk });
  const main = page.getByRole("main");
  await signIn(page, testAccount.owner);
  await expect(page).toHaveURL(testAccount.base);
  const { key, codes } = await enrol(page);
  await press(page, page.getByRole("link", { name: "I have kept the codes" }));
  await expect(page.getByText("10 unused codes left")).toBeVisible();
  await expectFocusIn(main);

  await forgetUsedCodes(db, testAccount.owner);
  await forgetConfirmation(db, testAccount.owner);
  await openPage(page, `${testAccount.base}/services/${testAccount.serviceId}`);
  await press(page, page.getByRole("button", { name: "Reveal SSH" }));
  const secret = page.getByLabel("Your password or a code");
  await expectFocusIn(main.getByRole("alert").filter({ hasText: "Confirm that it's you" }));
  await enter(page, secret, "wrong");
  await expectFocusIn(main.getByRole("alert").filter({ hasText: "isn't your password" }));
  await enter(page, secret, await codeNow(key));
  await expect(page.getByText("Hidden in")).toBeVisible();
  await expectFocusIn(main.getByRole("region", { name: "Credentials", exact: true }));
  await signOut(page);

  await forgetUsedCodes(db, testAccount.owner);
  await signIn(page, testAccount.owner);
  const code = page.getByLabel("Code");
  await expectFocusIn(code);
  await enter(page, code, "000000");
  await expectFocusIn(page.getByRole("alert").filter({ hasText: "isn't right" }));
  await enter(page, code, await codeNow(key));
  await expect(page).toHaveURL(testAccount.base);
  await signOut(page);
  await signIn(page, testAccount.owner);
  await expectFocusIn(code);
  await enter(page, code, codes[0] ?? "");
  await expect(page).toHaveURL(testAccount.base);

  await openPage(page, "/profile/security");
  await expect(page.getByText("9 unused codes left")).toBeVisible();
  await press(page, page.getByRole("button", { name: "Remove Authenticator app" }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }));
  await expect(page.getByText("Authenticator app was removed.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Set up an app" })).toBeVisible();
  await expectFocusIn(main.getByRole("region", { name: "Two-factor sign-in" }));
});

test("the keyboard alone makes a passkey, signs in with it as the second step and alone, confirms and removes it", async ({
  browserOf,
  db,
}) => {
  const page = await browserOf(testAccount.administrator, { viewport: desk });
  const main = page.getByRole("main");
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await openPage(page, "/profile/security/passkey");
  await enter(page, page.getByLabel("Name"), "Virtual key");
  await expectFocusIn(main.getByRole("status").filter({ hasText: "The passkey was added." }));
  await expect(page.locator("ol.font-mono li")).toHaveCount(10);
  await press(page, page.getByRole("link", { name: "I have kept the codes" }));
  await expect(page.getByText("Virtual key", { exact: true })).toBeVisible();
  await signOut(page);

  const usePasskey = page.getByRole("button", { name: "Use a passkey" });
  await signIn(page, testAccount.administrator);
  await expect(page.getByRole("heading", { name: "Confirm it's you" })).toBeVisible();
  await press(page, usePasskey);
  await expect(page).toHaveURL(testAccount.base);
  await signOut(page);
  await openPage(page, "/sign-in");
  await press(page, usePasskey);
  await expect(page).toHaveURL(testAccount.base);

  await forgetConfirmation(db, testAccount.administrator);
  await openPage(page, "/profile/security/recovery-codes");
  await press(page, page.getByRole("button", { name: "Make new codes" }));
  await expectFocusIn(main.getByRole("alert").filter({ hasText: "Confirm that it's you" }));
  await press(page, usePasskey);
  await expectFocusIn(main.getByRole("status").filter({ hasText: "These are your new recovery codes." }));
  await openPage(page, "/profile/security");
  await press(page, page.getByRole("button", { name: "Remove Virtual key" }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }));
  await expect(page.getByText("Virtual key was removed.")).toBeVisible();
  await expect(page.getByText("Virtual key", { exact: true })).toBeHidden();
  await expectFocusIn(main.getByRole("region", { name: "Two-factor sign-in" }));
});

test("something sensitive asks for the password, and loses nothing that was typed", async ({ browserOf, db }) => {
  const page = await browserOf(testAccount.owner, { viewport: desk });
  await enrol(page);
  await forgetConfirmation(db, testAccount.owner);
  await openPage(page, "/profile/tokens");
  await page.getByRole("textbox", { name: "Name" }).fill("Reporting");
  const invoices = page.locator('input[value="billing.invoices.view"]');
  await page.locator("details", { has: invoices }).locator("summary").click();
  await invoices.check();
  await page.getByRole("button", { name: "Create token" }).click();
  await expect(page.getByText("Confirm that it's you")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Reporting");
  await page.getByLabel("Your password or a code").fill("wrong");
  await page.getByRole("button", { name: "Create token" }).click();
  await expect(page.getByText("That isn't your password or a valid code.").first()).toBeVisible();
  await page.getByLabel("Your password or a code").fill(PASSWORD);
  await page.getByRole("button", { name: "Create token" }).click();
  await expect(page.getByText("Reporting created.")).toBeVisible();
});

test("an owner requires it; a member is told why they are refused, and is let in once it is set up", async ({
  browserOf,
}) => {
  const member = await browserOf(testAccount.billing, { viewport: phone });
  await openPage(member, `${testAccount.base}/invoices`);
  const page = await browserOf(testAccount.owner, { viewport: desk });
  await enrol(page);
  await openPage(page, `${testAccount.base}/people/two-factor`);
  await expect(page.getByText("Chiara Donati")).toBeVisible();
  await page.getByLabel("Days to set it up").fill("0");
  await page.getByRole("button", { name: "Require it" }).click();
  await expect(page.getByText("Saved. Everyone who isn't ready is told by email.")).toBeVisible();

  await openPage(member, `${testAccount.base}/invoices`);
  await expect(member.getByText("This account requires two-factor sign-in.")).toBeVisible();
  await member.getByRole("link", { name: "Set up two-factor sign-in" }).click();
  await expect(member.getByText(`${testAccount.name} requires two-factor sign-in`)).toBeVisible();
  await enrol(member);
  await openPage(member, `${testAccount.base}/invoices`);
  await expect(member.getByRole("heading", { name: "Invoices" })).toBeVisible();
});

test("an administrator checks a list, and invites everyone on it who can be", async ({ browserOf }) => {
  const page = await browserOf(testAccount.administrator, { viewport: phone });
  await openPage(page, `${testAccount.base}/people/invite/list`);
  const mark = testAccount.name.slice(-6);
  const list = `name,email,roles\nAda Byron,ada@list-${mark}.example,billing\nBad Row,nowhere,support`;
  await page.getByLabel("List", { exact: true }).fill(list);
  const table = { name: "people.xlsx", mimeType: "text/csv", buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) };
  await page.getByLabel("Or choose a file").setInputFiles(table);
  await expect(page.getByText("This file contains no text. Choose a CSV file.")).toBeVisible();
  await expect(page.getByLabel("List", { exact: true })).toHaveValue(list);
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByText("1 person can be invited")).toBeVisible();
  await expect(page.getByText("Line 3")).toBeVisible();
  await page.getByRole("button", { name: "Invite 1 person" }).click();
  await expect(page.getByText("1 person was invited")).toBeVisible();
});

test("the pages have no barriers, also without anything set up", async ({ browserOf, db }) => {
  const page = await browserOf(testAccount.owner, { viewport: desk });
  await db.account.update({ where: { id: testAccount.id }, data: { twoFactorFrom: addDays(new Date(), 10) } });
  for (const path of [
    "/profile/security",
    "/profile/security/authenticator",
    "/profile/security/passkey",
    `${testAccount.base}/people/two-factor`,
    `${testAccount.base}/people/invite/list`,
  ]) {
    await openPage(page, path);
    await expectNoBarrier(page);
  }
  await enrol(page);
  await expectNoBarrier(page);
  const second = await browserOf(null, { viewport: desk });
  await signIn(second, testAccount.owner);
  await expect(second.getByRole("heading", { name: "Confirm it's you" })).toBeVisible();
  await expectNoBarrier(second);
});
