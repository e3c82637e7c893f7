import { expect, type Page } from "@playwright/test";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { codeNow, forgetUsedCodes } from "@/tests/fixtures/browser/authenticator";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

const PASSWORD = "portcullis-demo";

let testAccount: TestAccount;
test.beforeEach(async ({ db }) => {
  testAccount = await buildTestAccount(db);
});

/** Moves the focus with Tab alone until something of that name has it, and presses Enter there. */
async function tabTo(page: Page, name: string): Promise<void> {
  const target = page.getByRole("main").getByText(name, { exact: true }).last();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (focused === name) return;
  }
  throw new Error(`The keyboard doesn't reach "${name}".`);
}

async function signIn(page: Page, email: string): Promise<void> {
  await openPage(page, "/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Sets up an authenticator app by the keyboard alone, and returns its key and the recovery codes. */
async function enrol(page: Page): Promise<{ key: string; codes: string[] }> {
  await openPage(page, "/profile/security");
  await tabTo(page, "Set up an app");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Authenticator app" })).toBeVisible();
  await tabTo(page, "Show the key");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const key = ((await page.locator("p.font-mono").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("Code").focus();
  await page.keyboard.type(await codeNow(key));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your authenticator app is set up.")).toBeVisible();
  const codes = await page.locator("ol.font-mono li").allInnerTexts();
  expect(codes).toHaveLength(10);
  return { key, codes };
}

for (const [size, viewport] of [
  ["phone", phone],
  ["desktop", desk],
] as const) {
  test(`on a ${size}, a person sets up an app by keyboard alone, and signs in with a code and a recovery code`, async ({
    browserOf,
    db,
  }) => {
    const page = await browserOf(testAccount.billing, { viewport });
    const { key, codes } = await enrol(page);
    await forgetUsedCodes(db, testAccount.billing);

    const other = await browserOf(null, { viewport });
    await signIn(other, testAccount.billing);
    await expect(other.getByRole("heading", { name: "Confirm it's you" })).toBeVisible();
    await other.getByLabel("Code").fill("000000");
    await other.keyboard.press("Enter");
    await expect(other.getByRole("alert").filter({ hasText: "isn't right" })).toBeVisible();
    await other.getByLabel("Code").fill(await codeNow(key));
    await other.keyboard.press("Enter");
    await expect(other).toHaveURL(testAccount.base);

    const third = await browserOf(null, { viewport });
    await signIn(third, testAccount.billing);
    await third.getByLabel("Code").fill(codes[0] ?? "");
    await third.keyboard.press("Enter");
    await expect(third).toHaveURL(testAccount.base);
    await openPage(third, "/profile/security");
    await expect(third.getByText("9 unused codes left")).toBeVisible();
  });
}

test("a passkey is made by the browser, signs in as the second step, alone, and confirms", async ({
  browserOf,
  db,
}) => {
  const page = await browserOf(testAccount.administrator, { viewport: desk });
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
  await page.getByLabel("Name").fill("Virtual key");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("The passkey was added.")).toBeVisible();
  await expect(page.locator("ol.font-mono li")).toHaveCount(10);
  await page.getByRole("link", { name: "I have kept the codes" }).click();
  await expect(page.getByText("Virtual key", { exact: true })).toBeVisible();

  const signOut = () => page.context().clearCookies();
  await signOut();
  await signIn(page, testAccount.administrator);
  await expect(page.getByRole("heading", { name: "Confirm it's you" })).toBeVisible();
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(testAccount.base);

  await signOut();
  await openPage(page, "/sign-in");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(testAccount.base);

  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email: testAccount.administrator } });
  await db.session.updateMany({ where: { personId }, data: { confirmedAt: addMinutes(new Date(), -11) } });
  await openPage(page, "/profile/security/recovery-codes");
  await page.getByRole("button", { name: "Make new codes" }).click();
  await expect(page.getByLabel("Your password or a code")).toBeVisible();
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByText("These are your new recovery codes.")).toBeVisible();
});

test("something sensitive asks for the password, and loses nothing that was typed", async ({ browserOf, db }) => {
  const page = await browserOf(testAccount.owner, { viewport: desk });
  await enrol(page);
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email: testAccount.owner } });
  await db.session.updateMany({ where: { personId }, data: { confirmedAt: addMinutes(new Date(), -11) } });
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
