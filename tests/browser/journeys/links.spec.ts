import { expect } from "@playwright/test";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

for (const [device, viewport] of [
  ["a desk", desk],
  ["a phone", phone],
] as const) {
  test(`links are added, found, sorted, corrected and deleted, on ${device}`, async ({ browserOf, db }) => {
    const account = await buildTestAccount(db);
    const page = await browserOf(account.support, { viewport });
    await openPage(page, `${account.base}/links`);
    await expect(page.getByText("No links yet")).toBeVisible();
    await expectNoBarrier(page, [viewport]);

    const form = page.getByRole("group", { name: "Add link" });
    const add = async (url: string, title: string) => {
      await form.getByLabel("Web address").fill(url);
      await form.getByLabel("Title").fill(title);
      await form.getByRole("button", { name: "Add link" }).click();
    };
    await add("javascript:alert(1)", "Not a page");
    await expect(form.getByRole("alert").or(form.locator("[aria-invalid=true]")).first()).toBeVisible();
    await expect(form.getByLabel("Title")).toHaveValue("Not a page");
    const titles = page.getByRole("link", { name: /, opens another site in a new tab$/ });
    await add("https://status.halden.example/now", "Status of the network");
    await expect(titles).toHaveCount(1);
    await add("wiki.halden.example", "How we work");
    await expect(titles).toHaveCount(2);
    await expect(titles.first()).toHaveAttribute("href", "https://wiki.halden.example/");
    await expect(titles.first()).toHaveAttribute("rel", /noopener/);

    await openPage(page, `${account.base}/links?sort=title&direction=desc`);
    await expect(titles.first()).toHaveText(/^Status of the network/);
    await page.getByRole("searchbox", { name: "Search title, domain or description" }).fill("WIKI");
    await expect(titles).toHaveCount(1);
    await page.getByRole("link", { name: "Edit How we work" }).click();
    const edit = page.getByRole("group", { name: "Edit link" });
    await edit.getByLabel("Title").fill("How we work, in short");
    await edit.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("link", { name: /^How we work, in short/ })).toBeVisible();

    await page.getByRole("link", { name: "Edit How we work, in short" }).click();
    await page.getByRole("button", { name: "Delete link" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete link" }).click();
    await expect(titles).toHaveText([/^Status of the network/]);

    // The policy gives billing contacts all of this area.
    const billing = await browserOf(account.billing, { viewport });
    await openPage(billing, `${account.base}/links`);
    await expect(billing.getByRole("group", { name: "Add link" })).toBeVisible();
    await billing.getByRole("link", { name: "Edit Status of the network" }).click();
    await expect(billing.getByRole("group", { name: "Edit link" })).toBeVisible();
  });
}
