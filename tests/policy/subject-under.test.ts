import { expect, it } from "vitest";
import { planOf } from "@/lib/policy/access-plan";
import { subjectUnder } from "@/lib/policy/subject-under";
import { contact, nextYear, now, tomorrow } from "./people";

it("a contact under a plan has the plan's roles, permissions, limit and end date, and keeps their identity", () => {
  const before = contact({ roles: ["support"], on: ["reports.view"], gates: { contactSuspended: true } });
  const after = subjectUnder(before, {
    roles: ["billing", { role: "support", endsAt: tomorrow }],
    overrides: [
      { permission: "links.add", effect: "off" },
      { permission: "people.export", effect: "on", endsAt: tomorrow },
    ],
    recordGrants: [{ permission: "services.manage", recordId: "db", endsAt: tomorrow }],
    serviceLimit: ["web"],
    endsAt: nextYear,
  });
  expect(after).toEqual({
    ...before,
    roles: [
      { role: "billing", endsAt: null, givenBy: null, givenAt: now },
      { role: "support", endsAt: tomorrow, givenBy: null, givenAt: now },
    ],
    overrides: [
      { permission: "links.add", effect: "off", endsAt: null, givenBy: null },
      { permission: "people.export", effect: "on", endsAt: tomorrow, givenBy: null },
    ],
    recordGrants: [{ permission: "services.manage", recordId: "db", endsAt: tomorrow, givenBy: null }],
    serviceLimit: ["web"],
    gates: { ...before.gates, contactEndsAt: nextYear },
  });
});

it("a contact under their own plan has the same access as before", () => {
  const before = contact({ roles: ["support"], on: ["reports.view"], off: ["links.add"], serviceLimit: ["web"] });
  expect(planOf(subjectUnder(before, planOf(before)))).toMatchObject({ serviceLimit: ["web"], endsAt: null });
});
