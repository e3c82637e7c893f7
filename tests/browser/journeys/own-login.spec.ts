import { expect, type Page } from "@playwright/test";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

const PASSWORD = "portcullis-demo";

let testAccount: TestAccount;
test.beforeEach(async ({ db }) => {
  testAccount = await buildTestAccount(db);
});

test("a person signs in after a wrong password, and signs out", async ({ browserOf }) => {
  const page = await browserOf(null);
  await openPage(page, "/sign-in");
  await signIn(page, "portcullis-demi");
  await expect(page.getByRole("alert").filter({ hasText: "is incorrect" })).toBeVisible();
  await expect(page.getByLabel("Email address")).toHaveValue(testAccount.billing);
  await signIn(page, PASSWORD);
  await expect(page).toHaveURL(testAccount.base);

  await page.getByRole("button", { name: "User menu: Chiara Donati" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You've been signed out.")).toBeVisible();
  await openPage(page, testAccount.base);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("an unknown address gets the same answer as a wrong password", async ({ browserOf }) => {
  const page = await browserOf(null);
  await openPage(page, "/sign-in");
  await page.getByLabel("Email address").fill(testAccount.billing.replace("billing", "nobody"));
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "is incorrect" })).toBeVisible();
});

test("a person redirected to sign-in returns to the requested page", async ({ browserOf }) => {
  const page = await browserOf(null);
  await openPage(page, `${testAccount.base}/invoices?status=open`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signIn(page, PASSWORD);
  await expect(page).toHaveURL(`${testAccount.base}/invoices?status=open`);
  await expect(page.getByRole("heading", { name: "Invoices" })).toBeVisible();
});

test("a person views their sessions, ends one, then all others", async ({ browserOf }) => {
  const [here, there, elsewhere] = [
    await browserOf(testAccount.support),
    await browserOf(testAccount.support),
    await browserOf(testAccount.support),
  ];
  await openPage(there, testAccount.base);
  await openPage(here, "/profile/security");
  const sessions = here.getByRole("table", { name: "Sessions" }).getByRole("row");
  await expect(sessions).toHaveCount(4);
  await expect(sessions.filter({ hasText: "This session" })).toHaveCount(1);
  await sessions.getByRole("button", { name: "Sign out" }).first().click();
  await expect(sessions).toHaveCount(3);

  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  await here.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(sessions).toHaveCount(2);
  for (const other of [there, elsewhere]) {
    await openPage(other, testAccount.base);
    await expect(other).toHaveURL(/\/sign-in/);
  }
  expect((await openPage(here, testAccount.base)).status()).toBe(200);
});

test("a person creates a token that is shown once and limited to its permissions", async ({ browserOf }) => {
  const page = await browserOf(testAccount.support);
  await openPage(page, "/profile/tokens");
  await page.getByRole("textbox", { name: "Name" }).fill("Status board");
  await page
    .locator("summary")
    .filter({ hasText: /^support/i })
    .click();
  await page.getByRole("checkbox", { name: "View tickets" }).check();
  await page.getByRole("button", { name: "Create token" }).click();
  const shown = page.getByRole("status").filter({ hasText: "It won't be shown again" });
  await expect(shown).toBeVisible();
  const token = (await shown.locator("dd span").first().textContent()) ?? "";
  expect(token.length).toBeGreaterThan(30);

  const ask = async (path: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const { status } = await fetch(`${process.env.PORTAL_TEST_URL}/api/v1/accounts/${testAccount.id}${path}`, {
      headers,
    });
    return status;
  };
  expect(await ask("/tickets")).toBe(200);
  expect(await ask("/services")).toBe(403);

  const again = await openPage(page, "/profile/tokens");
  expect(await again.text()).not.toContain(token);
  await expect(page.getByRole("row", { name: /Status board/ })).toBeVisible();
  await page.getByRole("link", { name: "Revoke Status board" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("row", { name: /Status board/ })).toHaveCount(0);
  expect(await ask("/tickets")).toBe(401);
});

test("a person changes their name, which every page then shows", async ({ browserOf }) => {
  const page = await browserOf(testAccount.support);
  await openPage(page, "/profile");
  await page.getByRole("textbox", { name: "Name" }).fill("Dmitri A. Orlov");
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByRole("button", { name: "User menu: Dmitri A. Orlov" })).toBeVisible();
});

async function signIn(page: Page, password: string) {
  await page.getByLabel("Email address").fill(testAccount.billing);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
