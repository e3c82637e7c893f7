import { afterAll, beforeAll, expect, it } from "vitest";
import { loadRoster } from "@/lib/platform/db/load-roster";
import { loadMembers } from "@/lib/platform/db/load-subject";
import { asIdentity } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { permissionKeys } from "@/lib/policy/permissions";
import { viewerOf } from "@/lib/policy/viewer";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
let accountId: string;
const now = new Date();
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  await layPeople();
});
afterAll(() => portal.close());

const over = addDays(now, -1);
const later = addDays(now, 1);
const some = <T>(of: readonly T[], n: number): T => of[n % of.length] as T;

/** Forty people in whom everything that access depends on is set or not, in combinations that don't repeat. */
async function layPeople() {
  const { owner } = portal;
  const { id: serviceId } = await owner.service.findFirstOrThrow({ where: { accountId }, select: { id: true } });
  const { id: ticketId } = await owner.ticket.findFirstOrThrow({ where: { accountId }, select: { id: true } });
  await owner.account.update({ where: { id: accountId }, data: { twoFactorFrom: over, areasOff: ["meetings"] } });
  for (let n = 0; n < 40; n += 1) {
    const email = `roster-${n}@northwind.example`;
    const id = await buildContact(owner, accountId, { email, name: `Person ${n % 7}`, login: n % 5 !== 0 });
    const of = { accountId, contactId: id };
    const roles = (["administrator", "billing", "support"] as const).filter((_, bit) => (n >> bit) & 1);
    await owner.contactRole.deleteMany({ where: of });
    await owner.contactRole.createMany({
      data: roles.map((role, bit) => ({
        ...of,
        role,
        endsAt: some([null, over, later], n + bit),
        givenByName: "Owner",
      })),
    });
    const keys = [some(permissionKeys, n * 7), some(permissionKeys, n * 7 + 3)];
    await owner.contactPermission.createMany({
      data: keys.map((permission, at) => ({
        ...{ ...of, permission, effect: some(["on", "off"] as const, n + at), givenByName: "Owner" },
        endsAt: some([null, later, over], n),
      })),
      skipDuplicates: true,
    });
    const record = some([{ serviceId }, { ticketId }], n);
    const permission = "serviceId" in record ? "services.view" : "support.tickets.view";
    if (n % 4 === 0) {
      const endsAt = some([later, over], n / 4);
      await owner.recordGrant.create({ data: { ...of, ...record, permission, endsAt, givenByName: "Owner" } });
    }
    if (n % 6 === 0) await owner.contactService.create({ data: { ...of, serviceId } });
    await owner.contact.update({
      where: { id },
      data: {
        limitedToServices: n % 3 === 0,
        departmentsOff: some([[], ["billing"], ["support", "sales"]] as const, n) as never,
        endsAt: some([null, null, later, over], n),
        ...(n % 11 === 0 ? { status: "suspended" as const } : {}),
      },
    });
    const factor = { ...(n % 2 === 0 ? { twoFactorSince: over } : {}), ...(n % 13 === 0 ? { suspendedAt: over } : {}) };
    await owner.person.updateMany({ where: { email }, data: factor });
  }
}

it("decides about everybody at once as about each of them", async () => {
  const people = await asIdentity((db) => loadMembers(db, accountId, now));
  const roster = await asIdentity((db) => loadRoster(db, accountId, now));
  expect(roster.length).toBe(people.length);
  const byId = new Map(roster.map((one) => [one.contactId, one]));
  for (const { contactId, name, hasLogin, subject } of people) {
    const { cells, sets, personId, accountId: account, looker } = viewerOf(subject);
    const { viewer, ...rest } = byId.get(contactId) ?? expect.fail(`${name} is missing.`);
    expect(rest).toEqual({ contactId, name, hasLogin });
    expect({ ...viewer, subject: null, now: null, contactId: null }).toEqual({
      ...{ subject: null, now: null, contactId: null, cells, sets, personId, accountId: account, looker },
    });
    expect(viewer.contactId).toBe(contactId);
  }
});

it("compiles an access once for all who have it", async () => {
  const roster = await asIdentity((db) => loadRoster(db, accountId, now));
  const plain = { accountId, kind: "member", status: "active", name: { startsWith: "Same" } } as const;
  for (const n of [1, 2, 3]) {
    await buildContact(portal.owner, accountId, {
      email: `same-${n}@x.example`,
      name: `Same ${n}`,
      roles: ["billing"],
    });
  }
  const same = await portal.owner.contact.findMany({ where: plain, select: { id: true } });
  const found = await asIdentity((db) => loadRoster(db, accountId, now, { ids: same.map(({ id }) => id) }));
  expect(new Set(found.map(({ viewer }) => viewer.cells)).size).toBe(1);
  expect(new Set(roster.map(({ viewer }) => viewer.cells)).size).toBeGreaterThan(20);
});

it("reads some of the people in the order of their names", async () => {
  const first = await asIdentity((db) =>
    loadRoster(db, accountId, now, { given: ["billing.invoices.view"], first: 10 }),
  );
  const all = await asIdentity((db) => loadRoster(db, accountId, now, { given: ["billing.invoices.view"] }));
  expect(first.map(({ contactId }) => contactId)).toEqual(all.slice(0, 10).map(({ contactId }) => contactId));
});
