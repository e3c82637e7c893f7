import { describe, expect, it } from "vitest";
import { canSome } from "@/lib/policy/evaluate";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import {
  asVisitor,
  isDesk,
  missingForVisit,
  type StaffApproval,
  type StaffStanding,
  staffApprovals,
  type Visit,
  visitReasons,
} from "@/lib/policy/staff-visit";
import { viewerOf } from "@/lib/policy/viewer";
import { staffViewer, tomorrow } from "./people";

const visit: Visit = { id: "visit", approved: false, needsApproval: false, endsAt: tomorrow };
const standing = (approval: StaffApproval, has: Partial<Visit> | null): StaffStanding => ({
  approval,
  visit: has && { ...visit, ...has },
});
const records = { permission: "billing.invoices.view", loginDetails: false } as const;
const logins = { permission: "services.set-up", loginDetails: true } as const;

describe("staff on an account", () => {
  it("need a reason for everything but the desk's own work", () => {
    expect(missingForVisit(standing("off", null), records)).toBe("reason");
    for (const permission of ["support.tickets.view", "support.tickets.reply", "staff.inbound-mail.handle"] as const)
      expect(missingForVisit(standing("everything", null), { permission, loginDetails: true })).toBeNull();
  });

  it.each<[StaffApproval, records: "approval" | null, logins: "approval" | null]>([
    ["off", null, null],
    ["login-details", null, "approval"],
    ["everything", "approval", "approval"],
  ])("with a reason need approval as the account chose: %s", (approval, forRecords, forLogins) => {
    expect(missingForVisit(standing(approval, {}), records)).toBe(forRecords);
    expect(missingForVisit(standing(approval, {}), logins)).toBe(forLogins);
    expect(missingForVisit(standing(approval, { approved: true }), logins)).toBeNull();
  });

  it("need approval for a visit that needs it, whatever the account chose", () => {
    expect(missingForVisit(standing("off", { needsApproval: true }), records)).toBe("approval");
    expect(missingForVisit(standing("off", { needsApproval: true, approved: true }), records)).toBeNull();
  });

  it("are told of the desk's work alone as long as something is missing", () => {
    const manager = staffViewer("manager");
    const seen = (of: StaffStanding) => permissionKeys.filter((key) => canSome(asVisitor(manager, of), key));
    const all = permissionKeys.filter((key) => canSome(manager, key));
    expect(seen(standing("off", null))).toEqual(all.filter(isDesk));
    expect(seen(standing("everything", {}))).toEqual(all.filter(isDesk));
    expect(seen(standing("login-details", {}))).toEqual(all);
    expect(seen(standing("everything", { approved: true }))).toEqual(all);
  });

  it("are told of no more than their token includes", () => {
    const token: readonly Permission[] = ["support.tickets.view", "billing.invoices.view"];
    const { subject } = staffViewer("manager");
    const limited = viewerOf({ ...subject, gates: { ...subject.gates, tokenPermissions: token } });
    const seen = permissionKeys.filter((key) => canSome(asVisitor(limited, standing("off", null)), key));
    expect(seen).toEqual(["support.tickets.view"]);
  });
});

it("the desk's work is tickets and the email that becomes tickets", () => {
  const desk = permissionKeys.filter(isDesk);
  expect(desk).toContain("staff.inbound-mail.handle");
  expect(desk.filter((key) => !key.startsWith("support."))).toEqual(["staff.inbound-mail.handle"]);
  expect(permissionKeys.filter((key) => key.startsWith("support.") && !desk.includes(key))).toEqual([]);
});

it("the choices of approval and the reasons for a visit are the known ones", () => {
  expect(staffApprovals).toEqual(["off", "login-details", "everything"]);
  expect(visitReasons).toEqual(["ticket", "support", "set-up", "billing", "security", "legal", "maintenance"]);
});
