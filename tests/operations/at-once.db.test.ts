import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/lib/http/registry";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { columns, expected } from "./expected";
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

/** As many as there are connections to the database. */
const AT_ONCE = 10;

/** Besides those that delete a record. */
const ONCE = ["staff.reset-factors", "accounting.end-coupon"];

const isOnce = ({ name, http }: AnyOperation): boolean =>
  ONCE.includes(name) || (http.method === "DELETE" && http.path.endsWith("Id}"));

const emailOf = (name: string): string =>
  viewers[columns[(expected[name] ?? "").trim().split(/\s+/).indexOf("+")] ?? "owner"];

const commands = operations.filter(({ kind }) => kind === "command");

describe.each(commands.map((operation) => [operation.name, operation] as const))("%s", (name, operation) => {
  afterEach(async () => {
    await restore(name);
    await portal.owner.rateLimit.deleteMany();
  });

  test(`sent ${AT_ONCE} times at once is never a fault of ours${isOnce(operation) ? ", and is done once" : ""}`, async () => {
    const [accountId, email] = [portal.demo.northwind.id, emailOf(name)];
    const input = (await samples[name]?.({ portal, accountId, email })) ?? {};
    const cookie = await portal.cookie(email);
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        const response = await restCall({ operation, accountId, input, cookie });
        return { status: response.status, text: await response.text() };
      }),
    );
    expect(answers.filter(({ status }) => status === 500)).toEqual([]);
    if (isOnce(operation)) expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
  });
});
