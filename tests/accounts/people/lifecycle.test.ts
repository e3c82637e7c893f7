import { describe, expect, test } from "vitest";
import { canMove, standingOf } from "@/lib/accounts/core/lifecycle";

const now = new Date("2026-05-04T12:00:00Z");
const before = new Date("2026-05-04T11:59:59Z");
const after = new Date("2026-05-04T12:00:01Z");

describe("a contact's status", () => {
  test.each([
    ["active", null, null, "active"],
    ["active", after, null, "active"],
    ["active", now, null, "ended"],
    ["active", before, null, "ended"],
    ["suspended", before, null, "suspended"],
    ["invited", null, after, "invited"],
    ["invited", null, now, "invitation-over"],
    ["invited", null, null, "invitation-over"],
    ["invited", before, after, "invited"],
  ] as const)("%s, access until %s, invited until %s: %s", (status, endsAt, invitedUntil, standing) => {
    expect(standingOf({ status, endsAt, invitedUntil }, now)).toBe(standing);
  });
});

describe("allowed changes of status", () => {
  const statuses = ["invited", "active", "suspended", "removed"] as const;
  test.each([
    ["accept", ["invited"]],
    ["suspend", ["active"]],
    ["restore", ["suspended"]],
    ["remove", ["invited", "active", "suspended"]],
  ] as const)("%s: only when %s", (move, from) => {
    expect(statuses.filter((status) => canMove(status, move))).toEqual(from);
  });
});
