import { describe, expect, it } from "vitest";
import { activityRows } from "@/lib/policy/documents/activities";
import { areaRows } from "@/lib/policy/documents/areas";
import { capabilityRows, notForAdministrators } from "@/lib/policy/documents/capabilities";
import { keysOfCapability } from "@/lib/policy/documents/keys-of-capability";
import { cellOf } from "@/lib/policy/matrix";
import { catalogue, permissionKeys } from "@/lib/policy/permissions";
import { customerRoleKeys } from "@/lib/policy/roles";

const ofCustomers = permissionKeys.filter((key) => cellOf(key, "owner") !== undefined);

describe("the billing contact document", () => {
  it.each(activityRows.map((row) => [`${row.area}, ${row.activity}: ${row.cell}`, row] as const))("%s", (_, row) => {
    expect(cellOf(row.key, "billing") ?? "no").toBe(row.told);
  });

  it.each(areaRows.flatMap(({ key, every }) => (every ? [[key, every.told] as const] : [])))(
    "gives a billing contact %s: %s of it",
    (area, told) => {
      const keys = ofCustomers.filter((key) => catalogue[key].area === area);
      const held = keys.filter((key) => cellOf(key, "billing") !== undefined);
      expect(held).toEqual(told === "all" ? keys : []);
      expect(keys).not.toEqual([]);
    },
  );

  it("has a row for each of its areas, and rows of activities in no other", () => {
    expect(areaRows).toHaveLength(12);
    expect(activityRows).toHaveLength(59);
    const named = new Set(activityRows.map(({ area }) => area));
    for (const { area, every } of areaRows) expect([area, named.has(area)]).toEqual([area, every === null]);
    expect(areaRows.map(({ area }) => area)).toEqual(expect.arrayContaining([...named]));
  });

  it("covers all activities of its areas except our own choices", () => {
    const areas = ["people", "discussions", "meetings", "actions", "decisions", "documents", "links"];
    const unnamed = ofCustomers.filter(
      (key) => areas.includes(catalogue[key].area) && !activityRows.some((row) => row.key === key),
    );
    expect(unnamed.filter((key) => cellOf(key, "billing") === undefined)).toEqual([
      "people.members.suspend",
      "people.members.look-as",
      "people.requests.answer",
      "decisions.proposals.extend",
      "decisions.proposals.close",
      "decisions.proposals.lead",
    ]);
    // Part of what that document calls finding, viewing and voting, and the register of one's own interests (decisions 95 and 96).
    expect(unnamed.filter((key) => cellOf(key, "billing") !== undefined)).toEqual([
      "decisions.titles.view",
      "decisions.proposals.comment",
      "decisions.interests.view",
      "decisions.interests.declare",
    ]);
    for (const key of unnamed) expect(cellOf(key, "billing")).not.toBe("always");
  });
});

describe("the account roles document", () => {
  const rows = capabilityRows.filter(({ keys }) => keys !== "rest");
  it.each(rows.flatMap((row) => keysOfCapability(row).map((key) => ({ ...row, key }))))("$capability: $key", (row) => {
    for (const role of customerRoleKeys) expect(cellOf(row.key, role) !== undefined).toBe(row[role]);
  });

  it("gives billing everything of the billing area, and support nothing of it", () => {
    for (const key of ofCustomers.filter((it) => catalogue[it].area === "billing")) {
      expect([key, cellOf(key, "billing")]).toEqual([key, cellOf(key, "owner")]);
      expect([key, cellOf(key, "support")]).toEqual([key, undefined]);
    }
  });

  it("gives an administrator anything else the owner has, as the owner has it", () => {
    for (const key of ofCustomers) {
      const told = notForAdministrators.includes(key) ? undefined : cellOf(key, "owner");
      expect([key, cellOf(key, "administrator")]).toEqual([key, told]);
    }
  });
});

describe("our choices", () => {
  it("support takes part in the workspace exactly as billing does", () => {
    const workspace = ["people", "discussions", "meetings", "actions", "decisions", "documents", "links"];
    for (const key of permissionKeys.filter((it) => workspace.includes(catalogue[it].area))) {
      expect([key, cellOf(key, "support")]).toEqual([key, cellOf(key, "billing")]);
    }
  });

  it("owner and administrator take part unconditionally, except in what only those invited to a decision see and do", () => {
    const workspace = ["discussions", "meetings", "actions", "decisions", "documents", "links"];
    const conditional = permissionKeys.filter(
      (key) => workspace.includes(catalogue[key].area) && cellOf(key, "owner") !== "always",
    );
    expect(conditional).toEqual([
      "decisions.titles.view",
      "decisions.proposals.lead",
      "decisions.proposals.view",
      "decisions.proposals.comment",
      "decisions.proposals.vote",
      "decisions.interests.declare",
    ]);
  });

  it("a manager may do everything either team may", () => {
    for (const key of permissionKeys) {
      if (cellOf(key, "agent") ?? cellOf(key, "accounting"))
        expect([key, cellOf(key, "manager")]).toEqual([key, key === "staff.mail.view" ? "ifNotOfWorkspace" : "always"]);
    }
  });

  it("agents see no amounts, and no staff member sees credentials", () => {
    for (const key of permissionKeys.filter((it) => catalogue[it].area === "billing")) {
      expect([key, cellOf(key, "agent")]).toEqual([key, undefined]);
    }
    for (const role of ["agent", "accounting", "manager"] as const) {
      expect(cellOf("services.credentials.view", role)).toBeUndefined();
    }
  });
});
