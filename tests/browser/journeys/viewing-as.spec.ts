import { expect } from "@playwright/test";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

for (const [size, viewport] of [
  ["a desk", desk],
  ["a phone", phone],
] as const) {
  test.describe(`on ${size}`, () => {
    test("an owner views the portal as a member, who can see it later", async ({ browserOf, db }) => {
      const account = await buildTestAccount(db);
      const page = await browserOf(account.owner, { viewport });
      await openPage(page, `${account.base}/people/${account.contacts.support}`);
      await page.getByRole("button", { name: "View as Dmitri Orlov" }).click();
      const banner = page.getByRole("complementary", { name: "You're viewing the portal as Dmitri Orlov." });
      await expect(banner).toBeVisible();
      await expect(page.getByRole("link", { name: "Open ticket" })).toHaveCount(0);
      await expectNoBarrier(page, [viewport]);
      await picture(page, `view-as-banner ${size}`);

      await openPage(page, `${account.base}/tickets/${account.ticketId}`);
      await expect(page.getByRole("heading", { name: "Console shows no picture" })).toBeVisible();
      await expect(page.getByRole("textbox")).toHaveCount(0);
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await expect(banner).toBeInViewport();
      await expectNoBarrier(page, [viewport]);

      await openPage(page, `${account.base}/invoices`);
      await expect(page.getByRole("heading", { name: "You don't have access" })).toBeVisible();
      await openPage(page, "/profile/security");
      await expect(page.getByRole("heading", { name: "Not while you view as someone else" })).toBeVisible();
      await expectNoBarrier(page, [viewport]);

      await openPage(page, account.base);
      await banner.getByRole("button", { name: "Leave the view" }).click();
      await expect(page).toHaveURL(new RegExp(`/people/${account.contacts.support}$`));
      await expect(banner).toHaveCount(0);

      const member = await browserOf(account.support, { viewport });
      await openPage(member, "/profile/looks");
      await expect(member.getByText("Astrid Halden")).toBeVisible();
      await expectNoBarrier(member, [viewport]);
      await picture(member, `viewed-as-you ${size}`);
    });

    test("staff view as a contact only with a reason, which the owner reads, and ends", async ({ browserOf, db }) => {
      const account = await buildTestAccount(db);
      // The tests' staff have every account open: only the agent's visit is left.
      const { id: personId } = await db.person.findUniqueOrThrow({ where: { email: demo.agent } });
      await db.staffVisit.deleteMany({ where: { accountId: account.id, personId: { not: personId } } });
      const page = await browserOf(demo.agent, { viewport });
      await openPage(page, `${account.base}/people/${account.contacts.support}`);
      await page.getByLabel("Why?").fill("Ticket 12: can't find the invoice");
      await page.getByRole("button", { name: "View as Dmitri Orlov" }).click();
      await expect(page.getByText("You're viewing the portal as Dmitri Orlov.")).toBeVisible();
      const owner = await browserOf(account.owner, { viewport });
      await openPage(owner, `${account.base}/activity`);
      await expect(owner.getByText("Ticket 12: can't find the invoice").first()).toBeVisible();
      await openPage(owner, `${account.base}/settings/staff-access`);
      await picture(owner, `view-as-listed ${size}`);
      await owner.getByRole("button", { name: "End", exact: true }).click();
      await expect(owner.getByText("Nobody of our staff has access.")).toBeVisible();
      await openPage(page, `${account.base}/services`);
      await expect(page.getByRole("heading", { name: "Why do you need this account?" })).toBeVisible();
      await expect(page.getByText("You're viewing the portal as Dmitri Orlov.")).toHaveCount(0);
    });

    test("an owner lets support see areas of the workspace, and closes it again", async ({ browserOf, db }) => {
      const account = await buildTestAccount(db);
      const page = await browserOf(account.owner, { viewport });
      await openPage(page, `${account.base}/settings/staff-access`);
      await expect(page.getByText("Support can't see your workspace.")).toBeVisible();
      await expectNoBarrier(page, [viewport]);
      await page.getByRole("checkbox", { name: "Meetings" }).check();
      await page.getByRole("button", { name: "Let support look" }).click();
      await expect(page.getByText("Support can see: Meetings")).toBeVisible();
      await expectNoBarrier(page, [viewport]);
      await page.getByRole("button", { name: "Close now" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Close now" }).click();
      await expect(page.getByText("Support can't see your workspace.")).toBeVisible();
      const administrator = await browserOf(account.administrator, { viewport });
      await openPage(administrator, `${account.base}/settings/staff-access`);
      await expect(administrator.getByText("Only the account owner can change this.", { exact: true })).toBeVisible();
    });
  });
}
