import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { t } from "@/lib/platform/language/t";
import { areaName, areas, isSwitchable, switchableAreas } from "@/lib/policy/areas";
import { conditionNames, conditions } from "@/lib/policy/conditions";
import { departmentNames, departments } from "@/lib/policy/departments";
import { cellOf } from "@/lib/policy/matrix";
import { bitOf, conditionsIn, maskOf } from "@/lib/policy/permission-masks";
import { entryOf, isPermission, nameOf, permissionKeys, titleOf } from "@/lib/policy/permissions";
import { isCustomerRole, isStaffRole, roleKeys, roles } from "@/lib/policy/roles";

describe("the catalogue", () => {
  it.each(permissionKeys)("%s is well formed", (key) => {
    const entry = entryOf(key);
    expect(key).toMatch(/^[a-z]+(\.[a-z-]+){1,2}$/);
    expect(key.split(".")[0]).toBe(entry.area);
    expect(titleOf(key)).toMatch(/^[A-Z][^.]+\.$/);
    expect(nameOf(key)).toMatch(/^[A-Z][^.]+$/);
    if (entry.serviceBound) expect(["service", "ticket"]).toContain(entry.record);
    expect(roleKeys.some((role) => cellOf(key, role))).toBe(true);
    if (cellOf(key, "owner") === undefined) expect(entry.delegable).toBe("nobody");
  });

  it("has unique permission names", () => {
    expect(new Set(permissionKeys.map(nameOf)).size).toBe(permissionKeys.length);
    expect(new Set(permissionKeys.map(titleOf)).size).toBe(permissionKeys.length);
  });

  it("recognises only its own keys", () => {
    expect(permissionKeys.every(isPermission)).toBe(true);
    for (const other of ["", "billing", "constructor", "__proto__", 1, null, undefined])
      expect(isPermission(other)).toBe(false);
  });

  it("groups permissions by areas, some of which can be turned off", () => {
    expect(areas.filter(isSwitchable)).toEqual(switchableAreas);
    expect(isSwitchable("billing")).toBe(false);
    expect(areas.map(areaName)).toEqual([
      ...["Dashboard", "Account", "Settings", "People", "Billing", "Services", "Support", "Notifications"],
      ...["Discussions", "Meetings", "Actions", "Decisions", "Documents", "Links", "Activity", "Reports"],
      ...["Staff", "Profile"],
    ]);
    expect(departments.map((one) => t(departmentNames[one]))).toEqual(["Support", "Billing", "Sales"]);
  });
});

describe("the roles", () => {
  it("are for customers, for staff, or for everyone's own profile", () => {
    expect(roleKeys.filter(isCustomerRole)).toEqual(["owner", "administrator", "billing", "support"]);
    expect(roleKeys.filter(isStaffRole)).toEqual(["agent", "accounting", "manager"]);
    expect(isCustomerRole("constructor") || isStaffRole("owner") || isCustomerRole(null)).toBe(false);
    for (const role of roleKeys) expect(String(roles[role].title)).toMatch(/^[A-Z].+\.$/);
  });
});

describe("the conditions", () => {
  it("fit into a mask, each with a bit of its own", () => {
    const bits = conditionNames.map(bitOf);
    expect(new Set(bits).size).toBe(conditionNames.length);
    expect(Math.max(...bits)).toBeLessThan(2 ** 31);
    expect(Math.min(...bits)).toBeGreaterThan(1);
    expect(conditionsIn(maskOf("ifInvited|ifCreator"))).toEqual(["ifInvited", "ifCreator"]);
  });

  it("are all used in the matrix, except what limits leave and what is granted on single records", () => {
    const used = new Set(
      permissionKeys.flatMap((key) => roleKeys.flatMap((role) => cellOf(key, role)?.split("|") ?? [])),
    );
    expect(conditionNames.filter((name) => !used.has(name))).toEqual([
      "ifSupport",
      "ifSales",
      "withinServices",
      "supportWithinServices",
      "billingWithinServices",
      "salesWithinServices",
      "ifGranted",
    ]);
    for (const name of conditionNames) expect(String(conditions[name].says)).toMatch(/^[a-z ]+$/);
  });
});

describe("npm run -s policy", () => {
  it("prints the catalogue, the roles and the matrix, and nothing else", () => {
    const script = ["--import", "./scripts/register.mjs", "scripts/print-policy.ts"];
    const printed = JSON.parse(execFileSync(process.execPath, script, { encoding: "utf8" }));
    expect(Object.keys(printed)).toEqual(["permissions", "roles", "matrix"]);
    expect(printed.roles).toEqual(roleKeys);
    expect(printed.permissions.map((it: { key: string }) => it.key)).toEqual(permissionKeys);
    expect(printed.permissions[0]).toEqual({
      key: "dashboard.view",
      area: "dashboard",
      title: "View what needs attention on the account.",
      delegable: "holders",
    });
    expect(printed.matrix.billing["meetings.view"]).toBe("ifInvited|ifCreator");
    expect(printed.matrix.support).not.toHaveProperty(["billing.invoices.view"]);
    for (const role of roleKeys) {
      for (const key of permissionKeys) expect(printed.matrix[role][key]).toBe(cellOf(key, role));
    }
  });
});
