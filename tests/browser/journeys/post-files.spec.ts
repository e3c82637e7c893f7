import { expect } from "@playwright/test";
import sharp from "sharp";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { handFile } from "@/tests/fixtures/browser/hand-file";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";
import { aGroup, aThread } from "@/tests/workspace/discussions/arrange";

const photo = async () => ({
  name: "whiteboard.jpg",
  mimeType: "image/jpeg",
  buffer: await sharp({ create: { width: 1_200, height: 800, channels: 3, background: "#6a8fb5" } })
    .jpeg()
    .toBuffer(),
});

const text = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(`The text of ${name}.`) });

for (const [device, viewport] of Object.entries({ phone, desk })) {
  test(`files go with a reply, are downloaded by its readers and taken off again, on a ${device}`, async ({
    db,
    browserOf,
  }) => {
    const account = await buildTestAccount(db);
    const { id: accountId } = account;
    const { billing, support } = account.contacts;
    const groupId = await aGroup(db, {
      accountId,
      isPrivate: true,
      ownerContactId: billing,
      members: [billing, support],
    });
    const { threadId } = await aThread(db, { accountId, groupId, title: "Layout of the hall", authors: [support] });
    const page = await browserOf(account.billing, { viewport });
    await openPage(page, `${account.base}/discussions/threads/${threadId}`);
    await page.getByRole("textbox", { name: "Your reply" }).fill("Here is what we drew.");
    const files = page.getByRole("group", { name: "Files" });
    await page.getByLabel("Attach files").setInputFiles([await photo(), text("measures.txt")]);
    await handFile(page.getByRole("textbox", { name: "Your reply" }), "drop", "dropped.txt");
    await handFile(page.getByRole("textbox", { name: "Your reply" }), "paste", "pasted.txt");
    await expect(files.getByRole("img", { name: "Uploaded" })).toHaveCount(4);
    await picture(page, `reply-with-files-${device}`);
    await expectNoBarrier(page, [viewport]);
    await files.getByRole("button", { name: "Remove pasted.txt" }).click();
    await page.getByRole("button", { name: "Post reply" }).click();
    const attached = page.getByRole("list", { name: "Attached files" });
    await expect(attached.getByRole("link")).toHaveCount(3);
    await picture(page, `post-with-files-${device}`);

    const reader = await browserOf(account.support, { viewport });
    await openPage(reader, `${account.base}/discussions/threads/${threadId}`);
    const download = reader.waitForEvent("download");
    await reader.getByRole("link", { name: /measures\.txt/ }).click();
    expect((await download).suggestedFilename()).toBe("measures.txt");

    await page.getByRole("link", { name: "Edit or delete" }).click();
    await page.getByRole("checkbox", { name: "measures.txt" }).check();
    await page.getByLabel("Attach files").setInputFiles(text("corrected.txt"));
    await expect(
      page.getByRole("group", { name: "Files", exact: true }).getByRole("img", { name: "Uploaded" }),
    ).toHaveCount(1);
    await picture(page, `edit-files-${device}`);
    await expectNoBarrier(page, [viewport]);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(attached.getByRole("link", { name: /corrected\.txt/ })).toBeVisible();
    await expect(attached.getByRole("link", { name: /measures\.txt/ })).toHaveCount(0);
  });
}
