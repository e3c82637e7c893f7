import type { AccessDraft } from "@/components/accounts/access/access-draft";
import type { PersonDetail } from "@/lib/accounts/core/schema";
import { localDay } from "@/lib/platform/kernel/local-day";

type Query = readonly (readonly [string, string])[];

const presets: Readonly<Record<string, readonly string[]>> = {
  administrator: ["administrator"],
  billing: ["billing"],
  support: ["support"],
  "billing-support": ["billing", "support"],
  custom: [],
};

/** The access chosen in a form, read from the URL of the review page. */
export function readDraft(query: Query): AccessDraft {
  const all = (name: string) => query.filter(([key, value]) => key === name && value !== "").map(([, value]) => value);
  const one = (name: string) => all(name)[0] ?? "";
  const preset = presets[one("preset")];
  return {
    roles: preset ?? all("roles"),
    roleEnds: Object.fromEntries(
      query.filter(([key]) => key.startsWith("roleEnds.")).map(([key, day]) => [key.slice(9), day]),
    ),
    overrides: all("overrides"),
    overridesEndAt: one("overridesEndAt"),
    limitedToServices: one("limitedToServices") === "true",
    serviceIds: all("serviceIds"),
    departmentsOff: all("departmentsOff"),
    endsAt: one("endsAt"),
  };
}

/** A person's current access, as the form starts with it. Expired parts are left out. */
export function draftOf(details: NonNullable<PersonDetail["details"]>, timeZone: string): AccessDraft {
  const day = (at: string | null) => (at === null ? "" : localDay(new Date(at), timeZone));
  const roles = details.roles.filter(({ role, over }) => role !== "owner" && !over);
  const single = details.permissions.filter(({ over }) => !over);
  return {
    roles: roles.map(({ role }) => role),
    roleEnds: Object.fromEntries(roles.map(({ role, endsAt }) => [role, day(endsAt)])),
    overrides: single.map(
      ({ effect, permission, endsAt }) => `${effect} ${permission}${endsAt ? ` until ${endsAt}` : ""}`,
    ),
    overridesEndAt: "",
    limitedToServices: details.services !== null,
    departmentsOff: details.departmentsOff,
    serviceIds: (details.services ?? []).map(({ id }) => id),
    endsAt: day(details.endsAt),
  };
}
