import { expect, type Page } from "@playwright/test";
import { demo, demoAccount } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

const everybody = { ...demo, both: "billing-support@northwind.example", custom: "custom@northwind.example" };

for (const [who, email] of Object.entries(everybody)) {
  test(`every link shown to ${who} leads to a page that opens`, async ({ db, browserOf }) => {
    const page = await browserOf(email);
    const account = await demoAccount(db, who === "stranger" ? "Globex Labs" : "Northwind Robotics");
    const opened = new Set<string>();
    for (const start of ["/", `/a/${account}`, `/a/${account}/services`, "/profile"]) {
      await openPage(page, start);
      const ways = await waysOf(page);
      expect(ways.length, start).toBeGreaterThan(2);
      for (const href of ways.filter((one) => !opened.has(one))) {
        expect.soft((await page.request.get(href)).status(), `${start}: ${href}`).toBe(200);
        opened.add(href);
      }
    }
  });
}

/** The links of the frame: the logo, the areas, the tabs of a page. */
function waysOf(page: Page): Promise<string[]> {
  return page
    .locator("header a[href], nav a[href]")
    .evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).href))]);
}

test("the logo takes staff in a customer's account to the console and logs no denial", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const staff = await browserOf(demo.agent);
  await openPage(staff, `${testAccount.base}/services`);
  await staff.getByRole("banner").getByRole("link", { name: "Home" }).click();
  await expect(staff).toHaveURL("/staff/accounts");

  await openPage(staff, `${testAccount.base}/services`);
  await staff.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Console" }).click();
  await expect(staff).toHaveURL("/staff/accounts");

  // For the account's own people this URL is the dashboard.
  await openPage(staff, testAccount.base);
  await expect(staff).toHaveURL(`/staff/accounts/${testAccount.id}`);

  expect((await openPage(staff, `${testAccount.base}/invoices`)).status()).toBe(403);
  const owner = await browserOf(testAccount.owner);
  await openPage(owner, testAccount.base);
  await expect(owner.getByRole("region", { name: "Recent activity" })).not.toContainText("Denied");
  await openPage(owner, `${testAccount.base}/activity`);
  await expect(owner.getByRole("main")).not.toContainText("Sam Whitfield");
});

test("a contact without a dashboard lands on the first area they can access", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  await db.contactPermission.create({
    data: {
      accountId: testAccount.id,
      contactId: testAccount.contacts.support,
      permission: "dashboard.view",
      effect: "off",
      givenByName: "Astrid Halden",
    },
  });
  const page = await browserOf(testAccount.support);
  await openPage(page, "/");
  await expect(page).toHaveURL(`${testAccount.base}/services`);
  await page.getByRole("banner").getByRole("link", { name: "Home" }).click();
  await expect(page).toHaveURL(`${testAccount.base}/services`);
});
