import { describe, expect, it } from "vitest";
import { type AccessPlan, nothingPlanned } from "@/lib/policy/access-plan";
import { isWithin } from "@/lib/policy/is-within";

const now = new Date("2026-03-01T12:00:00Z");
const later = new Date("2026-04-01T12:00:00Z");
const latest = new Date("2026-05-01T12:00:00Z");
const plan = (part: Partial<AccessPlan>): AccessPlan => ({ ...nothingPlanned, ...part });
const until = (role: "billing" | "support" | "administrator", endsAt: Date | null) =>
  plan({ roles: [{ role, endsAt }] });

describe("a plan is within an approval", () => {
  it.each([
    ["if it is the same", until("billing", later), until("billing", later), true],
    ["if its role is smaller", plan({ roles: ["support"] }), plan({ roles: ["billing", "support"] }), true],
    ["if it ends earlier", until("billing", later), until("billing", null), true],
    ["but not if it ends later", until("billing", latest), until("billing", later), false],
    ["nor if it never ends", until("billing", null), until("billing", later), false],
    ["nor if its role is larger", plan({ roles: ["administrator"] }), plan({ roles: ["billing", "support"] }), false],
    ["nor if its role is another", plan({ roles: ["billing"] }), plan({ roles: ["support"] }), false],
    [
      "nor if it reaches more services",
      plan({ roles: ["support"], serviceLimit: ["a", "b"] }),
      plan({ roles: ["support"], serviceLimit: ["a"] }),
      false,
    ],
    [
      "nor if it grants one permission more",
      plan({ roles: ["support"], overrides: [{ permission: "billing.invoices.view", effect: "on" }] }),
      plan({ roles: ["support"] }),
      false,
    ],
    ["and nothing is within anything", plan({}), plan({ roles: ["support"] }), true],
  ] as const)("%s", (_, given, approved, expected) => {
    expect(isWithin(given, approved, now)).toBe(expected);
  });
});
