import { expect, type Page } from "@playwright/test";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { buildContact } from "@/prisma/seed/builders/contact";
import { newestMail } from "@/tests/fixtures/browser/mail";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

let testAccount: TestAccount;
test.beforeEach(async ({ db }) => {
  testAccount = await buildTestAccount(db);
});

test("the owner invites a person with a role, who joins with the emailed link", async ({ db, browserOf }) => {
  const owner = await browserOf(testAccount.owner);
  const email = testAccount.owner.replace("owner", "newcomer");
  await invite(owner, { preset: "Support only", name: "Nora Lindahl", email });

  const mail = await newestMail(db, email, /Halden Works/);
  const guest = await browserOf(null);
  // Opening the link, as mail scanners do, doesn't use it.
  expect((await guest.request.get(mail.path ?? "")).status()).toBe(200);
  await openPage(guest, mail.path ?? "");
  await expect(guest.getByRole("heading", { name: `Join ${testAccount.name}` })).toBeVisible();
  await expect(guest.getByText(email).first()).toBeVisible();
  await guest.getByLabel("Password").fill("a-quiet-harbour-27");
  await guest.getByRole("button", { name: `Join ${testAccount.name}` }).click();
  await expect(guest).toHaveURL(testAccount.base);
  const areas = guest.getByRole("navigation", { name: "Areas" });
  await expect(areas.getByRole("link", { name: "Tickets" })).toBeVisible();
  await expect(areas.getByRole("link", { name: "Billing" })).toHaveCount(0);

  const late = await browserOf(null);
  await openPage(late, mail.path ?? "");
  await expect(late.getByRole("heading", { name: "This invitation has already been accepted" })).toBeVisible();

  await openPage(owner, `${testAccount.base}/people`);
  await expect(owner.getByRole("row", { name: /Nora Lindahl/ })).toContainText("Active");
});

test("the owner approves an invitation that nobody vouches for any more", async ({ db, browserOf }) => {
  const email = testAccount.owner.replace("owner", "waiting");
  const contactId = await buildContact(db, testAccount.id, {
    email,
    name: "Elin Berg",
    roles: ["support"],
    status: "invited",
  });
  const sent = { accountId: testAccount.id, contactId, email, invitedByName: "Former Administrator" };
  await db.invitation.create({
    data: { ...sent, tokenHash: hashToken(newSecretToken()), expiresAt: addDays(new Date(), 7) },
  });
  const owner = await browserOf(testAccount.owner);
  await openPage(owner, `${testAccount.base}/people/invitations`);
  await expect(owner.getByRole("listitem").filter({ hasText: "Elin Berg" })).toContainText("Needs approval");
  await owner.getByRole("link", { name: "Details for Elin Berg" }).click();
  await expect(owner.getByText("This invitation needs approval")).toBeVisible();
  await owner.getByRole("button", { name: "Approve invitation" }).click();
  const dialog = owner.getByRole("dialog");
  await expect(dialog).toContainText("Elin Berg gets: Support.");
  await dialog.getByRole("button", { name: "Approve" }).click();
  await expect(owner.getByText("This invitation needs approval")).toHaveCount(0);
  await expect(owner.getByRole("main")).toContainText("Invited");
});

test("the owner reviews a change of roles before saving it", async ({ browserOf }) => {
  const owner = await browserOf(testAccount.owner);
  const changed = await browserOf(testAccount.support);
  await openPage(changed, testAccount.base);
  await expect(changed.getByRole("link", { name: "Billing" })).toHaveCount(0);

  await openPage(owner, `${testAccount.base}/people`);
  await owner.getByRole("link", { name: /Dmitri Orlov/ }).click();
  await owner.getByRole("link", { name: "Change access" }).click();
  await owner.locator("[name=roles][value=billing]").check();
  await owner.getByRole("button", { name: "Review" }).click();
  await expect(owner.getByRole("region", { name: "Will be able to", exact: true })).toContainText("Pay invoices");
  await expect(owner.getByRole("region", { name: "Will receive", exact: true })).toContainText("Receive invoices");
  await expect(owner.getByRole("region", { name: /no longer/ })).toHaveCount(0);

  // Nothing is saved until the last step.
  await openPage(changed, testAccount.base);
  await expect(changed.getByRole("link", { name: "Billing" })).toHaveCount(0);
  await owner.getByRole("button", { name: "Save changes" }).click();
  await expect(owner.getByText("Access updated, effective immediately.")).toBeVisible();
  await openPage(changed, testAccount.base);
  await expect(changed.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Billing" })).toBeVisible();
});

test("the owner suspends a person, whose next request is refused, and finds it in the activity log", async ({
  browserOf,
}) => {
  const owner = await browserOf(testAccount.owner);
  const other = await browserOf(testAccount.billing);
  expect((await openPage(other, `${testAccount.base}/invoices`)).status()).toBe(200);

  await openPage(owner, `${testAccount.base}/people/${testAccount.contacts.billing}`);
  await owner.getByRole("button", { name: "Suspend", exact: true }).click();
  const dialog = owner.getByRole("dialog", { name: "Suspend Chiara Donati?" });
  await expect(dialog).toContainText("Chiara Donati loses access to this account immediately.");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(owner.getByRole("button", { name: "Restore access" })).toBeVisible();
  expect((await openPage(other, `${testAccount.base}/invoices`)).status()).toBe(403);
  await expect(other.getByText(`INV-${testAccount.name.split(" ").at(-1)}`)).toHaveCount(0);

  await openPage(owner, `${testAccount.base}/activity`);
  await expect(owner.getByRole("row", { name: /Suspended Chiara Donati/ })).toContainText("Astrid Halden");
  await owner.getByLabel("Outcome").selectOption("denied");
  await expect(owner).toHaveURL(/outcome=denied/);
  await expect(owner.getByRole("row", { name: /Suspended Chiara Donati/ })).toHaveCount(0);
});

test("the owner cancels a service immediately by typing its name", async ({ browserOf }) => {
  const owner = await browserOf(testAccount.owner);
  await openPage(owner, `${testAccount.base}/services/${testAccount.serviceId}`);
  await owner.getByRole("link", { name: "Cancel service…" }).click();
  await expect(owner.getByRole("heading", { name: `Cancel ${testAccount.serviceName}?` })).toBeVisible();
  await owner.getByRole("radio", { name: "Now", exact: true }).check();
  const name = owner.getByLabel("Type the service name to confirm");
  await name.fill("another.halden.example");
  await owner.getByRole("button", { name: "Cancel service" }).click();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveValue("another.halden.example");
  await name.fill(testAccount.serviceName);
  await owner.getByRole("button", { name: "Cancel service" }).click();
  await expect(owner.getByRole("heading", { name: testAccount.serviceName, exact: true })).toBeVisible();
  await expect(owner.getByRole("main")).toContainText("Cancelled");
});

test("the owner transfers ownership to a person who accepts it", async ({ browserOf }) => {
  const owner = await browserOf(testAccount.owner);
  const successor = await browserOf(testAccount.administrator);
  await openPage(owner, `${testAccount.base}/people/ownership`);
  await owner.getByLabel("New owner").selectOption({ label: "Benoit Carlier" });
  await owner.getByRole("button", { name: "Transfer ownership" }).click();
  await expect(owner.getByText("Transfer to Benoit Carlier pending")).toBeVisible();
  // A pending transfer changes nothing yet.
  expect((await openPage(successor, `${testAccount.base}/services/order`)).status()).toBe(403);

  await openPage(successor, `${testAccount.base}/people/ownership`);
  await successor.getByRole("button", { name: "Accept ownership" }).click();
  await successor.getByRole("dialog").getByRole("button", { name: "Accept" }).click();
  await expect(successor.getByText("You are now the owner of this account.")).toBeVisible();
  expect((await openPage(successor, `${testAccount.base}/services/order`)).status()).toBe(200);
  expect((await openPage(owner, `${testAccount.base}/services/order`)).status()).toBe(403);
});

async function invite(page: Page, whom: { preset: string; name: string; email: string }) {
  await openPage(page, `${testAccount.base}/people`);
  await page.getByRole("link", { name: "Invite person" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(whom.name);
  await page.getByRole("textbox", { name: "Email address" }).fill(whom.email);
  await page.getByRole("radio", { name: whom.preset }).check();
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByRole("region", { name: "Will be able to", exact: true })).toContainText("Open tickets");
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue(whom.name);
  await expect(page.getByRole("textbox", { name: "Email address" })).toHaveValue(whom.email);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("Invitation sent. It expires in 7 days.")).toBeVisible();
}
