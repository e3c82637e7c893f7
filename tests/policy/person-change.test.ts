import { describe, expect, it } from "vitest";
import { planOf } from "@/lib/policy/access-plan";
import { ownershipTransfer } from "@/lib/policy/ownership-transfer";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import { personChange } from "@/lib/policy/person-change";
import { roleChange } from "@/lib/policy/role-change";
import { viewerOf } from "@/lib/policy/viewer";
import { contact, staff, staffViewer, viewer } from "./people";

const owner = viewer({ roles: ["owner"] });
const administrator = viewer({ roles: ["administrator"] });
const support = contact({ roles: ["support"] });

describe("personChange", () => {
  it("lets owner and administrator remove, suspend and rename people, and resend invitations", () => {
    for (const actor of [owner, administrator]) {
      for (const subject of [support, contact({ roles: ["administrator"] })]) {
        expect(personChange(actor, { subject }, "people.members.remove").ok).toBe(true);
        expect(personChange(actor, { subject }, "people.members.suspend").ok).toBe(true);
        expect(personChange(actor, { subject }, "people.members.update-email").ok).toBe(true);
        expect(personChange(actor, { subject }, "people.members.resend-invite").ok).toBe(true);
      }
    }
  });

  it("names the missing permission when it refuses", () => {
    const refused = personChange(viewer({ roles: ["billing"] }), { subject: support }, "people.members.remove");
    expect(refused).toMatchObject({ refusal: "not-yours-to-give", permission: "people.members.remove" });
  });

  it("lets nobody remove or suspend the owner, and only the owner change their address", () => {
    const target = { subject: owner.subject };
    expect(personChange(administrator, target, "people.members.remove")).toMatchObject({
      refusal: "reserved-to-owner",
      role: "owner",
    });
    expect(personChange(administrator, target, "people.members.update-email")).toMatchObject({
      refusal: "reserved-to-owner",
      role: "owner",
    });
    expect(personChange(owner, target, "people.members.remove")).toMatchObject({
      refusal: "last-owner",
      role: "owner",
    });
    expect(personChange(owner, target, "people.members.suspend")).toMatchObject({ refusal: "last-owner" });
    expect(personChange(owner, target, "people.members.update-email").ok).toBe(true);
  });

  it("does not let someone with less remove, suspend or take over someone with more", () => {
    const delegate = viewer({
      roles: ["support"],
      on: ["people.members.remove", "people.members.suspend", "people.members.update-email"],
    });
    const target = { subject: administrator.subject };
    for (const act of ["people.members.remove", "people.members.suspend", "people.members.update-email"] as const) {
      expect(personChange(delegate, target, act)).toMatchObject({ refusal: "above-your-own-access" });
      expect(personChange(delegate, { subject: support }, act).ok).toBe(true);
      expect(personChange(delegate, { subject: delegate.subject }, act).ok).toBe(true);
    }
  });

  it("allows renaming and resending an invitation to someone with more access, the owner included", () => {
    const acts = ["people.members.update-name", "people.members.resend-invite"] as const;
    const delegate = viewer({ roles: ["support"], on: acts });
    for (const act of acts) {
      expect(personChange(delegate, { subject: administrator.subject }, act)).toEqual({ ok: true });
      expect(personChange(delegate, { subject: owner.subject }, act)).toEqual({ ok: true });
    }
  });

  it("lets a person change their own address with a token that allows only that", () => {
    const gates = { tokenPermissions: ["people.members.update-email"] as const };
    const own = viewer({ roles: ["administrator"], gates });
    expect(personChange(own, { subject: own.subject }, "people.members.update-email")).toEqual({ ok: true });
  });

  it("lets no token take over someone who holds what it doesn't include, the owner's neither", () => {
    const target = { subject: contact({ roles: ["support"], on: ["services.order"] }) };
    const token = (without?: Permission) =>
      viewer({ roles: ["owner"], gates: { tokenPermissions: permissionKeys.filter((it) => it !== without) } });
    expect(personChange(token(), target, "people.members.update-email")).toEqual({ ok: true });
    expect(personChange(token("services.order"), target, "people.members.update-email")).toMatchObject({
      refusal: "above-your-own-access",
      permission: "services.order",
    });
  });

  it("lets an administrator remove someone who may order, but not become them", () => {
    const target = { subject: contact({ roles: ["support"], on: ["services.order"] }) };
    expect(personChange(administrator, target, "people.members.remove").ok).toBe(true);
    expect(personChange(administrator, target, "people.members.update-email")).toMatchObject({
      refusal: "above-your-own-access",
      permission: "services.order",
    });
  });
});

describe("rights on one account", () => {
  it("do not apply on another account", () => {
    const stranger = { subject: { ...support, accountId: "another" } };
    for (const actor of [owner, administrator, staffViewer("manager")]) {
      expect(personChange(actor, stranger, "people.members.remove").ok).toBe(false);
      expect(roleChange(actor, stranger, { ...planOf(support), roles: ["billing"] }).ok).toBe(false);
    }
  });
});

describe("ownershipTransfer", () => {
  it("is allowed for the owner, and for a staff manager on request", () => {
    expect(ownershipTransfer(owner, { subject: support }).ok).toBe(true);
    expect(ownershipTransfer(staffViewer("manager"), { subject: support }).ok).toBe(true);
  });

  it("is refused to everyone else", () => {
    for (const actor of [administrator, viewer(), staffViewer("agent"), staffViewer("accounting")]) {
      expect(ownershipTransfer(actor, { subject: support })).toMatchObject({
        refusal: "reserved-to-owner",
        role: "owner",
      });
    }
  });

  it("is refused to people who are not contacts", () => {
    const colleague = { subject: staff("agent") };
    expect(ownershipTransfer(owner, colleague)).toMatchObject({ refusal: "last-owner", role: "owner" });
  });

  it("is allowed to another contact of the account, and not to the manager who does it", () => {
    const manager = staff("manager");
    expect(ownershipTransfer(owner, { subject: owner.subject })).toMatchObject({ refusal: "last-owner" });
    for (const actor of [owner, staffViewer("manager")]) {
      expect(ownershipTransfer(actor, { subject: { ...support, accountId: "another" } })).toMatchObject({
        refusal: "reserved-to-owner",
        role: "owner",
      });
    }
    const own = { subject: { ...support, personId: manager.personId } };
    expect(ownershipTransfer(viewerOf(manager), own)).toMatchObject({ refusal: "reserved-to-owner" });
  });
});
