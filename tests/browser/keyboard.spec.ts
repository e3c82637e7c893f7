import { expect } from "@playwright/test";
import { press, tabTo } from "@/tests/fixtures/browser/by-keyboard";
import { newestMail } from "@/tests/fixtures/browser/mail";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test("the keyboard alone invites a contact", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const page = await browserOf(testAccount.owner);
  await openPage(page, testAccount.base);
  const { keyboard } = page;
  await press(page, page.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "People" }), "Enter");
  await expect(page.getByRole("heading", { name: "People" })).toBeVisible();
  await press(page, page.getByRole("link", { name: "Invite person" }), "Enter");

  const email = testAccount.owner.replace("owner", "by-keyboard");
  await tabTo(page, page.getByRole("textbox", { name: "Name" }));
  await keyboard.type("Kay Board");
  await keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: "Email address" })).toBeFocused();
  await keyboard.type(email);

  // A radio group is one tab stop; the arrow keys choose.
  await tabTo(page, page.getByRole("radio", { name: "Administrator" }));
  await keyboard.press("Space");
  for (const name of ["Billing and support", "Billing only", "Support only"]) {
    await keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name })).toBeFocused();
  }
  await expect(page.getByRole("radio", { name: "Support only" })).toBeChecked();
  await press(page, page.getByRole("button", { name: "Review" }), "Enter");
  await expect(page.getByRole("region", { name: "Will be able to", exact: true })).toBeVisible();

  await press(page, page.getByRole("button", { name: "Send invitation" }), "Space");
  await expect(page.getByText("Invitation sent. It expires in 7 days.")).toBeVisible();
  await newestMail(db, email, /Halden Works/);
});

test("the keyboard alone changes a role", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const page = await browserOf(testAccount.owner);
  await openPage(page, `${testAccount.base}/people`);
  // Past the navigation in one step.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("link", { name: /Dmitri Orlov/ }), "Enter");
  await press(page, page.getByRole("link", { name: "Change access" }), "Enter");
  await press(page, page.locator("[name=roles][value=billing]"), "Space");
  await expect(page.locator("[name=roles][value=billing]")).toBeChecked();
  await press(page, page.getByRole("button", { name: "Review" }), "Enter");
  await expect(page.getByRole("region", { name: "Will be able to", exact: true })).toContainText("Pay invoices");
  await press(page, page.getByRole("button", { name: "Save changes" }), "Enter");
  await expect(page.getByText("Access updated, effective immediately.")).toBeVisible();
  const roles = await db.contactRole.findMany({
    where: { contactId: testAccount.contacts.support },
    select: { role: true },
  });
  expect(roles.map(({ role }) => role).sort()).toEqual(["billing", "support"]);
});

test("the keyboard opens a dialog, closes it with Escape, and returns focus", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const page = await browserOf(testAccount.owner);
  await openPage(page, `${testAccount.base}/people/${testAccount.contacts.support}`);
  const trigger = page.getByRole("button", { name: "Suspend", exact: true });
  await press(page, trigger, "Enter");
  const dialog = page.getByRole("dialog", { name: "Suspend Dmitri Orlov?" });
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole("button", { name: "Cancel" }));
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(trigger).toBeFocused();
});
