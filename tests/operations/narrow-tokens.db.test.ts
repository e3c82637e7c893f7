import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/lib/http/registry";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { firstAllowed } from "./first-allowed";
import { groundOf, type Restore } from "./restore";
import { samples } from "./samples";
import { viewers } from "./viewers";

let portal: TestPortal;
let restore: Restore;
beforeAll(async () => {
  portal = await testPortal();
  restore = await groundOf(portal);
});
afterAll(() => portal.close());

async function call(operation: AnyOperation, email: string, permissions: readonly Permission[]): Promise<Response> {
  const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
  const token = newSecretToken();
  const row = { personId, name: "narrow", prefix: "narrow", expiresAt: addDays(new Date(), 1) };
  await portal.owner.apiToken.create({
    data: { ...row, tokenHash: hashToken(token), permissions: [...permissions] },
  });
  const accountId = portal.demo.northwind.id;
  const input = (await samples[operation.name]?.({ portal, accountId, email })) ?? {};
  const response = await restCall({ operation, accountId, input, headers: { authorization: `Bearer ${token}` } });
  await restore(operation.name);
  return response;
}

/** Everything that a token limited to viewing the account can do. All of them only read; a search finds nothing. */
const WITH_ACCOUNT_VIEW = ["account.view", "ownership.view", "people.list-own-requests", "search.find"];

test("a token limited to viewing the account changes nothing and reads only the listed operations", async () => {
  const done: AnyOperation[] = [];
  for (const operation of operations) {
    const response = await call(operation, viewers.support, ["account.view"]);
    if (response.ok) done.push(operation);
    else expect([operation.name, response.status]).toEqual([operation.name, 403]);
  }
  expect(done.map(({ name }) => name).sort()).toEqual(WITH_ACCOUNT_VIEW);
  expect(done.filter(({ kind }) => kind === "command")).toEqual([]);
});

describe("a token with every permission except the operation's own is denied:", () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))("%s", async (_, operation) => {
    const others = permissionKeys.filter((key) => key !== operation.permission);
    const response = await call(operation, firstAllowed(operation.name) ?? viewers.owner, others);
    expect(response.status, await response.clone().text()).toBe(403);
    expect(await response.json()).toMatchObject({ permission: operation.permission });
  });
});

test.each(["people.request-permission", "ownership.accept", "ownership.decline"])(
  "what a person does for themselves takes a token for it beside seeing the account: %s",
  async (name) => {
    const operation = operations.find((one) => one.name === name) as AnyOperation;
    expect((await call(operation, viewers.support, ["account.view"])).status).toBe(403);
    expect((await call(operation, viewers.support, ["account.view", "profile.manage"])).status).not.toBe(403);
    expect((await call(operation, viewers.support, ["profile.manage"])).status).toBe(403);
  },
);
