import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadMembers } from "@/lib/platform/db/load-subject";
import { asIdentity } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { heldContacts } from "@/lib/platform/operations/held-contacts";
import { readGrants } from "@/lib/platform/operations/read-grants";
import type { Permission } from "@/lib/policy/permissions";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
afterAll(() => portal.close());

let count = 0;
const address = () => `held-${++count}@northwind.example`;
type Plan = Partial<Parameters<typeof buildContact>[2]>;
type GivenRole = NonNullable<Plan["roles"]>[number];

/** Adds a member to the account. Returns their person id. */
async function author(plan: Plan = { roles: ["administrator"] }): Promise<string> {
  const id = await buildContact(portal.owner, accountId, { email: address(), name: "Author", ...plan });
  return (await portal.owner.contact.findUniqueOrThrow({ where: { id } })).personId ?? "";
}
const colleague = async () => {
  const email = "staff-support@portcullis.example";
  return (await portal.owner.person.findUniqueOrThrow({ where: { email } })).id;
};

interface Parts {
  readonly roles?: readonly (readonly [GivenRole, string | null])[];
  readonly on?: readonly (readonly [Permission, string | null])[];
  readonly off?: readonly (readonly [Permission, string | null])[];
  readonly invitedBy?: string | null;
}

/** Someone invited, with a different grantor for each part of their access. */
async function invited({ roles = [], on = [], off = [], invitedBy }: Parts, plan: Plan = {}): Promise<string> {
  const email = address();
  const contactId = await buildContact(portal.owner, accountId, { email, name: "Guest", status: "invited", ...plan });
  const own = { accountId, contactId };
  const given = (givenById: string | null) => ({ ...own, givenByName: "x", givenById });
  await portal.owner.contactRole.createMany({ data: roles.map(([role, by]) => ({ ...given(by), role })) });
  await portal.owner.contactPermission.createMany({
    data: [
      ...on.map(([permission, by]) => ({ ...given(by), permission, effect: "on" as const })),
      ...off.map(([permission, by]) => ({ ...given(by), permission, effect: "off" as const })),
    ],
  });
  if (invitedBy !== undefined) await portal.owner.invitation.create({ data: invitation(own, email, invitedBy) });
  return contactId;
}
const invitation = (own: { accountId: string; contactId: string }, email: string, invitedById: string | null) => {
  const expiresAt = addDays(new Date(), 7);
  return { ...own, email, tokenHash: randomUUID(), invitedByName: "x", invitedById, expiresAt };
};

const held = (ids: readonly string[], without: readonly string[] = []) =>
  asIdentity(async (db) => {
    const now = new Date();
    const everybody = await loadMembers(db, accountId, now);
    const people = everybody.filter(({ contactId }) => !without.includes(contactId));
    return [...(await heldContacts(db, { accountId, people, now }, await readGrants(db, accountId, ids)))];
  });
const isHeld = async (parts: Parts) => {
  const id = await invited(parts);
  return (await held([id])).includes(id);
};

describe("a pending contact is held unless", () => {
  test("the grantor of the role can still grant it", async () => {
    expect(await isHeld({ roles: [["support", await author()]] })).toBe(false);
    expect(await isHeld({ roles: [["support", await author({ roles: ["support"] })]] })).toBe(true);
  });

  test("the grantor of the individual permission still has it", async () => {
    const limited = await author({
      roles: ["administrator"],
      permissions: [{ permission: "links.add", effect: "off" }],
    });
    expect(await isHeld({ on: [["links.add", await author()]] })).toBe(false);
    expect(await isHeld({ on: [["links.add", limited]] })).toBe(true);
  });

  test("the grantor is known and still on the account", async () => {
    const [gone, suspended] = [await author(), await author()];
    await portal.owner.contact.updateMany({ where: { personId: gone }, data: { status: "removed" } });
    await portal.owner.person.update({ where: { id: suspended }, data: { suspendedAt: new Date() } });
    for (const by of [null, gone, suspended, randomUUID()]) {
      expect(await isHeld({ roles: [["support", by]] })).toBe(true);
      expect(await isHeld({ on: [["links.add", by]] })).toBe(true);
      expect(await isHeld({ invitedBy: by })).toBe(true);
    }
  });

  test("the entry denies a permission, which needs no grantor", async () => {
    expect(await isHeld({ off: [["links.add", null]] })).toBe(false);
    const administrator = await author();
    expect(await isHeld({ roles: [["support", administrator]], off: [["links.add", null]] })).toBe(false);
  });
});

describe("each part depends on its own grantor", () => {
  test("and not on the grantors of other parts", async () => {
    const [all, some] = [
      await author(),
      await author({ permissions: [{ permission: "people.roles.change" }, { permission: "links.add" }] }),
    ];
    expect(await isHeld({ roles: [["administrator", all]], on: [["links.add", some]] })).toBe(false);
    expect(
      await isHeld({
        on: [
          ["people.export", all],
          ["links.add", some],
        ],
      }),
    ).toBe(false);
    const support = await author({ roles: ["support"], permissions: [{ permission: "people.roles.change" }] });
    expect(
      await isHeld({
        roles: [
          ["support", support],
          ["billing", all],
        ],
      }),
    ).toBe(false);
    expect(await isHeld({ roles: [["administrator", some]], on: [["links.add", all]] })).toBe(true);
    expect(
      await isHeld({
        roles: [
          ["support", all],
          ["billing", some],
        ],
      }),
    ).toBe(true);
    expect(
      await isHeld({
        on: [
          ["people.export", some],
          ["links.add", all],
        ],
      }),
    ).toBe(true);
  });

  test("within the limits of the whole, whoever set them", async () => {
    const limited = await author({
      roles: ["administrator"],
      permissions: [{ permission: "links.delete", effect: "off" }],
    });
    expect(await isHeld({ roles: [["administrator", limited]] })).toBe(true);
    expect(await isHeld({ roles: [["administrator", limited]], off: [["links.delete", null]] })).toBe(false);
  });

  test("and each invitation on its sender still being able to invite", async () => {
    const cannot = await author({
      roles: ["administrator"],
      permissions: [{ permission: "people.members.add", effect: "off" }],
    });
    const [can, agent] = [await author(), await colleague()];
    expect(await isHeld({ invitedBy: can })).toBe(false);
    expect(await isHeld({ invitedBy: agent })).toBe(false);
    expect(await isHeld({ invitedBy: cannot })).toBe(true);
    const onlyInvites = await author({ permissions: [{ permission: "people.members.add" }] });
    expect(await isHeld({ invitedBy: onlyInvites })).toBe(false);
    expect(await isHeld({ invitedBy: onlyInvites, off: [["links.add", null]] })).toBe(false);
    // The grantor of a part who didn't send the invitation doesn't have to be able to invite.
    expect(await isHeld({ roles: [["support", cannot]], invitedBy: can })).toBe(false);
  });

  test("accepted and revoked invitations do not count", async () => {
    for (const over of [{ acceptedAt: new Date() }, { revokedAt: new Date() }]) {
      const id = await invited({ invitedBy: null });
      expect(await held([id])).toEqual([id]);
      await portal.owner.invitation.updateMany({ where: { contactId: id }, data: over });
      expect(await held([id])).toEqual([]);
    }
  });
});

describe("a role assigned by staff", () => {
  test("must be a standard role, besides what others granted", async () => {
    const agent = await colleague();
    expect(await isHeld({ roles: [["billing", agent]] })).toBe(false);
    expect(await isHeld({ roles: [["billing", agent]], on: [["links.add", await author()]] })).toBe(false);
    expect(
      await isHeld({
        roles: [
          ["billing", agent],
          ["support", await author()],
        ],
      }),
    ).toBe(false);
    expect(await isHeld({ roles: [["billing", agent]], off: [["links.add", null]] })).toBe(false);
    expect(await isHeld({ on: [["links.add", agent]] })).toBe(true);
  });

  test("is held once the staff member is suspended", async () => {
    const personId = await author({ roles: [] });
    await portal.owner.contact.deleteMany({ where: { personId } });
    await portal.owner.staffMember.create({ data: { personId, roles: ["agent"], jobTitle: "Agent" } });
    expect(await isHeld({ roles: [["billing", personId]] })).toBe(false);
    await portal.owner.person.update({ where: { id: personId }, data: { suspendedAt: new Date() } });
    expect(await isHeld({ roles: [["billing", personId]] })).toBe(true);
  });
});

test("a closed account or an area turned off does not disqualify the grantor", async () => {
  const id = await invited({ roles: [["support", await author()]], on: [["links.add", await author()]] });
  const byStaff = await invited({ roles: [["support", await colleague()]] });
  const where = { id: accountId };
  await portal.owner.account.update({ where, data: { areasOff: ["links"] } });
  expect(await held([id])).toEqual([]);
  await portal.owner.account.update({ where, data: { status: "closed", closedAt: new Date() } });
  expect(await held([id, byStaff])).toEqual([]);
  await portal.owner.account.update({ where, data: { areasOff: [], status: "active", closedAt: null } });
});

describe("pending contacts", () => {
  test("have not joined, or are notification-only with an unverified address", async () => {
    const ids = {
      invited: await invited({ roles: [["support", null]] }),
      joined: await invited({ roles: [["support", null]] }, { status: "active" }),
      unconfirmed: await invited({ on: [["notices.invoices.receive", null]] }, { status: "active", login: false }),
      confirmed: await invited({ on: [["notices.invoices.receive", null]] }, { status: "active", login: false }),
      removed: await invited({ on: [["notices.invoices.receive", null]] }, { status: "active", login: false }),
    };
    await portal.owner.contact.updateMany({
      where: { id: { in: [ids.unconfirmed, ids.removed] } },
      data: { emailVerifiedAt: null },
    });
    await portal.owner.contact.update({ where: { id: ids.removed }, data: { status: "removed" } });
    expect((await held(Object.values(ids))).sort()).toEqual([ids.invited, ids.unconfirmed].sort());
    expect(await held([ids.joined])).toEqual([]);
    const backed = await invited({ roles: [["support", await author()]] });
    expect([await held([backed]), await held([backed], [backed])]).toEqual([[], [backed]]);
  });

  test("are read by name, all of the account or the requested ones", async () => {
    const [b, a] = [await invited({}, { name: "AAB" }), await invited({}, { name: "AAA" })];
    const mine = [b, a, await invited({}, { name: "AAA" })];
    const read = (ids: readonly string[] | null) =>
      asIdentity(async (db) => (await readGrants(db, accountId, ids)).map(({ id }) => id));
    const byName = [...mine.slice(1).sort(), b];
    expect(await read(mine)).toEqual(byName);
    const all = await read(null);
    expect(all.filter((id) => mine.includes(id))).toEqual(byName);
    expect(all.length).toBeGreaterThan(3);
    const elsewhere = await asIdentity((db) => readGrants(db, portal.demo.globex.id, [a]));
    expect(elsewhere).toEqual([]);
  });
});
