import { describe, expect, it } from "vitest";
import { type AccessPlan, planOf } from "@/lib/policy/access-plan";
import { roleChange } from "@/lib/policy/role-change";
import type { Override, Subject } from "@/lib/policy/subject";
import { contact, nextYear, tomorrow, viewer, yesterday } from "./people";

const owner = viewer({ roles: ["owner"] });
const administrator = viewer({ roles: ["administrator"] });
const reserved = { ok: false, refusal: "reserved-to-owner", permission: "services.order" };

const ordering = (endsAt: Date | null, effect: "on" | "off" = "on") =>
  ({ permission: "services.order", effect, endsAt }) as const;

/** A contact whose access has ended: grants have no effect until the end date is moved. */
const ended = (...overrides: Omit<Override, "givenBy">[]): Subject => ({
  ...contact({ roles: ["support"], gates: { contactEndsAt: yesterday } }),
  overrides: overrides.map((override) => ({ ...override, givenBy: "Olga Owner" })),
});

const changing = (actor: typeof owner, subject: Subject, overrides: AccessPlan["overrides"]) =>
  roleChange(actor, { subject }, { ...planOf(subject), overrides });

describe("a permission that only the owner can grant", () => {
  it("can be granted by the owner to existing and new contacts", () => {
    const plan: AccessPlan = { roles: ["support"], overrides: [ordering(null)], serviceLimit: null, endsAt: null };
    expect(roleChange(owner, null, plan)).toMatchObject({ ok: true });
    expect(roleChange(administrator, null, plan)).toMatchObject(reserved);
    expect(changing(owner, ended(), [ordering(null)])).toMatchObject({ ok: true });
  });

  it("cannot be granted by others even while the contact's access has ended", () => {
    expect(changing(administrator, ended(), [ordering(null)])).toMatchObject(reserved);
  });

  it("is kept when others change something else, with the same end date at the latest", () => {
    expect(changing(administrator, ended(ordering(null)), [ordering(null)])).toMatchObject({ ok: true });
    expect(changing(administrator, ended(ordering(null)), [ordering(tomorrow)])).toMatchObject({ ok: true });
    const untilTomorrow = ended(ordering(tomorrow));
    expect(changing(administrator, untilTomorrow, [ordering(tomorrow)])).toMatchObject({ ok: true });
    expect(changing(administrator, untilTomorrow, [ordering(nextYear)])).toMatchObject(reserved);
    expect(changing(administrator, untilTomorrow, [ordering(null)])).toMatchObject(reserved);
  });

  it("is not kept if only another permission is granted, or if it was denied", () => {
    const another = { permission: "reports.view", effect: "on", endsAt: null } as const;
    expect(changing(administrator, ended(another), [another, ordering(null)])).toMatchObject(reserved);
    expect(changing(administrator, ended(ordering(null, "off")), [ordering(null)])).toMatchObject(reserved);
  });

  it("can be extended only by the owner", () => {
    const subject = ended(ordering(null));
    const later = { ...planOf(subject), endsAt: nextYear };
    expect(roleChange(administrator, { subject }, later)).toMatchObject(reserved);
    expect(roleChange(owner, { subject }, later)).toMatchObject({ ok: true });
  });

  it("can be denied by others too", () => {
    expect(changing(administrator, contact({ roles: ["support"] }), [ordering(null, "off")])).toMatchObject({
      ok: true,
    });
  });
});

describe("a token", () => {
  it("grants only its own permissions, and nothing else its person holds", () => {
    const gates = { tokenPermissions: ["people.roles.change", "links.add"] } as const;
    const bearer = viewer({ roles: ["administrator"], gates });
    const subject = contact();
    const on = (permission: "links.add" | "links.delete") => [{ permission, effect: "on" as const }];
    expect(changing(bearer, subject, on("links.add"))).toMatchObject({ ok: true, gains: ["links.add"] });
    expect(changing(bearer, subject, on("links.delete"))).toMatchObject({ ok: false, permission: "links.delete" });
  });
});

describe("ownership", () => {
  const aboutOwner = { ok: false, role: "owner" };

  it("is the reason for refusing the owner role, changes to the owner by others, and stepping down", () => {
    const given: AccessPlan = { roles: ["owner"], overrides: [], serviceLimit: null, endsAt: null };
    expect(roleChange(owner, null, given)).toMatchObject({ ...aboutOwner, refusal: "reserved-to-owner" });
    const { subject } = owner;
    expect(roleChange(administrator, { subject }, planOf(subject))).toMatchObject({
      ...aboutOwner,
      refusal: "reserved-to-owner",
    });
    expect(roleChange(owner, { subject }, { ...planOf(subject), roles: ["billing"] })).toMatchObject({
      ...aboutOwner,
      refusal: "last-owner",
    });
  });
});
