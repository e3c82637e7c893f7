import { describe, expect, it } from "vitest";
import { type AccessPlan, nothingPlanned, planOf } from "@/lib/policy/access-plan";
import { describeChange } from "@/lib/policy/describe-change";
import { isPermission } from "@/lib/policy/permissions";
import { isCustomerRole, isStaffRole } from "@/lib/policy/roles";
import { refusedToStaff } from "@/lib/policy/staff-change";
import { isElsewhere, isSameOwner } from "@/lib/policy/subject";
import { contact, nextYear, staffViewer, tomorrow, viewer } from "./people";

const agent = staffViewer("agent");
const limited = contact({ roles: ["support"], serviceLimit: ["web"], gates: { contactEndsAt: nextYear } });
const plan = (part: Partial<AccessPlan>): AccessPlan => ({ ...nothingPlanned, ...part });

describe("staff", () => {
  it("need the permission to assign roles, on the person's own account", () => {
    const needed = { ok: false, refusal: "not-yours-to-give", permission: "staff.roles.give" };
    expect(refusedToStaff(viewer({ roles: ["owner"] }), null, plan({ roles: ["billing"] }))).toMatchObject(needed);
    const elsewhere = { ...limited, accountId: "another" };
    expect(refusedToStaff(agent, elsewhere, { ...planOf(limited), roles: ["billing"] })).toMatchObject(needed);
  });

  it("change a person's standard roles and keep everything else", () => {
    expect(refusedToStaff(agent, limited, { ...planOf(limited), roles: ["billing"] })).toBeNull();
    expect(refusedToStaff(agent, null, plan({ roles: ["administrator"] }))).toBeNull();
  });

  it.each<[string, Partial<AccessPlan>]>([
    ["a limit", { serviceLimit: null }],
    ["an end date", { endsAt: tomorrow }],
    ["an individual permission", { overrides: [{ permission: "links.add", effect: "on" }] }],
    ["a set of roles that is not a standard one", { roles: ["administrator", "billing"] }],
    ["no role at all", { roles: [] }],
  ])("do not give %s", (_, part) => {
    const next = { ...planOf(limited), roles: ["billing"] as const, ...part };
    expect(refusedToStaff(agent, limited, next)).toMatchObject({ refusal: "not-yours-to-give", ok: false });
  });

  it("can neither appoint nor change an owner", () => {
    const sentence = expect.stringContaining("owner");
    const reserved = { refusal: "reserved-to-owner", role: "owner", sentence };
    expect(refusedToStaff(agent, limited, { ...planOf(limited), roles: ["owner"] })).toMatchObject(reserved);
    expect(refusedToStaff(agent, contact({ roles: ["owner"] }), plan({ roles: ["billing"] }))).toMatchObject(reserved);
  });
});

describe("people and their accounts", () => {
  it("are elsewhere on another account, and outside any", () => {
    const nowhere = { ...contact(), accountId: null };
    expect(isElsewhere(viewer(), contact())).toBe(false);
    expect(isElsewhere(viewer(), { ...contact(), accountId: "another" })).toBe(true);
    expect(isElsewhere(viewer(), nowhere)).toBe(true);
    expect(isElsewhere({ subject: nowhere }, nowhere)).toBe(true);
  });

  it("are the same owner only as the same contact, and only as owners", () => {
    const subject = contact({ roles: ["owner"] });
    expect(isSameOwner({ subject }, { ...subject })).toBe(true);
    expect(isSameOwner({ subject }, contact({ roles: ["owner"] }))).toBe(false);
    expect(isSameOwner({ subject }, { ...subject, roles: [] })).toBe(false);
    expect(isSameOwner({ subject: { ...subject, roles: [] } }, subject)).toBe(false);
  });

  it("have a set of services only if limited to services", () => {
    expect(viewer().sets).toEqual({});
    expect(viewer({ serviceLimit: ["web"] }).sets.services).toEqual(new Set(["web"]));
  });
});

describe("the description of a change", () => {
  it("has one line per kind of change and no others", () => {
    const none = { ok: true as const, gains: [], loses: [], noticesGained: [], noticesLost: [] };
    expect(describeChange(none)).toEqual([]);
    const gains = ["links.add", "notices.support.receive"] as const;
    const lines = describeChange({ ...none, gains: [...gains], noticesGained: [gains[1]], loses: ["links.update"] });
    expect(lines.map(({ items }) => items.map(({ permission }) => permission))).toEqual([
      ["links.add"],
      ["notices.support.receive"],
      ["links.update"],
    ]);
  });
});

describe("a value that is not a string", () => {
  it("is not a permission or a role", () => {
    expect([isPermission(["links.add"]), isCustomerRole(["owner"]), isStaffRole(["agent"])]).toEqual([
      false,
      false,
      false,
    ]);
    expect([isPermission("links.add"), isCustomerRole("owner"), isStaffRole("agent")]).toEqual([true, true, true]);
  });
});
