import { expect, type Page } from "@playwright/test";
import { buildHouse, type House } from "@/tests/fixtures/browser/house";
import { newestMail } from "@/tests/fixtures/browser/mail";
import { test } from "@/tests/fixtures/browser/test";
import { visit } from "@/tests/fixtures/browser/visit";

test.describe.configure({ mode: "parallel" });

let house: House;
test.beforeEach(async ({ db }) => {
  house = await buildHouse(db);
});

test("the owner invites a person with a role, who joins with the emailed link", async ({ db, browserOf }) => {
  const owner = await browserOf(house.owner);
  const email = house.owner.replace("owner", "newcomer");
  await invite(owner, { preset: "Support only", name: "Nora Lindahl", email });

  const mail = await newestMail(db, email, /Halden Works/);
  const guest = await browserOf(null);
  // Opening the link, as mail scanners do, doesn't use it.
  expect((await guest.request.get(mail.path ?? "")).status()).toBe(200);
  await visit(guest, mail.path ?? "");
  await expect(guest.getByRole("heading", { name: `Join ${house.name}` })).toBeVisible();
  await expect(guest.getByText(email).first()).toBeVisible();
  await guest.getByLabel("Password").fill("a-quiet-harbour-27");
  await guest.getByRole("button", { name: `Join ${house.name}` }).click();
  await expect(guest).toHaveURL(house.base);
  const areas = guest.getByRole("navigation", { name: "Areas" });
  await expect(areas.getByRole("link", { name: "Tickets" })).toBeVisible();
  await expect(areas.getByRole("link", { name: "Billing" })).toHaveCount(0);

  const late = await browserOf(null);
  await visit(late, mail.path ?? "");
  await expect(late.getByRole("heading", { name: "This invitation has already been accepted" })).toBeVisible();

  await visit(owner, `${house.base}/people`);
  await expect(owner.getByRole("row", { name: /Nora Lindahl/ })).toContainText("Active");
});

test("the owner reviews a change of roles before saving it", async ({ browserOf }) => {
  const owner = await browserOf(house.owner);
  const changed = await browserOf(house.support);
  await visit(changed, house.base);
  await expect(changed.getByRole("link", { name: "Billing" })).toHaveCount(0);

  await visit(owner, `${house.base}/people`);
  await owner.getByRole("link", { name: /Dmitri Orlov/ }).click();
  await owner.getByRole("link", { name: "Change access" }).click();
  await owner.getByRole("checkbox", { name: "Billing", exact: true }).check();
  await owner.getByRole("button", { name: "Review" }).click();
  await expect(owner.getByRole("region", { name: "Will be able to", exact: true })).toContainText("Pay invoices");
  await expect(owner.getByRole("region", { name: "Will receive", exact: true })).toContainText("Receive invoices");
  await expect(owner.getByRole("region", { name: /no longer/ })).toHaveCount(0);

  // Nothing is saved until the last step.
  await visit(changed, house.base);
  await expect(changed.getByRole("link", { name: "Billing" })).toHaveCount(0);
  await owner.getByRole("button", { name: "Save changes" }).click();
  await expect(owner.getByText("Access updated, effective immediately.")).toBeVisible();
  await visit(changed, house.base);
  await expect(changed.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Billing" })).toBeVisible();
});

test("the owner suspends a person, whose next request is refused, and finds it in the activity log", async ({
  browserOf,
}) => {
  const owner = await browserOf(house.owner);
  const other = await browserOf(house.billing);
  expect((await visit(other, `${house.base}/invoices`)).status()).toBe(200);

  await visit(owner, `${house.base}/people/${house.contacts.billing}`);
  await owner.getByRole("button", { name: "Suspend", exact: true }).click();
  const dialog = owner.getByRole("dialog", { name: "Suspend Chiara Donati?" });
  await expect(dialog).toContainText("Chiara Donati loses access to this account immediately.");
  await dialog.getByRole("button", { name: "Suspend" }).click();
  await expect(owner.getByRole("button", { name: "Restore access" })).toBeVisible();
  expect((await visit(other, `${house.base}/invoices`)).status()).toBe(403);
  await expect(other.getByText(`INV-${house.name.split(" ").at(-1)}`)).toHaveCount(0);

  await visit(owner, `${house.base}/activity`);
  await expect(owner.getByRole("row", { name: /Suspended Chiara Donati/ })).toContainText("Astrid Halden");
  await owner.getByLabel("Outcome").selectOption("denied");
  await expect(owner).toHaveURL(/outcome=denied/);
  await expect(owner.getByRole("row", { name: /Suspended Chiara Donati/ })).toHaveCount(0);
});

test("the owner cancels a service immediately by typing its name", async ({ browserOf }) => {
  const owner = await browserOf(house.owner);
  await visit(owner, `${house.base}/services/${house.serviceId}`);
  await owner.getByRole("link", { name: "Cancel service…" }).click();
  await expect(owner.getByRole("heading", { name: `Cancel ${house.serviceName}?` })).toBeVisible();
  await owner.getByRole("radio", { name: "Now", exact: true }).check();
  const name = owner.getByLabel("Type the name of the service to confirm");
  await name.fill("another.halden.example");
  await owner.getByRole("button", { name: "Cancel this service" }).click();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveValue("another.halden.example");
  await name.fill(house.serviceName);
  await owner.getByRole("button", { name: "Cancel this service" }).click();
  await expect(owner.getByRole("heading", { name: house.serviceName, exact: true })).toBeVisible();
  await expect(owner.getByRole("main")).toContainText("Cancelled");
});

test("the owner transfers ownership to a person who accepts it", async ({ browserOf }) => {
  const owner = await browserOf(house.owner);
  const successor = await browserOf(house.administrator);
  await visit(owner, `${house.base}/people/ownership`);
  await owner.getByLabel("New owner").selectOption({ label: "Benoit Carlier" });
  await owner.getByRole("button", { name: "Transfer ownership" }).click();
  await expect(owner.getByText("Transfer to Benoit Carlier pending")).toBeVisible();
  // A pending transfer changes nothing yet.
  expect((await visit(successor, `${house.base}/services/order`)).status()).toBe(403);

  await visit(successor, `${house.base}/people/ownership`);
  await successor.getByRole("button", { name: "Accept ownership" }).click();
  await successor.getByRole("dialog").getByRole("button", { name: "Accept" }).click();
  await expect(successor.getByText("You are now the owner of this account.")).toBeVisible();
  expect((await visit(successor, `${house.base}/services/order`)).status()).toBe(200);
  expect((await visit(owner, `${house.base}/services/order`)).status()).toBe(403);
});

async function invite(page: Page, whom: { preset: string; name: string; email: string }) {
  await visit(page, `${house.base}/people`);
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
