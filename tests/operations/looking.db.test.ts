import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endLook } from "@/lib/accounts/looks/end-look";
import { startLook } from "@/lib/accounts/looks/start-look";
import { operations } from "@/lib/http/registry";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { type Input, restCall } from "@/tests/fixtures/rest-call";
import { samples } from "./samples";
import { viewers } from "./viewers";

let portal: TestPortal;
let cookie: string;
beforeAll(async () => {
  portal = await testPortal();
  cookie = await portal.cookie(viewers.owner);
});
afterAll(() => portal.close());

const contactOf = (email: string) =>
  portal.owner.contact.findFirstOrThrow({ where: { accountId: portal.demo.northwind.id, email, status: "active" } });

const cookies = new Map<string, string>();
async function cookieOf(role: keyof typeof viewers): Promise<string> {
  const known = cookies.get(role) ?? (await portal.cookie(viewers[role]));
  cookies.set(role, known);
  return known;
}

async function call(operation: AnyOperation, input: Input, as = cookie): Promise<Response> {
  return restCall({ operation, accountId: portal.demo.northwind.id, input, cookie: as });
}

const inputs = new Map<string, Promise<Input>>();
/** Made once: nothing that is asked here changes anything. */
function sampleOf({ name }: AnyOperation): Promise<Input> {
  const made = async () =>
    (await samples[name]?.({ portal, accountId: portal.demo.northwind.id, email: viewers.owner })) ?? {};
  const known = inputs.get(name) ?? made();
  inputs.set(name, known);
  return known;
}

/** The ids of a list, wherever the answer has them. */
const idsIn = (text: string) => [...text.matchAll(/"id":"([\w-]+)"/g)].map(([, id]) => id);

describe.each([["both"], ["custom"]] as const)("while an owner looks as %s", (role) => {
  beforeAll(async () => {
    const { id: contactId } = await contactOf(viewers[role]);
    expect((await call(startLook, { contactId })).status).toBe(201);
  });
  afterAll(async () => {
    await call(endLook, {});
  });

  const ofAccount = operations.filter(({ scope, name }) => scope === "account" && name !== endLook.name);
  test.each(ofAccount.map((one) => [one.name, one] as const))("%s", async (name, operation) => {
    const input = await sampleOf(operation);
    const seen = await call(operation, input);
    const text = await seen.text();
    if (operation.kind === "command") {
      expect([seen.status, JSON.parse(text).reason]).toEqual([403, "looking"]);
      return;
    }
    // Nothing that the person doesn't get themselves, and from lists exactly what they get.
    expect([200, 403, 404], text).toContain(seen.status);
    if (!seen.ok) return;
    const theirs = await call(operation, input, await cookieOf(role));
    expect(theirs.status).toBe(200);
    if (name.includes("list")) expect(idsIn(text)).toEqual(idsIn(await theirs.text()));
  });

  test.each(operations.filter(({ scope }) => scope !== "account").map((one) => [one.name, one] as const))(
    "%s, outside of the account, is refused",
    async (_, operation) => {
      const response = await call(operation, await sampleOf(operation));
      expect([response.status, (await response.json()).reason]).toEqual([403, "looking"]);
    },
  );
});
