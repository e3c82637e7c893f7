import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "@/lib/identity/tokens/create-token";
import { execute } from "@/lib/platform/operations/execute";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const OWNER = "owner@northwind.example";
const input = { subject: "Once", message: "Please." };

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const open = async (idempotencyKey: string, asked = input, email = OWNER, account = portal.demo.northwind.id) =>
  execute(await portal.as(email), account, openTicket, asked, { idempotencyKey });

describe("the same key again", () => {
  it("gets the first answer and changes nothing", async () => {
    const key = randomUUID();
    const first = await open(key);
    const before = await portal.owner.ticket.count();
    expect(await open(key)).toEqual(first);
    expect(await portal.owner.ticket.count()).toBe(before);
    expect(await portal.owner.auditEvent.count({ where: { targetId: first.id } })).toBe(1);
  });

  it("is stored with its answer and without the request", async () => {
    const key = randomUUID();
    const answer = await open(key);
    const row = await portal.owner.idempotencyKey.findFirstOrThrow({ where: { key } });
    expect(row).toMatchObject({
      operation: "tickets.open",
      accountId: portal.demo.northwind.id,
      response: answer,
      requestHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("gets its own answer, whatever other keys were used since", async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    const [first, second] = [await open(one), await open(two)];
    expect([await open(one), await open(two)]).toEqual([first, second]);
  });

  it("with another input is a conflict", async () => {
    const key = randomUUID();
    await open(key);
    const message = "This Idempotency-Key was already used for a different request.";
    const other = problemOf(open(key, { ...input, message: "Other" }));
    expect(await other).toMatchObject({ code: "conflict", detail: message });
  });

  it("from another person is a different key", async () => {
    const key = randomUUID();
    const [mine, theirs] = [await open(key), await open(key, input, "administrator@northwind.example")];
    expect(theirs.id).not.toBe(mine.id);
  });

  it("after a failure runs again: nothing was stored", async () => {
    const key = randomUUID();
    const serviceId = randomUUID();
    expect((await problemOf(open(key, { ...input, serviceId } as typeof input))).code).toBe("invalid");
    expect(await portal.owner.idempotencyKey.count({ where: { key } })).toBe(0);
    expect((await open(key)).id).toEqual(expect.any(String));
  });

  it("never returns a secret twice", async () => {
    const key = randomUUID();
    const asked = { name: "once", permissions: ["profile.manage" as const], days: 1 };
    const caller = await portal.as(OWNER);
    const make = () => execute(caller, null, createToken, asked, { idempotencyKey: key });
    await make();
    const row = await portal.owner.idempotencyKey.findFirstOrThrow({ where: { key } });
    expect(row).toMatchObject({ operation: "profile.create-token", accountId: null, response: null });
    const before = await portal.owner.apiToken.count();
    expect(await problemOf(make())).toMatchObject({ code: "conflict", detail: expect.stringContaining("shown once") });
    expect(await portal.owner.apiToken.count()).toBe(before);
  });
});
