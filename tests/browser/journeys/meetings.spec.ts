import { expect, type Page } from "@playwright/test";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

for (const viewport of [desk, phone]) {
  test(`a meeting from its draft to signed minutes, at ${viewport.width} px`, async ({ db, browserOf }) => {
    const account = await buildTestAccount(db);
    const chair = await browserOf(account.billing, { viewport });
    await createMeeting(chair, account.base);
    const meeting = new URL(chair.url()).pathname;

    const support = await browserOf(account.support, { viewport });
    await openPage(support, meeting);
    await expect(support.getByText("No agenda yet")).toBeVisible();
    await publish(chair);
    await openPage(support, meeting);
    await expect(support.getByRole("heading", { name: "Warehouse move" })).toBeVisible();
    await support.getByRole("button", { name: "Accept" }).click();
    await expect(support.getByText("Accepted")).toBeVisible();

    // The meeting is over: time can't be waited for.
    const id = meeting.split("/").at(-1);
    const startsAt = new Date(Date.now() - 7_200_000);
    const endsAt = new Date(Date.now() - 3_600_000);
    await db.meeting.update({ where: { id: id ?? "" }, data: { startsAt, endsAt } });
    await takeMinutes(chair, meeting);
    await sign(chair, meeting);
    await openPage(support, `${meeting}/minutes`);
    await expect(support.getByText("We move on Friday.")).toBeVisible();
    await expect(support.getByText(/SHA-256: [0-9a-f]{64}/)).toBeVisible();
  });
}

async function createMeeting(page: Page, base: string) {
  await openPage(page, `${base}/meetings`);
  await page.getByRole("link", { name: "New meeting" }).first().click();
  await page.getByRole("textbox", { name: "Title" }).fill("Warehouse planning");
  for (const box of await page.getByRole("group", { name: "Attendees" }).getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Create draft" }).click();
  await expect(page.getByRole("heading", { name: "Warehouse planning" })).toBeVisible();
  await page.getByText("Add an item", { exact: true }).click();
  await page.getByRole("textbox", { name: "Title" }).first().fill("Warehouse move");
  await page.getByRole("spinbutton", { name: /Minutes planned/ }).fill("15");
  await page.getByRole("button", { name: "Add item" }).click();
  await expect(page.getByRole("heading", { name: "Warehouse move" })).toBeVisible();
}

async function publish(page: Page) {
  await page.getByRole("button", { name: "Publish and invite" }).click();
  await expect(page.getByText("Agenda published")).toBeVisible();
}

async function takeMinutes(page: Page, meeting: string) {
  await openPage(page, `${meeting}/take`);
  await page.getByRole("textbox", { name: /Minutes/ }).fill("We move on Friday.");
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByRole("link", { name: "To the minutes" }).click();
  await expect(page.getByText("We move on Friday.")).toBeVisible();
}

async function sign(page: Page, meeting: string) {
  await openPage(page, `${meeting}/minutes`);
  await page.getByRole("button", { name: "Sign the minutes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Signed minutes" })).toBeVisible();
}

test("the pages of meetings have no barrier, on a phone and a desktop, light and dark", async ({ db, browserOf }) => {
  const { id } = await db.meeting.findFirstOrThrow({
    where: { minutesStatus: "signed", account: { name: "Northwind Robotics" } },
    orderBy: { startsAt: "desc" },
    select: { id: true, accountId: true },
  });
  const { accountId } = await db.meeting.findUniqueOrThrow({ where: { id }, select: { accountId: true } });
  const page = await browserOf("owner@northwind.example");
  for (const path of ["", "/calendar", `/${id}`, `/${id}/attendees`, `/${id}/minutes`]) {
    await openPage(page, `/a/${accountId}/meetings${path}`);
    await expectNoBarrier(page);
  }
});
