import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { operations } from "@/lib/http/registry";
import { submitForm } from "@/lib/http/submit-form";
import { env } from "@/lib/platform/config/env";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { permissionKeys } from "@/lib/policy/permissions";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { codeOf, withAuthenticator, withoutFactors } from "@/tests/identity/two-factor/arrange";
import { expected } from "@/tests/operations/expected";
import { groundOf, type Restore } from "@/tests/operations/restore";
import { samples } from "@/tests/operations/samples";
import { viewers } from "@/tests/operations/viewers";

let portal: TestPortal;
let restore: Restore;
beforeAll(async () => {
  portal = await testPortal();
  restore = await groundOf(portal);
});
afterAll(() => portal.close());

const sensitive = operations.filter((one) => one.kind === "command" && one.stepUp !== undefined);
const stepUpOf = (one: (typeof operations)[number]) => (one.kind === "command" ? one.stepUp : undefined);

/** Someone who can do it with their full access. */
const whoMay = (name: string): string => {
  const cells = (expected[name] ?? "").trim().split(/\s+/);
  return Object.values(viewers)[cells.indexOf("+")] ?? viewers.owner;
};

const NEEDED = "urn:portcullis:problem:confirmation-needed";

async function call(name: string, { factor, minutes, token }: { factor: boolean; minutes: number; token?: true }) {
  const operation = operations.find((one) => one.name === name);
  if (operation === undefined) throw new Error(`There is no ${name}.`);
  const email = whoMay(name);
  const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
  const accountId = portal.demo.northwind.id;
  const input = (await samples[name]?.({ portal, accountId, email })) ?? {};
  const has = (await portal.owner.person.findUniqueOrThrow({ where: { email } })).twoFactorSince !== null;
  // Some are about factors: those have what they need.
  if (factor && !has) await withAuthenticator(portal, email);
  if (!factor && has) await withoutFactors(portal, email);
  const secret = newSecretToken();
  if (token) {
    await portal.owner.apiToken.create({
      data: {
        personId,
        name: "All",
        tokenHash: hashToken(secret),
        prefix: "all",
        permissions: [...permissionKeys],
        expiresAt: addMinutes(new Date(), 60),
      },
    });
    return restCall({ operation, accountId, input, headers: { authorization: `Bearer ${secret}` } });
  }
  const cookie = await portal.cookie(email);
  await portal.owner.session.updateMany({
    where: { personId },
    data: { confirmedAt: addMinutes(new Date(), -minutes) },
  });
  return restCall({ operation, accountId, input, cookie });
}

const typeOf = async (response: Response): Promise<string | null> =>
  response.ok ? null : ((await response.json()) as { type: string }).type;

test("the operations that need a confirmation are these", () => {
  const named = sensitive.map((one) => `${one.name} ${stepUpOf(one)}`).sort();
  expect(named).toMatchInlineSnapshot(`
    [
      "account.close with-factor",
      "looks.start with-factor",
      "meetings.set-up-feed with-factor",
      "ownership.accept with-factor",
      "ownership.offer with-factor",
      "payments.pay with-factor",
      "people.add-many with-factor",
      "people.answer-request with-factor",
      "people.approve-invite with-factor",
      "people.change-access with-factor",
      "people.invite with-factor",
      "people.require-two-factor with-factor",
      "people.reset-two-factor with-factor",
      "people.restore with-factor",
      "people.set-term with-factor",
      "people.stop-requiring-two-factor with-factor",
      "people.update-email with-factor",
      "profile.add-passkey always",
      "profile.confirm-authenticator always",
      "profile.create-token with-factor",
      "profile.remove-authenticator always",
      "profile.remove-passkey always",
      "profile.renew-recovery-codes always",
      "profile.start-authenticator always",
      "profile.start-passkey always",
      "role-requests.answer with-factor",
      "role-requests.apply with-factor",
      "services.reveal-by-link with-factor",
      "services.reveal-credential with-factor",
      "staff-access.open with-factor",
      "staff-visits.answer with-factor",
      "staff-visits.confirm-emergency with-factor",
      "staff-visits.start-emergency with-factor",
      "staff.add-colleague with-factor",
      "staff.change-colleague with-factor",
      "staff.confirm-factor-reset always",
      "staff.reset-factors always",
      "staff.transfer-ownership with-factor",
    ]
  `);
});

describe.each(sensitive.map((one) => [one.name, stepUpOf(one)] as const))("%s (%s)", (name, stepUp) => {
  beforeEach(() => restore("profile"));

  it("needs a confirmation of a person with two-factor sign-in, in a session confirmed eleven minutes ago", async () => {
    const response = await call(name, { factor: true, minutes: 11 });
    expect(response.status).toBe(403);
    expect(await typeOf(response)).toBe(NEEDED);
  });

  it("needs none within ten minutes", async () => {
    expect(await typeOf(await call(name, { factor: true, minutes: 9 }))).not.toBe(NEEDED);
  });

  it(`needs ${stepUp === "always" ? "one" : "none"} of a person without two-factor sign-in`, async () => {
    const type = await typeOf(await call(name, { factor: false, minutes: 11 }));
    expect(type === NEEDED).toBe(stepUp === "always");
  });

  it("asks no API token", async () => {
    expect(await typeOf(await call(name, { factor: true, minutes: 11, token: true }))).not.toBe(NEEDED);
  });
});

describe("a form of a sensitive operation", () => {
  const email = "owner@northwind.example";
  const name = "people.invite";

  async function send(fields: Record<string, string>) {
    const caller = await portal.as(email);
    await portal.owner.session.updateMany({
      where: { tokenHash: caller.credential.hash },
      data: { confirmedAt: addMinutes(new Date(), -11) },
    });
    const form = new FormData();
    const typed = { name: "New Person", email: `${newSecretToken()}@x.example`, roles: "support", ...fields };
    for (const [field, value] of Object.entries({ idempotencyKey: newSecretToken(), ...typed })) form.set(field, value);
    const origin = new URL(env().PORTAL_URL).origin;
    const sent = { origin, operationName: name, accountId: portal.demo.northwind.id, form };
    return submitForm({ ...caller, via: "form" }, sent);
  }

  let secret: string;
  beforeEach(async () => {
    await withoutFactors(portal, email);
    secret = await withAuthenticator(portal, email);
  });

  it("asks for the confirmation and keeps what was typed", async () => {
    const state = await send({});
    expect(state).toMatchObject({ status: "invalid", confirm: true, values: { name: "New Person" } });
  });

  it("is done if it carries a code, the password, and not if either is wrong", async () => {
    expect(await send({ confirmationSecret: await codeOf(secret) })).toMatchObject({ status: "done" });
    expect(await send({ confirmationSecret: "portcullis-demo" })).toMatchObject({ status: "done" });
    const wrong = await send({ confirmationSecret: "wrong" });
    expect(wrong).toMatchObject({
      status: "invalid",
      confirm: true,
      fields: { confirmationSecret: [expect.any(String)] },
    });
    expect(JSON.stringify(wrong)).not.toContain('"wrong"');
  });
});
