import { describe, expect, test } from "vitest";
import { homeOf, navigationOf } from "@/app/a/[accountId]/navigation";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import type { Permission } from "@/lib/policy/permissions";

const base = "/a/1";
const holding =
  (...held: Permission[]) =>
  ({ permission }: AnyOperation) =>
    held.includes(permission);
const hrefsOf = (...held: Permission[]) =>
  navigationOf(base, holding(...held)).flatMap(({ items }) => items.map(({ href }) => href));

describe("the navigation of an account", () => {
  test("links to the first view of an area that the viewer can access", () => {
    expect(hrefsOf("billing.invoices.view", "billing.statements.view")).toEqual(["/a/1/invoices"]);
    expect(hrefsOf("billing.statements.view")).toEqual(["/a/1/statement"]);
    expect(hrefsOf("settings.notices.view")).toEqual(["/a/1/settings/notices"]);
    expect(hrefsOf("account.close")).toEqual(["/a/1/settings/close"]);
    expect(hrefsOf("people.non-members.view")).toEqual(["/a/1/people/notices-only"]);
  });

  test("offers the search only views that the viewer can access", () => {
    const [group] = navigationOf(base, holding("billing.invoices.view", "billing.credit.view"));
    expect(group?.items[0]?.pages?.map(({ label }) => label)).toEqual(["Invoices", "Payments", "Account credit"]);
  });

  test("is empty for a viewer without access", () => {
    expect(navigationOf(base, holding())).toEqual([]);
  });
});

describe("home", () => {
  test("is the account's page in the console for staff, whatever else they see", () => {
    expect(homeOf(base, holding("staff.accounts.find", "services.view"))).toBe("/staff/accounts/1");
    expect(hrefsOf("staff.accounts.find", "services.view")).toEqual(["/staff", "/a/1/services"]);
  });

  test("is the first open area for a contact without a dashboard", () => {
    expect(homeOf(base, holding("billing.credit.view", "people.members.view"))).toBe("/a/1/credit-notes");
    expect(homeOf(base, holding())).toBeNull();
  });
});
