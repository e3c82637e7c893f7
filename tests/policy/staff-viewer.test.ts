import { expect, it } from "vitest";
import { can, canSome } from "@/lib/policy/evaluate";
import { staffViewer } from "@/lib/policy/staff-viewer";
import { contact, now, tomorrow } from "./people";

const colleague = { personId: "colleague", staffRoles: ["agent"], suspended: false } as const;
const account = { id: "account", closed: false };

it("a colleague is staff on the given account, and not a contact of it", () => {
  const { subject } = staffViewer(colleague, account, tomorrow);
  const open = contact();
  expect(subject).toEqual({
    ...open,
    personId: "colleague",
    contactId: null,
    accountId: "account",
    staffRoles: ["agent"],
    now: tomorrow,
  });
});

it("a suspended colleague may do nothing, and a closed account is marked as closed", () => {
  expect(can(staffViewer(colleague, account, now), "staff.roles.give")).toBe(true);
  expect(canSome(staffViewer({ ...colleague, suspended: true }, account, now), "staff.roles.give")).toBe(false);
  const closed = staffViewer(colleague, { ...account, closed: true }, now);
  expect(closed.subject.gates.accountClosed).toBe(true);
});
