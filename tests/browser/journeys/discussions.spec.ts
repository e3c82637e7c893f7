import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

for (const [device, viewport] of Object.entries({ phone, desk })) {
  test(`discusses in a private group, on a ${device}`, async ({ db, browserOf }) => {
    const account = await buildTestAccount(db);
    const owner = await browserOf(account.owner, { viewport });
    await openPage(owner, `${account.base}/discussions`);
    await owner.getByRole("link", { name: "New group" }).first().click();
    await owner.getByLabel("Name", { exact: true }).fill("Board");
    await owner.getByRole("radio", { name: "Private" }).check();
    await owner.getByRole("button", { name: "Create group" }).click();
    await expect(owner.getByRole("heading", { name: "Board", level: 1 })).toBeVisible();
    await owner.getByRole("link", { name: "New thread" }).first().click();
    await owner.getByLabel("Title", { exact: true }).fill("Agenda");
    await owner.getByRole("textbox", { name: "Message" }).fill("What is **missing**?");
    await owner.getByRole("button", { name: "Start thread" }).click();
    await expect(owner.getByRole("heading", { name: "Agenda", level: 1 })).toBeVisible();
    await owner.getByRole("textbox", { name: "Your reply" }).fill("The budget.");
    await owner.getByRole("button", { name: "Post reply" }).click();
    await expect(owner.getByRole("article")).toHaveCount(2);
    await expectNoBarrier(owner, [viewport]);
    const thread = new URL(owner.url()).pathname;
    // Of a post that was deleted since.
    expect((await openPage(owner, `${thread}?quote=${randomUUID()}`)).status()).toBe(200);

    const { id: groupId } = await db.discussionGroup.findFirstOrThrow({ where: { accountId: account.id } });
    const of = { accountId: account.id, groupId, title: "Older", startedByName: "Ana" };
    const sentence = owner.getByText("Unread threads are counted among the 100 newest");
    await openPage(owner, `${account.base}/discussions`);
    await expect(sentence).toBeHidden();
    await db.discussionThread.createMany({ data: Array.from({ length: 100 }, () => of) });
    await owner.reload();
    await expect(sentence).toBeVisible();

    const other = await browserOf(account.support, { viewport });
    expect((await openPage(other, thread)).status()).toBe(404);
  });
}

test("a link leads away without telling where from", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const page = await browserOf(account.owner, { viewport: desk });
  await openPage(page, `${account.base}/links`);
  await page.getByLabel("Web address").fill("example.com/handbook");
  await page.getByLabel("Title", { exact: true }).fill("Handbook");
  await page.getByRole("button", { name: "Add link" }).click();
  const link = page.getByRole("link", { name: /^Handbook/ });
  await expect(link).toHaveAttribute("href", "https://example.com/handbook");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
});
