import { expect, it } from "vitest";
import { stampOf } from "@/lib/platform/db/access-stamp";
import { contact, nextYear, now, tomorrow, yesterday } from "@/tests/policy/people";

const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
const role = (endsAt: Date | null) => ({ role: "support", endsAt, givenBy: null, givenAt: yesterday }) as const;
const override = (endsAt: Date | null) => ({ permission: "links.add", effect: "on", endsAt, givenBy: null }) as const;

it("a decision is valid until the session, the access, a role or a permission ends, whichever is first", () => {
  const lasting = { ...contact(), roles: [role(null)], overrides: [override(null)] };
  const versions = [{ id: "person", version: "1" }];
  expect(stampOf(lasting, versions, nextYear)).toEqual({ versions, until: nextYear });
  const ending = {
    ...contact({ gates: { contactEndsAt: after(3) } }),
    roles: [role(after(4))],
    overrides: [override(after(5))],
  };
  expect(stampOf(ending, versions, tomorrow).until).toEqual(tomorrow);
  expect(stampOf(ending, versions, nextYear).until).toEqual(after(3));
  expect(stampOf({ ...ending, roles: [role(after(2))] }, versions, nextYear).until).toEqual(after(2));
  expect(stampOf({ ...ending, overrides: [override(after(2))] }, versions, nextYear).until).toEqual(after(2));
});

it("an end date in the past or at this moment is already part of the decision", () => {
  const ended = { ...contact({ gates: { contactEndsAt: yesterday } }), roles: [role(now)], overrides: [] };
  expect(stampOf(ended, [], nextYear).until).toEqual(nextYear);
});
