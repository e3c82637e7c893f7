import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeAccess } from "@/lib/accounts/access/change-access";
import { acceptOwnership } from "@/lib/accounts/ownership/accept-ownership";
import { offerOwnership } from "@/lib/accounts/ownership/offer-ownership";
import { withdrawOffer } from "@/lib/accounts/ownership/withdraw-offer";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { suspendPerson } from "@/lib/accounts/people/suspend-person";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf } from "@/lib/platform/operations/operation";
import { buildAccount } from "@/prisma/seed/builders/account";
import { buildContact } from "@/prisma/seed/builders/contact";
import { noAccess } from "@/tests/accounts/people/access-fixture";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const ROUNDS = 50;
const MEMBERS = ["ana", "bo", "cy", "dee"] as const;

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

interface Seat {
  readonly contactId: string;
  readonly caller: Caller;
}

let accountId: string;
let owner: Seat;
let members: Seat[];
let accounts = 0;

/** An account of its own for each test, its people signed in. */
beforeEach(async () => {
  accounts += 1;
  const address = (name: string) => `${name}-${accounts}@race.example`;
  const number = `R-${accounts}`;
  const account = await buildAccount(portal.owner, {
    number,
    name: number,
    owner: { email: address("owner"), name: "Owner" },
  });
  accountId = account.id;
  owner = { contactId: account.ownerContactId, caller: await portal.as(address("owner")) };
  members = [];
  for (const name of MEMBERS) {
    const contactId = await buildContact(portal.owner, accountId, {
      email: address(name),
      name,
      roles: ["administrator"],
    });
    members.push({ contactId, caller: await portal.as(address(name)) });
  }
});

const ask = <Op extends AnyOperation>({ caller }: Seat, operation: Op, input: InputOf<Op>) =>
  execute(caller, accountId, operation, input);

/** Everything at once on real connections. What fails must fail with a Problem: a 4xx, never a fault of ours. */
async function atOnce(tasks: (() => Promise<unknown>)[]): Promise<{ done: number; refused: Problem[] }> {
  const results = await Promise.allSettled(tasks.map((task) => task()));
  const reasons = results.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  for (const reason of reasons) if (!(reason instanceof Problem)) throw reason;
  return { done: results.length - reasons.length, refused: reasons as Problem[] };
}

async function expectOneOwner(): Promise<string> {
  const { ownerContactId } = await portal.owner.account.findUniqueOrThrow({ where: { id: accountId } });
  const seat = await portal.owner.contact.findUniqueOrThrow({
    where: { id: ownerContactId },
    include: { roles: true },
  });
  expect(seat).toMatchObject({ accountId, status: "active", kind: "member", endsAt: null, roles: [] });
  expect(seat.personId).not.toBeNull();
  return ownerContactId;
}

const pick = <T>(all: readonly T[], index: number): T => {
  const one = all[index % all.length];
  if (one === undefined) throw new Error("nobody to pick");
  return one;
};

describe(`${ROUNDS} at once`, () => {
  test("accept one offer: it is taken once", async () => {
    const heir = pick(members, 0);
    const { offerId } = await ask(owner, offerOwnership, { contactId: heir.contactId });
    const { done, refused } = await atOnce(
      Array.from({ length: ROUNDS }, () => () => ask(heir, acceptOwnership, { offerId })),
    );
    expect(done).toBe(1);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["not-found"]));
    expect(await expectOneOwner()).toBe(heir.contactId);
  });

  test("offer it to everybody: one offer is open", async () => {
    const tasks = Array.from(
      { length: ROUNDS },
      (_, index) => () => ask(owner, offerOwnership, { contactId: pick(members, index).contactId }),
    );
    const { done, refused } = await atOnce(tasks);
    expect([done, new Set(refused.map(({ code }) => code))]).toEqual([1, new Set(["conflict"])]);
    expect(await portal.owner.ownershipTransfer.count({ where: { accountId, status: "offered" } })).toBe(1);
    expect(await expectOneOwner()).toBe(owner.contactId);
  });

  test("accept, withdraw, suspend and remove: the offer is taken or called off, never both", async () => {
    const heir = pick(members, 0);
    const { offerId } = await ask(owner, offerOwnership, { contactId: heir.contactId });
    const { contactId } = heir;
    const acts = [
      () => ask(heir, acceptOwnership, { offerId }),
      () => ask(owner, withdrawOffer, { offerId }),
      () => ask(pick(members, 1), removePerson, { contactId }),
      () => ask(pick(members, 2), suspendPerson, { contactId }),
      () => ask(pick(members, 3), removePerson, { contactId: owner.contactId }),
    ];
    await atOnce(Array.from({ length: ROUNDS }, (_, index) => pick(acts, index)));
    const transfer = await portal.owner.ownershipTransfer.findUniqueOrThrow({ where: { id: offerId } });
    const now = await expectOneOwner();
    expect([transfer.status, now]).toEqual(
      transfer.status === "accepted" ? ["accepted", heir.contactId] : ["withdrawn", owner.contactId],
    );
  });

  test("remove each other, and the owner: everybody but the owner can go", async () => {
    const everybody = [owner, ...members];
    const tasks = Array.from(
      { length: ROUNDS },
      (_, index) => () =>
        ask(pick(everybody, index), removePerson, { contactId: pick(everybody, index * 7 + 3).contactId }),
    );
    await atOnce(tasks);
    expect(await expectOneOwner()).toBe(owner.contactId);
  });

  test("take the administrator's role from each other: nobody acts on a role that is gone", async () => {
    const tasks = Array.from({ length: ROUNDS }, (_, index) => () => {
      const { contactId } = pick(members, index + 1);
      return ask(pick(members, index), changeAccess, { ...noAccess, contactId, version: 1, roles: ["support"] });
    });
    const { done } = await atOnce(tasks);
    const seats = await portal.owner.contact.findMany({ where: { accountId }, include: { roles: true } });
    const changed = seats.filter(({ version }) => version > 1);
    expect(changed).toHaveLength(done);
    // Who lost the role could change nobody afterwards, so somebody still holds it.
    expect(seats.some(({ roles }) => roles.some(({ role }) => role === "administrator"))).toBe(true);
    expect(await expectOneOwner()).toBe(owner.contactId);
  });

  test("hand it round in a circle while everybody accepts whatever is offered", async () => {
    const everybody = [owner, ...members];
    const turn = async (index: number) => {
      const seat = pick(everybody, index);
      const open = await portal.owner.ownershipTransfer.findFirst({ where: { accountId, status: "offered" } });
      if (open === null) return ask(seat, offerOwnership, { contactId: pick(everybody, index + 1).contactId });
      return ask(seat, acceptOwnership, { offerId: open.id });
    };
    for (let round = 0; round < 4; round++) {
      await atOnce(Array.from({ length: ROUNDS }, (_, index) => () => turn(index)));
      await expectOneOwner();
    }
    expect(await portal.owner.ownershipTransfer.count({ where: { accountId, status: "accepted" } })).toBeGreaterThan(0);
  });
});
