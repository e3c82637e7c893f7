import { describe, expect, it } from "vitest";
import { accessInWords } from "@/lib/accounts/core/access-in-words";
import { told, toldInEnglish } from "@/lib/platform/kernel/told";
import { withLanguage } from "@/lib/platform/language/with-language";
import { type AccessPlan, nothingPlanned } from "@/lib/policy/access-plan";

const on = (permission: "billing.invoices.pay" | "billing.invoices.view" | "notices.invoices.receive") =>
  ({ permission, effect: "on", endsAt: null }) as const;

const much: AccessPlan = {
  ...nothingPlanned,
  roles: ["administrator", "billing", "support"],
  overrides: [
    on("billing.invoices.pay"),
    on("billing.invoices.view"),
    on("notices.invoices.receive"),
    { permission: "services.view", effect: "off", endsAt: null },
  ],
  serviceLimit: ["one"],
  endsAt: new Date("2026-03-31T22:30:00Z"),
};

const inEnglish = (plan: AccessPlan, timeZone = "UTC") => toldInEnglish(accessInWords(plan, timeZone));

describe("a person's access in words", () => {
  it("names the roles, counts the rest, and says until when, in the time zone of whoever set it", () => {
    const rest = "2 individual permissions, 1 notification, 1 permission denied, limited to 1 service";
    expect(inEnglish(much)).toBe(`Account administrator, Billing, and Support, ${rest}, until 31 March 2026`);
    expect(inEnglish(much, "Europe/Berlin")).toMatch(/until 1 April 2026$/);
  });

  it("says what it is if it is little", () => {
    expect(inEnglish({ ...nothingPlanned, roles: ["billing"] })).toBe("Billing");
    expect(inEnglish({ ...nothingPlanned, roles: ["billing", "support"] })).toBe("Billing and Support");
    expect(inEnglish({ ...nothingPlanned, serviceLimit: [] })).toBe("limited to no service");
    expect(inEnglish(nothingPlanned)).toBe("no access");
  });

  it("is told in the reader's language", () => {
    const german = (plan: AccessPlan) => withLanguage("de-DE", () => told(accessInWords(plan, "UTC"), "de-DE"));
    expect(german(much)).toMatch(
      / und Support, 2 einzelne Berechtigungen, 1 Benachrichtigung, 1 Berechtigung verweigert, auf 1 Dienst beschränkt, bis 31\. März 2026$/,
    );
    expect(german(nothingPlanned)).toBe("kein Zugriff");
  });
});
