import { expect } from "@playwright/test";
import { simplePdf } from "@/prisma/seed/builders/simple-pdf";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

const MEGABYTE = 1024 * 1024;
const text = (name: string, size = 40) => ({ name, mimeType: "text/plain", buffer: Buffer.alloc(size, "A line. ") });
const pdf = (name: string) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(simplePdf([[name], ["Page two"]])),
});

const devices = { phone: { viewport: phone, isMobile: true, hasTouch: true }, desk: { viewport: desk } };

for (const [device, options] of Object.entries(devices)) {
  test(`several files arrive in their order over a connection that is cut, one that failed is sent again, and one is replaced, on a ${device}`, async ({
    db,
    browserOf,
  }) => {
    const account = await buildTestAccount(db);
    const page = await browserOf(account.owner, options);
    await page.clock.install();
    await openPage(page, `${account.base}/documents`);
    const input = page.locator('input[type="file"]');
    const names = ["Third quarter.pdf", "Accounts.txt", "Budget with a very long name for the year 2027 and after.txt"];

    // The connection is cut in the middle of the second file, which goes on from where it was.
    let parts = 0;
    const announced: string[] = [];
    await page.route("**/uploads/**", async (route) => {
      const request = route.request();
      if (request.method() === "POST") announced.push(request.headers()["upload-metadata"] ?? "");
      parts += request.method() === "PATCH" ? 1 : 0;
      await (request.method() === "PATCH" && parts === 3 ? route.abort("connectionreset") : route.continue());
    });
    await input.setInputFiles([pdf(names[0] ?? ""), text(names[1] ?? "", 2 * MEGABYTE), text(names[2] ?? "")]);
    await picture(page, `uploading-${device}`);
    const files = page.getByRole("checkbox", { name: /^Choose / });
    await expect(files).toHaveCount(3);
    for (const [index, name] of names.entries()) await expect(files.nth(index)).toHaveAccessibleName(`Choose ${name}`);
    expect(announced).toHaveLength(3);
    await expect(page.getByRole("list", { name: "Uploads" })).toHaveCount(0);
    // With nothing on its way: a page that is being refreshed when its connection ends is left for the browser's error.
    await openPage(page, `${account.base}/documents`);

    // Without any connection it is tried for half a minute, and then once more when its owner says so.
    await page.context().setOffline(true);
    await input.setInputFiles([text("Late.txt"), text("Not this one.txt")]);
    const uploads = page.getByRole("list", { name: "Uploads" });
    await uploads.getByRole("button", { name: "Remove Not this one.txt" }).click();
    const again = uploads.getByRole("button", { name: "Try again" });
    await expect(async () => {
      await page.clock.fastForward(16_000);
      await expect(again).toBeVisible({ timeout: 300 });
    }).toPass();
    await expect(uploads.getByText("Couldn't reach the portal.")).toBeVisible();
    await picture(page, `upload-failed-${device}`);
    await expectNoBarrier(page, [options.viewport]);
    await page.context().setOffline(false);
    await again.click();
    await expect(files).toHaveCount(4);
    await expect(files.nth(3)).toHaveAccessibleName("Choose Late.txt");
    await expect(uploads).toHaveCount(0);
    await picture(page, `uploaded-${device}`);

    await page.getByRole("link", { name: /Late\.txt/ }).click();
    await expect(page.getByRole("heading", { name: "Late.txt", level: 1 })).toBeVisible();
    await page.locator('input[type="file"]').setInputFiles(text("Late, corrected.txt"));
    await expect(
      page.getByRole("cell", { name: "2", exact: true }).or(page.getByText("Version 2")).first(),
    ).toBeVisible();
    await picture(page, `replaced-${device}`);
    await expectNoBarrier(page, [options.viewport]);
    const { version } = await db.document.findFirstOrThrow({
      where: { accountId: account.id, name: { startsWith: "Late" } },
    });
    expect(version).toBe(2);
  });
}
