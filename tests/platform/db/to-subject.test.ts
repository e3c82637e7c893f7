import { describe, expect, it } from "vitest";
import { type ContactJson, type SubjectRow, toSubject } from "@/lib/platform/db/to-subject";

const now = new Date("2026-03-02T09:00:00Z");
const since = "2025-01-01T00:00:00.000Z";
const end = "2026-04-01T00:00:00.000Z";

const contact: ContactJson = {
  id: "contact",
  ofStaff: true,
  name: "Ana",
  suspended: true,
  endsAt: end,
  twoFactorDue: end,
  owner: false,
  since,
  roles: [{ role: "billing", endsAt: end, givenBy: "Olga", givenAt: since }],
  overrides: [
    { permission: "links.add", effect: "on", endsAt: end, givenBy: "Olga" },
    { permission: "long.gone", effect: "on", endsAt: null, givenBy: "Olga" },
  ],
  recordGrants: [
    { permission: "services.manage", recordId: "web", endsAt: end, givenBy: "Olga" },
    { permission: "long.gone", recordId: "web", endsAt: end, givenBy: "Olga" },
  ],
  services: ["web"],
  departmentsOff: ["sales"],
};
const account = { id: "account", number: "1", name: "A", closed: true, areasOff: ["links"] };
const row: SubjectRow = {
  personId: "person",
  suspendedAt: now,
  tokenPermissions: ["links.add", "long.gone"],
  staffRoles: ["agent"],
  contact,
  account,
};

describe("the subject of an access decision", () => {
  it("has everything that was loaded, except permissions that no longer exist", () => {
    expect(toSubject(row, now)).toEqual({
      personId: "person",
      contactId: "contact",
      accountId: "account",
      roles: [{ role: "billing", endsAt: new Date(end), givenBy: "Olga", givenAt: new Date(since) }],
      overrides: [{ permission: "links.add", effect: "on", endsAt: new Date(end), givenBy: "Olga" }],
      recordGrants: [{ permission: "services.manage", recordId: "web", endsAt: new Date(end), givenBy: "Olga" }],
      serviceLimit: ["web"],
      departmentsOff: ["sales"],
      staffRoles: ["agent"],
      gates: {
        personSuspended: true,
        contactSuspended: true,
        contactIsStaff: true,
        contactEndsAt: new Date(end),
        twoFactorDue: new Date(end),
        accountClosed: true,
        areasOff: ["links"],
        tokenPermissions: ["links.add"],
      },
      staffAccess: null,
      now,
    });
  });

  it("has no gates if nothing was loaded", () => {
    const bare = { ...row, suspendedAt: null, tokenPermissions: null, staffRoles: [], contact: null, account: null };
    expect(toSubject(bare, now)).toEqual({
      personId: "person",
      contactId: null,
      accountId: null,
      roles: [],
      overrides: [],
      recordGrants: [],
      serviceLimit: null,
      departmentsOff: [],
      staffRoles: [],
      gates: {
        personSuspended: false,
        contactSuspended: false,
        contactIsStaff: false,
        contactEndsAt: null,
        twoFactorDue: null,
        accountClosed: false,
        areasOff: [],
        tokenPermissions: null,
      },
      staffAccess: null,
      now,
    });
  });

  it("is the owner from the day they joined, before any role", () => {
    const owner = { ...contact, owner: true, endsAt: null };
    expect(toSubject({ ...row, contact: owner }, now)).toMatchObject({
      roles: [
        { role: "owner", endsAt: null, givenBy: null, givenAt: new Date(since) },
        { role: "billing", endsAt: new Date(end) },
      ],
      gates: { contactEndsAt: null },
    });
  });
});
