import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { desk, phone } from "@/tests/fixtures/browser/barriers";
import { demo, demoAccount } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

for (const [device, viewport] of [
  ["a desk", desk],
  ["a phone", phone],
] as const) {
  test.describe(`on ${device}`, () => {
    test("an area that the owner turns off is gone for a member at the next click, and comes back", async ({
      browserOf,
      db,
    }) => {
      const account = await buildTestAccount(db);
      const owner = await browserOf(account.owner, { viewport });
      const member = await browserOf(account.support, { viewport });
      const setLinks = async (on: boolean) => {
        await openPage(owner, `${account.base}/settings/areas`);
        await owner
          .getByRole("switch", { name: "Links" })
          .or(owner.getByLabel("Links", { exact: true }))
          .first()
          .setChecked(on);
        await owner.getByRole("button", { name: "Save areas" }).click();
        await expect(owner.getByText("Areas saved, effective immediately for everyone.")).toBeVisible();
      };
      await openPage(member, `${account.base}/links`);
      await expect(member.getByRole("heading", { name: "Links", level: 1 })).toBeVisible();
      await setLinks(false);
      await openPage(member, `${account.base}/links`);
      await expect(member.getByRole("heading", { name: "You don't have access" })).toBeVisible();
      await expect(member.getByRole("link", { name: "Links", exact: true })).toHaveCount(0);
      await setLinks(true);
      await openPage(member, `${account.base}/links`);
      await expect(member.getByRole("heading", { name: "Links", level: 1 })).toBeVisible();
    });

    test("the dashboard leads to what is overdue, and shows a billing contact nothing of tickets", async ({
      browserOf,
      db,
    }) => {
      const base = `/a/${await demoAccount(db, "Northwind Robotics")}`;
      const page = await browserOf(demo.billing, { viewport });
      await openPage(page, base);
      const needs = page.getByRole("region", { name: "Needs attention" });
      await expect(needs.getByRole("link").first()).toBeVisible();
      await expect(needs.locator(`a[href*="/tickets"]`)).toHaveCount(0);
      await needs.locator(`a[href*="/invoices"]`).first().click();
      await expect(page).toHaveURL(/\/invoices/);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });

    test("the owner filters the activity log to denied attempts of one area and downloads it", async ({
      browserOf,
      db,
    }) => {
      const account = await buildTestAccount(db);
      const support = await browserOf(account.support, { viewport });
      await openPage(support, `${account.base}/invoices`);
      await expect(support.getByRole("heading", { name: "You don't have access" })).toBeVisible();
      const page = await browserOf(account.owner, { viewport });
      await openPage(page, `${account.base}/activity`);
      const filters = page
        .getByRole("search")
        .or(page.getByRole("form", { name: "Filter the activity log" }))
        .first();
      await filters.getByLabel("Outcome").selectOption("denied");
      await expect(page).toHaveURL(/outcome=denied/);
      await filters.getByLabel("Area").selectOption("billing");
      await expect(page).toHaveURL(/area=billing/);
      const log = page.getByRole("table", { name: "Activity log" });
      await expect(log.getByRole("row").filter({ hasText: "Denied" })).toHaveCount(1);
      await expect(log).toContainText("Dmitri Orlov");
      const coming = page.waitForEvent("download");
      await page.getByRole("link", { name: "Download CSV" }).click();
      const csv = readFileSync(await (await coming).path(), "utf8");
      expect(csv.trim().split("\n")).toHaveLength(2);
      expect(csv).toContain("Dmitri Orlov");
    });

    test("reports count what their reader sees, say what they leave out, and come as CSV", async ({
      browserOf,
      db,
    }) => {
      const base = `/a/${await demoAccount(db, "Northwind Robotics")}`;
      const page = await browserOf(demo.owner, { viewport });
      await openPage(page, `${base}/reports/workspace`);
      const parts = page.getByRole("region");
      await expect(parts.filter({ has: page.getByRole("heading", { name: /Actions/ }) }).first()).toBeVisible();
      const coming = page.waitForEvent("download");
      await page.getByRole("link", { name: "CSV" }).first().click();
      const csv = readFileSync(await (await coming).path(), "utf8");
      expect(csv.trim().split("\n").length).toBeGreaterThan(1);
      await expect(page.getByText(/can't see.*not counted/).first()).toBeVisible();
    });
  });
}
