import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmAuthenticator } from "@/lib/identity/two-factor/confirm-authenticator";
import { removeAuthenticator } from "@/lib/identity/two-factor/remove-authenticator";
import { renewCodes } from "@/lib/identity/two-factor/renew-codes";
import { startAuthenticator } from "@/lib/identity/two-factor/start-authenticator";
import { viewAuthenticatorSetup } from "@/lib/identity/two-factor/view-authenticator-setup";
import { viewTwoFactor } from "@/lib/identity/two-factor/view-two-factor";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { codeOf, withoutFactors, wrongCode } from "./arrange";

let portal: TestPortal;
const email = "support@northwind.example";
type Caller = Awaited<ReturnType<TestPortal["as"]>>;

beforeAll(async () => {
  portal = await testPortal();
});
beforeEach(() => withoutFactors(portal, email));
afterAll(() => portal.close());

async function begun(caller: Caller): Promise<string> {
  await execute(caller, null, startAuthenticator, {});
  const { setup } = await execute(caller, null, viewAuthenticatorSetup, {});
  return setup?.key.replaceAll(" ", "") ?? "";
}

const confirm = (caller: Caller, code: string) => execute(caller, null, confirmAuthenticator, { code });

describe("an authenticator app", () => {
  it("is set up with a key to scan or type, and one code", async () => {
    const caller = await portal.as(email);
    await execute(caller, null, startAuthenticator, {});
    const { setup } = await execute(caller, null, viewAuthenticatorSetup, {});
    const key = setup?.key.replaceAll(" ", "") ?? "";
    expect(setup?.uri).toContain(`secret=${key}`);
    expect(setup?.uri).toContain(encodeURIComponent(email));
    expect(setup?.qr).toMatch(/^<svg /);
    expect((await execute(caller, null, viewTwoFactor, {})).since).toBeNull();
    const { recoveryCodes } = await confirm(caller, await codeOf(key));
    expect(recoveryCodes).toHaveLength(10);
    const seen = await execute(caller, null, viewTwoFactor, {});
    expect(seen).toMatchObject({ recoveryCodesLeft: 10, authenticator: { addedAt: expect.any(String) } });
    expect((await execute(caller, null, viewAuthenticatorSetup, {})).setup).toBeNull();
  });

  it("keeps its key encrypted, and recovery codes as hashes", async () => {
    const caller = await portal.as(email);
    const key = await begun(caller);
    const { recoveryCodes } = await confirm(caller, await codeOf(key));
    const app = await portal.owner.authenticatorApp.findFirstOrThrow({ where: { person: { email } } });
    expect(app.secret).toMatch(/^\d+\./);
    expect(app.secret).not.toContain(key);
    const stored = JSON.stringify(await portal.owner.recoveryCode.findMany());
    for (const code of recoveryCodes ?? []) expect(stored).not.toContain(code);
  });

  it("shows its key to no other session that wasn't confirmed", async () => {
    const other = await portal.as(email);
    const tokenHash = other.credential?.hash ?? "";
    await portal.owner.session.update({ where: { tokenHash }, data: { confirmedAt: addMinutes(new Date(), -11) } });
    const caller = await portal.as(email);
    await begun(caller);
    expect((await execute(other, null, viewAuthenticatorSetup, {})).setup).toBeNull();
    expect((await execute(caller, null, viewAuthenticatorSetup, {})).setup).not.toBeNull();
  });

  it("isn't confirmed by a wrong code, nor after half an hour", async () => {
    const caller = await portal.as(email);
    const key = await begun(caller);
    const wrong = await problemOf(confirm(caller, await wrongCode(key)));
    expect(wrong.extra.fields).toHaveProperty("code");
    await portal.owner.authenticatorApp.updateMany({ data: { createdAt: new Date("2026-01-01T00:00:00Z") } });
    expect((await problemOf(confirm(caller, await codeOf(key)))).code).toBe("conflict");
    expect((await execute(caller, null, viewAuthenticatorSetup, {})).setup).toBeNull();
  });

  it("confirmed fifty times at once counts once", async () => {
    const caller = await portal.as(email);
    const code = await codeOf(await begun(caller));
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => confirm(caller, code)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await portal.owner.recoveryCode.count({ where: { person: { email } } })).toBe(10);
  });

  it("can't be replaced without being removed", async () => {
    const caller = await portal.as(email);
    await confirm(caller, await codeOf(await begun(caller)));
    expect((await problemOf(execute(caller, null, startAuthenticator, {}))).code).toBe("conflict");
    await execute(caller, null, removeAuthenticator, {});
    const seen = await execute(caller, null, viewTwoFactor, {});
    expect(seen).toMatchObject({ since: null, authenticator: null, recoveryCodesLeft: 0 });
    expect(await begun(caller)).not.toBe("");
  });

  it("is never set up or removed with an API token", async () => {
    const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
    const tokenHash = `hash-${Math.random()}`;
    await portal.owner.apiToken.create({
      data: {
        personId,
        name: "All",
        tokenHash,
        prefix: "x",
        permissions: ["profile.manage"],
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
    const caller = { credential: { by: "token", hash: tokenHash }, via: "token", ip: "192.0.2.1" } as const;
    for (const operation of [startAuthenticator, removeAuthenticator, renewCodes, viewAuthenticatorSetup]) {
      expect((await problemOf(execute(caller, null, operation, {}))).code).toBe("conflict");
    }
  });

  it("gets new recovery codes, which replace the old ones", async () => {
    const caller = await portal.as(email);
    expect((await problemOf(execute(caller, null, renewCodes, {}))).code).toBe("conflict");
    const { recoveryCodes: old } = await confirm(caller, await codeOf(await begun(caller)));
    const { recoveryCodes } = await execute(caller, null, renewCodes, {});
    expect(recoveryCodes).toHaveLength(10);
    expect(recoveryCodes.some((code) => old?.includes(code))).toBe(false);
    expect(await portal.owner.recoveryCode.count({ where: { person: { email } } })).toBe(10);
  });
});
