import { describe, expect, it } from "vitest";
import { contactAccess } from "@/lib/policy/contact-access";
import { type EffectiveAccess, effectiveAccessOf } from "@/lib/policy/effective-access";
import { canSome } from "@/lib/policy/evaluate";
import { contactGates } from "@/lib/policy/gates";
import { isSupersetOf } from "@/lib/policy/is-superset-of";
import { indexOf, maskAt } from "@/lib/policy/permission-masks";
import { viewerOf } from "@/lib/policy/viewer";
import { contact, now, tomorrow, yesterday } from "./people";

const reach = (...traits: Parameters<typeof contact>): EffectiveAccess => effectiveAccessOf(contact(...traits), now);

describe("the access of a contact", () => {
  it("is one shared array for the same roles, unless they have overrides", () => {
    const plain = contactAccess(contact({ roles: ["support"] }));
    expect(contactAccess(contact({ roles: ["support"] }))).toBe(plain);
    expect(contactAccess(contact({ roles: ["support"], serviceLimit: ["web"] }))).not.toBe(plain);
    expect(contactAccess(contact({ roles: ["support"], on: ["links.add"] }))).not.toBe(plain);
    const owners = contactAccess(contact({ roles: ["owner"] }));
    expect(contactAccess(contact({ roles: ["owner"], serviceLimit: ["web"] }))).toBe(owners);
  });

  it("never includes permissions that cannot be granted, even if a row exists", () => {
    const cancelling = contact({ roles: ["administrator"], on: ["services.cancel", "billing.refunds.issue"] });
    expect(canSome(viewerOf(cancelling), "services.cancel")).toBe(false);
    expect(canSome(viewerOf(cancelling), "billing.refunds.issue")).toBe(false);
  });

  it("stays complete for the owner despite denials, limits and end dates", () => {
    const owner = contact({
      roles: ["owner"],
      off: ["links.add"],
      serviceLimit: [],
      gates: { contactEndsAt: yesterday },
    });
    expect(contactAccess(owner)[indexOf["links.add"]]).toBe(
      maskAt(contactAccess(contact({ roles: ["owner"] })), "links.add"),
    );
    expect(canSome(viewerOf(owner), "services.cancel")).toBe(true);
    expect(contactGates(owner, "links.add")).toEqual([]);
  });

  it("is empty for people who are not contacts, or on no account", () => {
    const none = contactAccess({ ...contact({ roles: ["owner"] }), contactId: null });
    expect(new Set(none)).toEqual(new Set([0]));
    expect(new Set(contactAccess({ ...contact({ roles: ["owner"] }), accountId: null }))).toEqual(new Set([0]));
  });
});

describe("comparing access", () => {
  it.each<[string, EffectiveAccess, EffectiveAccess, boolean]>([
    ["nothing asked", reach(), reach(), true],
    ["nothing held", reach(), reach({ roles: ["support"] }), false],
    ["the same", reach({ roles: ["support"] }), reach({ roles: ["support"] }), true],
    [
      "all and some services",
      reach({ roles: ["support"] }),
      reach({ roles: ["support"], serviceLimit: ["web"] }),
      true,
    ],
    [
      "some and all services",
      reach({ roles: ["support"], serviceLimit: ["web"] }),
      reach({ roles: ["support"] }),
      false,
    ],
    [
      "more and fewer services",
      reach({ roles: ["support"], serviceLimit: ["web", "mail"] }),
      reach({ roles: ["support"], serviceLimit: ["mail"] }),
      true,
    ],
    [
      "fewer and more services",
      reach({ roles: ["support"], serviceLimit: ["mail"] }),
      reach({ roles: ["support"], serviceLimit: ["web", "mail"] }),
      false,
    ],
  ])("%s", (_, wider, narrower, covered) => {
    expect(isSupersetOf(wider, narrower, "services.view")).toBe(covered);
  });

  it("covers the same condition, but not unconditional access", () => {
    expect(isSupersetOf(reach({ roles: ["billing"] }), reach({ roles: ["billing"] }), "meetings.view")).toBe(true);
    expect(isSupersetOf(reach({ roles: ["billing"] }), reach({ roles: ["owner"] }), "meetings.view")).toBe(false);
    expect(isSupersetOf(reach({ roles: ["owner"] }), reach({ roles: ["billing"] }), "meetings.view")).toBe(true);
  });
});

describe("a denied permission", () => {
  const off = { permission: "links.add", effect: "off", endsAt: tomorrow, givenBy: "Adam Admin" } as const;
  const person = { ...contact({ roles: ["support"] }), overrides: [off] };

  it("is a gate for that permission only, with grantor and end date", () => {
    expect(contactGates(person, "links.add")).toEqual([
      { kind: "gate", gate: "switched-off", givenBy: "Adam Admin", endsAt: tomorrow },
    ]);
    expect(contactGates(person, "links.update")).toEqual([]);
    expect(contactGates({ ...person, now: tomorrow }, "links.add")).toEqual([]);
  });
});
