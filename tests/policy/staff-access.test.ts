import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workspaceAreas } from "@/lib/policy/areas";
import { canSome } from "@/lib/policy/evaluate";
import { explain } from "@/lib/policy/explain";
import { entryOf, permissionKeys } from "@/lib/policy/permissions";
import { isReading } from "@/lib/policy/reading";
import type { StaffRole } from "@/lib/policy/roles";
import type { StaffAccessWindow } from "@/lib/policy/subject";
import { viewerOf } from "@/lib/policy/viewer";
import { aQuestion, aSubject, me } from "./arbitraries";
import { ask, may } from "./ask";
import { contact, now, staff, tomorrow, yesterday } from "./people";

const opened = (areas: StaffAccessWindow["areas"], endsAt = tomorrow): StaffAccessWindow => ({
  areas,
  endsAt,
  givenBy: "Olga Owner",
});

const visitor = (role: StaffRole, staffAccess: StaffAccessWindow | null) => viewerOf({ ...staff(role), staffAccess });
const ofWorkspace = permissionKeys.filter((key) => (workspaceAreas as readonly string[]).includes(entryOf(key).area));

describe("what the owner opens to support", () => {
  it.each(["agent", "accounting", "manager"] as const)("nothing of the workspace is open to %s without it", (role) => {
    expect(ofWorkspace.filter((key) => canSome(visitor(role, null), key))).toEqual([]);
  });

  it.each(["agent", "manager"] as const)("%s reads the chosen areas, and nothing else", (role) => {
    const viewer = visitor(role, opened(["meetings", "documents"]));
    expect(ofWorkspace.filter((key) => canSome(viewer, key))).toEqual(["meetings.view", "documents.view"]);
    expect(ask(viewer, "documents.view", { id: "folder", recusals: [] })).toBe(true);
  });

  it("accounting sees nothing of it", () => {
    const viewer = visitor("accounting", opened(workspaceAreas));
    expect(ofWorkspace.filter((key) => canSome(viewer, key))).toEqual([]);
  });

  it("the contents of decisions stay with those who are invited to them", () => {
    const viewer = visitor("manager", opened(workspaceAreas));
    const decision = { chairContactId: null, invitations: [{ contactId: me, mayVote: true }], recusals: [] };
    expect(ask(viewer, "decisions.search", decision)).toBe(true);
    expect(ask(viewer, "decisions.proposals.view", decision)).toBe(false);
  });

  it("ends at its end, and says until when it was", () => {
    const viewer = visitor("agent", opened(["meetings"], now));
    expect(canSome(viewer, "meetings.view")).toBe(false);
    expect(explain(visitor("agent", opened(["meetings"], yesterday)), "meetings.view")).toMatchObject({
      allowed: false,
      sentence: "You had “View meetings” until 1 March 2026.",
    });
  });

  it("says who opened it and until when", () => {
    expect(explain(visitor("agent", opened(["meetings"])), "meetings.view").sentence).toBe(
      "Allowed by access that Olga Owner opened to support, until 3 March 2026.",
    );
  });

  it("doesn't open an area that is off, nor a closed account, and names that as the reason", () => {
    const gates = { ...contact().gates, areasOff: ["meetings" as const] };
    const off = viewerOf({ ...staff("agent"), staffAccess: opened(["meetings"]), gates });
    expect(explain(off, "meetings.view")).toMatchObject({
      allowed: false,
      because: expect.arrayContaining([expect.objectContaining({ gate: "area-off" })]),
    });
    const closed = { ...staff("agent"), staffAccess: opened(["meetings"]) };
    expect(
      explain(viewerOf({ ...closed, gates: { ...closed.gates, accountClosed: true } }), "meetings.view"),
    ).toMatchObject({
      allowed: false,
      because: expect.arrayContaining([expect.objectContaining({ gate: "account-closed" })]),
    });
  });

  it("adds nothing for contacts, and never anything but reading, for anybody and any record", () => {
    const window = fc.subarray([...workspaceAreas]).map((areas) => opened(areas));
    fc.assert(
      fc.property(aSubject, window, aQuestion, (subject, staffAccess, { permission, record }) => {
        const before = may(subject, permission, record);
        const after = ask(viewerOf({ ...subject, staffAccess }), permission, record);
        if (before) expect(after).toBe(true);
        if (after && !before) {
          expect(isReading(permission)).toBe(true);
          expect(staffAccess.areas).toContain(entryOf(permission).area);
          expect(subject.staffRoles.some((role) => role !== "accounting")).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
