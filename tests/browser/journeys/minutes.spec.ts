import { expect, type Page } from "@playwright/test";
import { buildMeeting } from "@/prisma/seed/builders/meeting";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

/** Over, with two items, run by the owner and the administrator. */
async function meeting(db: OwnerDatabase) {
  const account = await buildTestAccount(db);
  const { owner, administrator, support } = account.contacts;
  const { meetingId, itemIds } = await buildMeeting(db, account.id, {
    createdBy: { contactId: owner, name: "Owner" },
    ...{ chair: administrator, people: [owner, administrator, support], title: "Harbour board" },
    ...{ startsAt: new Date(Date.now() - 7_200_000), status: "scheduled" },
    items: [{ title: "Opening" }, { title: "Budget of the next year" }],
  });
  const [first = "", second = ""] = itemIds;
  const here = `${account.base}/meetings/${meetingId}`;
  const savedOf = async (id: string) => (await db.meetingItem.findUniqueOrThrow({ where: { id } })).minutes;
  return { account, here, first, second, savedOf };
}

const text = (page: Page) => page.getByRole("textbox", { name: "Minutes" });

for (const viewport of [desk, phone]) {
  test(`minutes are taken on the whole screen, item by item, by keyboard, at ${viewport.width} px`, async ({
    db,
    browserOf,
  }) => {
    const { account, here, first, second, savedOf } = await meeting(db);
    const page = await browserOf(account.owner, { viewport });
    await openPage(page, `${here}/take`);
    await expect(text(page)).toBeFocused();
    await expect(page.getByRole("navigation", { name: "Areas" })).toBeHidden();
    await expect(page.getByRole("button", { name: "Account and settings" })).toBeHidden();
    await page.keyboard.type("Everybody was welcome.");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { name: /Budget of the next year/ })).toBeVisible();
    await expect(text(page)).toBeFocused();
    await page.keyboard.type("It was agreed.");
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
    await page.keyboard.press("Control+Shift+Enter");
    await expect(text(page)).toHaveValue("Everybody was welcome.");
    expect([await savedOf(first), await savedOf(second)]).toEqual(["Everybody was welcome.", "It was agreed."]);
    await page.getByRole("link", { name: "Attendance" }).click();
    await page.getByRole("combobox").first().selectOption({ label: "Present" });
    await page.getByRole("button", { name: "Save attendance" }).click();
    await expect(page.getByText("Attendance is saved.")).toBeVisible();
    await page.getByRole("link", { name: "Close" }).click();
    await expect(page.getByText("It was agreed.")).toBeVisible();
    await openPage(page, `${here}/take`);
    await expectNoBarrier(page, [viewport]);
  });
}

test("what is typed without a connection survives a reload and is saved later", async ({ db, browserOf }) => {
  const { account, here, first, savedOf } = await meeting(db);
  const page = await browserOf(account.owner);
  await openPage(page, `${here}/take`);
  await page.route("**/minutes", (route) => route.abort());
  await text(page).fill("Typed in a tunnel");
  await expect(page.getByText("Not saved. Trying again…")).toBeVisible();
  expect(await savedOf(first)).toBe("");
  await page.unroute("**/minutes");
  await page.reload();
  await expect(text(page)).toHaveValue("Typed in a tunnel");
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  expect(await savedOf(first)).toBe("Typed in a tunnel");
});

test("two minute takers see each other's text, and neither is lost", async ({ db, browserOf }) => {
  const { account, here, first, savedOf } = await meeting(db);
  const [one, other] = [await browserOf(account.owner), await browserOf(account.administrator)];
  for (const page of [one, other]) await openPage(page, `${here}/take`);
  await text(one).fill("The first version");
  await expect(one.getByText("Saved.", { exact: true })).toBeVisible();
  await text(other).fill("The second version");
  const conflict = other.getByRole("alert").filter({ hasText: "Someone else has saved version 1" });
  await expect(conflict).toContainText("The first version");
  await expect(text(other)).toHaveValue("The second version");
  expect(await savedOf(first)).toBe("The first version");
  await conflict.getByRole("button", { name: "Keep both texts" }).click();
  await expect(other.getByText("Saved.", { exact: true })).toBeVisible();
  expect(await savedOf(first)).toBe("The first version\n\nThe second version");
  await text(one).fill("Mine alone");
  await one.getByRole("button", { name: "Save my text instead" }).click();
  await expect(one.getByText("Saved.", { exact: true })).toBeVisible();
  expect(await savedOf(first)).toBe("Mine alone");
});

test("minutes are taken without JavaScript, and a conflict shows both texts", async ({ db, browserOf }) => {
  const { account, here, first, savedOf } = await meeting(db);
  const page = await browserOf(account.owner, { javaScriptEnabled: false });
  await page.goto(`${here}/take`);
  await text(page).fill("By a form");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  expect(await savedOf(first)).toBe("By a form");
  await db.meetingItem.update({ where: { id: first }, data: { minutes: "By a colleague", minutesVersion: 9 } });
  await text(page).fill("By a form again");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Someone else has saved version 9")).toBeVisible();
  await expect(page.getByText("By a colleague")).toBeVisible();
  await expect(text(page)).toHaveValue("By a form again");
  expect(await savedOf(first)).toBe("By a colleague");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  expect(await savedOf(first)).toBe("By a form again");
});
