import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/lib/http/registry";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import { type Input, restCall } from "@/tests/fixtures/rest-call";
import { firstAllowed } from "./first-allowed";
import { portalOfCalls } from "./portal-of-calls";
import { samples } from "./samples";
import { viewers } from "./viewers";

const calls = portalOfCalls();

const inputOf = async ({ name }: AnyOperation, email: string): Promise<Input> =>
  (await samples[name]?.({ portal: calls.portal, accountId: calls.portal.demo.northwind.id, email })) ?? {};

async function call(operation: AnyOperation, email: string, permissions: readonly Permission[], input: Input) {
  const { id: personId } = await calls.portal.owner.person.findUniqueOrThrow({ where: { email } });
  const token = newSecretToken();
  const row = { personId, name: "narrow", prefix: "narrow", expiresAt: addDays(new Date(), 1) };
  await calls.portal.owner.apiToken.create({
    data: { ...row, tokenHash: hashToken(token), permissions: [...permissions] },
  });
  const accountId = calls.portal.demo.northwind.id;
  return restCall({ operation, accountId, input, headers: { authorization: `Bearer ${token}` } });
}

/** Everything that a token limited to viewing the account can do. All of them only read; a search finds nothing. */
const WITH_ACCOUNT_VIEW = ["account.view", "ownership.view", "people.list-own-requests", "search.find"];

test("what a token limited to viewing the account can do only reads", () => {
  const named = operations.filter(({ name }) => WITH_ACCOUNT_VIEW.includes(name));
  expect(named.map(({ kind }) => kind)).toEqual(WITH_ACCOUNT_VIEW.map(() => "query"));
});

describe.each(operations.map((operation) => [operation.name, operation] as const))("%s", (name, operation) => {
  const email = firstAllowed(name) ?? viewers.owner;
  let input: Input;
  beforeAll(async () => {
    input = await inputOf(operation, email);
  });
  afterAll(() => calls.putBack(name));

  test("is denied to a token with every permission except its own", async () => {
    const others = permissionKeys.filter((key) => key !== operation.permission);
    const response = await call(operation, email, others, input);
    expect(response.status, await response.clone().text()).toBe(403);
    expect(await response.json()).toMatchObject({ permission: operation.permission });
  });

  const reads = WITH_ACCOUNT_VIEW.includes(name);
  test(`is ${reads ? "open" : "denied"} to a token limited to viewing the account`, async () => {
    const { status } = await call(operation, viewers.support, ["account.view"], input);
    expect(status).toBe(reads ? 200 : 403);
  });
});

test.each(["people.request-permission", "ownership.accept", "ownership.decline"])(
  "what a person does for themselves takes a token for it beside seeing the account: %s",
  async (name) => {
    const operation = operations.find((one) => one.name === name) as AnyOperation;
    const statusWith = async (...permissions: Permission[]) =>
      (await call(operation, viewers.support, permissions, await inputOf(operation, viewers.support))).status;
    expect(await statusWith("account.view")).toBe(403);
    expect(await statusWith("account.view", "profile.manage")).not.toBe(403);
    expect(await statusWith("profile.manage")).toBe(403);
    await calls.putBack(name);
  },
);
