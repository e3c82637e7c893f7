import { expect } from "@playwright/test";
import { simplePdf } from "@/prisma/seed/builders/simple-pdf";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

const minutes = {
  name: "Minutes of May.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from(simplePdf([["Minutes of May", "Present: five"]])),
};

const onPhone = { viewport: phone, isMobile: true, hasTouch: true };

test("an owner makes a folder for one person, who reads its file on a phone until access is taken away", async ({
  db,
  browserOf,
}) => {
  const account = await buildTestAccount(db);
  const owner = await browserOf(account.owner, { viewport: desk });
  await openPage(owner, `${account.base}/documents`);
  await owner.getByRole("link", { name: "New folder" }).click();
  await owner.getByLabel("Name", { exact: true }).fill("Board");
  await owner.getByLabel("Its own list").check();
  const person = await db.contact.findUniqueOrThrow({ where: { id: account.contacts.billing } });
  await owner.getByLabel(person.name).check();
  await picture(owner, "new-folder");
  await owner.getByRole("button", { name: "Create folder" }).click();
  await expect(owner.getByRole("heading", { name: "Board", level: 1 })).toBeVisible();
  await expect(owner.getByText("Own list: 1 person")).toBeVisible();
  const folder = new URL(owner.url()).pathname;

  // The file is there without anything else to press, and drawn a little later.
  await owner.locator('input[type="file"]').setInputFiles(minutes);
  const link = owner.getByRole("link", { name: /Minutes of May\.pdf/ });
  await expect(link).toBeVisible();
  await picture(owner, "folder");
  await expectNoBarrier(owner);

  const reader = await browserOf(account.billing, onPhone);
  await openPage(reader, `${account.base}/documents`);
  await picture(reader, "start-phone");
  await reader.getByRole("link", { name: /Board/ }).first().click();
  await reader.getByRole("link", { name: /Minutes of May\.pdf/ }).click();
  await expect(reader.getByRole("heading", { name: "Minutes of May.pdf", level: 1 })).toBeVisible();
  await expect(reader.getByRole("link", { name: "Download", exact: true })).toBeVisible();
  await expect(reader.getByRole("button", { name: "Delete" })).toHaveCount(0);
  const drawn = reader.getByRole("img", { name: "Page 1 of 1" });
  await expect(drawn).toBeVisible();
  await picture(reader, "file-phone");
  await expectNoBarrier(reader);
  const file = new URL(reader.url()).pathname;

  await openPage(owner, `${folder}/people`);
  await expect(owner.getByRole("cell", { name: /: in invited folders/ }).first()).toBeVisible();
  await picture(owner, "people");
  await openPage(owner, `${folder}/access`);
  await owner.getByLabel(person.name).uncheck();
  await owner.getByRole("button", { name: "Preview the change" }).click();
  await expect(owner.getByText(/1 person loses and nobody gets access/)).toBeVisible();
  await picture(owner, "access");
  await expectNoBarrier(owner);
  await owner.getByRole("button", { name: "Change access" }).click();
  await expect(owner.getByText("Own list: owner and administrators only")).toBeVisible();

  // More people than an address could name.
  const many = Array.from({ length: 400 }, (_, at) => ({
    ...{ accountId: account.id, kind: "member" as const, status: "invited" as const },
    ...{ name: `Colleague ${at}`, email: `colleague-${at}@${account.owner.split("@")[1]}` },
  }));
  await db.contact.createMany({ data: many });
  await openPage(owner, `${folder}/access`);
  await owner.getByRole("group", { name: "People on its own list" }).evaluate((group) => {
    for (const box of group.querySelectorAll<HTMLInputElement>('[value][type="checkbox"]')) box.checked = true;
  });
  await owner.getByRole("button", { name: "Preview the change" }).click();
  await expect(owner.getByRole("button", { name: "Change access" })).toBeVisible();
  await expectNoBarrier(owner);

  // Neither the link nor the folder is there any more, and neither name is told.
  expect((await reader.goto(file))?.status()).toBe(404);
  await expect(reader.getByText("Minutes of May")).toHaveCount(0);
  expect((await reader.goto(folder))?.status()).toBe(404);
});

test("an administrator moves a file, deletes its folder and restores it", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const page = await browserOf(account.administrator, { viewport: desk });
  await openPage(page, `${account.base}/documents`);
  for (const name of ["Finance", "Archive"]) {
    await page.getByRole("link", { name: "New folder" }).click();
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Create folder" }).click();
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
    if (name === "Finance") await openPage(page, `${account.base}/documents`);
  }
  await page.locator('input[type="file"]').setInputFiles(minutes);
  await page.getByRole("checkbox", { name: "Choose Minutes of May.pdf" }).check();
  await page.getByRole("button", { name: "Move chosen files" }).click();
  await page.getByRole("link", { name: "One level up" }).click();
  await page.getByRole("link", { name: "Finance" }).click();
  await picture(page, "move");
  await expectNoBarrier(page);
  await page.getByRole("link", { name: "Move here" }).click();
  await expect(page.getByText("Nobody loses or gets access")).toBeVisible();
  await page.getByRole("button", { name: "Move files" }).click();
  await expect(page.getByRole("heading", { name: "Finance", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: /Minutes of May\.pdf/ })).toBeVisible();

  await page.getByRole("link", { name: /^Delete “/ }).click();
  await page.getByRole("button", { name: "Delete folder" }).click();
  await page.getByRole("link", { name: "Deleted", exact: true }).click();
  await expect(page.getByRole("cell", { name: /Finance/ })).toBeVisible();
  await picture(page, "deleted");
  await expectNoBarrier(page);
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByRole("cell", { name: /Finance/ })).toHaveCount(0);
  await openPage(page, `${account.base}/documents?q=minutes`);
  await expect(page.getByRole("link", { name: /Minutes of May\.pdf/ })).toBeVisible();
});
