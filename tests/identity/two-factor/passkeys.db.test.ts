import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { secondStepOptions, signInWithFactorPasskey } from "@/lib/identity/sign-in/second-step";
import { beginSignIn } from "@/lib/identity/sign-in/sign-in";
import { passkeySignInOptions, signInWithPasskey } from "@/lib/identity/sign-in/sign-in-with-passkey";
import { addPasskey } from "@/lib/identity/two-factor/add-passkey";
import { confirmIdentity } from "@/lib/identity/two-factor/confirm-identity";
import { removePasskey } from "@/lib/identity/two-factor/remove-passkey";
import { startConfirmation } from "@/lib/identity/two-factor/start-confirmation";
import { startPasskey } from "@/lib/identity/two-factor/start-passkey";
import { viewTwoFactor } from "@/lib/identity/two-factor/view-two-factor";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { withoutFactors } from "./arrange";
import { softAuthenticator } from "./soft-authenticator";

let portal: TestPortal;
const email = "support@northwind.example";
const password = "portcullis-demo";
const visitor = { ip: "192.0.2.60", userAgent: "Test/1.0" };
type Caller = Awaited<ReturnType<TestPortal["as"]>>;

beforeAll(async () => {
  portal = await testPortal();
});
beforeEach(() => withoutFactors(portal, email));
afterAll(() => portal.close());

const challengeOf = ({ options }: { options: Record<string, unknown> }): string => String(options.challenge);

const asked = async (caller: Caller): Promise<string> =>
  challengeOf(await execute(caller, null, startPasskey, { name: "Laptop" }));

const add = (caller: Caller, response: string) => execute(caller, null, addPasskey, { response });

/** A person with one passkey, signed in. */
async function withPasskey() {
  const caller = await portal.as(email);
  const key = softAuthenticator();
  await add(caller, key.register({ challenge: await asked(caller) }));
  return { caller, key };
}

describe("adding a passkey", () => {
  it("gives recovery codes with the first factor, signs out other sessions, and tells the person", async () => {
    const other = await portal.as(email);
    const caller = await portal.as(email);
    const key = softAuthenticator();
    const { recoveryCodes, endedSessions } = await add(caller, key.register({ challenge: await asked(caller) }));
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(endedSessions).toBeGreaterThanOrEqual(1);
    expect((await problemOf(execute(other, null, viewTwoFactor, {}))).code).toBe("not-signed-in");
    const seen = await execute(caller, null, viewTwoFactor, {});
    expect(seen.passkeys.map(({ name }) => name)).toEqual(["Laptop"]);
    expect(seen.since).not.toBeNull();
    const mails = await portal.owner.outboxMail.findMany({
      where: { toAddress: email, template: "two-factor-changed" },
    });
    expect(mails.some(({ text }) => text.includes("A passkey was added"))).toBe(true);
  });

  it("gives no codes with the second one", async () => {
    const { caller } = await withPasskey();
    const second = softAuthenticator();
    const { recoveryCodes } = await add(caller, second.register({ challenge: await asked(caller) }));
    expect(recoveryCodes).toBeNull();
  });

  it.each([
    ["of another origin", { origin: "https://evil.example" }],
    ["for another site", { rpId: "evil.example" }],
    ["to another challenge", { challenge: "bm90LXRoaXMtb25l" }],
  ])("refuses an answer %s", async (_, wrong) => {
    const caller = await portal.as(email);
    const response = softAuthenticator().register({ challenge: await asked(caller), ...wrong });
    expect((await problemOf(add(caller, response))).code).toBe("conflict");
    expect(await portal.owner.passkey.count({ where: { person: { email } } })).toBe(0);
  });

  it("refuses the same answer twice, and the challenge of somebody else", async () => {
    const caller = await portal.as(email);
    const key = softAuthenticator();
    const response = key.register({ challenge: await asked(caller) });
    await add(caller, response);
    expect((await problemOf(add(caller, response))).code).toBe("conflict");
    const stranger = await portal.as("billing@northwind.example");
    const theirs = softAuthenticator().register({ challenge: await asked(stranger) });
    expect((await problemOf(add(caller, theirs))).code).toBe("conflict");
  });

  it("refuses a challenge after five minutes", async () => {
    const caller = await portal.as(email);
    const challenge = await asked(caller);
    await portal.owner.passkeyChallenge.updateMany({ data: { expiresAt: new Date("2026-01-01T00:00:00Z") } });
    expect((await problemOf(add(caller, softAuthenticator().register({ challenge })))).code).toBe("conflict");
  });
});

describe("a passkey as the second step", () => {
  const pending = async () => {
    const step = await beginSignIn({ email, password }, visitor);
    if (!("pending" in step)) throw new Error("The password alone opened a session.");
    return step.pending;
  };

  it("signs in, once for each challenge", async () => {
    const { key } = await withPasskey();
    const token = await pending();
    const response = key.answer({ challenge: challengeOf(await secondStepOptions(token)), counter: 1 });
    expect(await signInWithFactorPasskey(token, { response }, visitor)).toMatch(/^[\w-]{43}$/);
    const again = await pending();
    expect((await problemOf(signInWithFactorPasskey(again, { response }, visitor))).code).toBe("invalid");
  });

  it.each([
    ["of another origin", { origin: "https://evil.example" }],
    ["for another site", { rpId: "evil.example" }],
    ["to no challenge of ours", { challenge: "bm90LXRoaXMtb25l" }],
  ])("refuses an answer %s", async (_, wrong) => {
    const { key } = await withPasskey();
    const token = await pending();
    const response = key.answer({ challenge: challengeOf(await secondStepOptions(token)), ...wrong });
    expect((await problemOf(signInWithFactorPasskey(token, { response }, visitor))).code).toBe("invalid");
  });

  it("refuses somebody else's passkey, and one that was removed", async () => {
    const { caller, key } = await withPasskey();
    const token = await pending();
    const strange = softAuthenticator().answer({ challenge: challengeOf(await secondStepOptions(token)) });
    expect((await problemOf(signInWithFactorPasskey(token, { response: strange }, visitor))).code).toBe("invalid");
    const response = key.answer({ challenge: challengeOf(await secondStepOptions(token)) });
    const [{ id: passkeyId } = { id: "" }] = (await execute(caller, null, viewTwoFactor, {})).passkeys;
    await execute(caller, null, removePasskey, { passkeyId });
    expect((await problemOf(signInWithFactorPasskey(token, { response }, visitor))).code).toBe("invalid");
  });

  it("refuses a passkey whose counter went back: a copy exists", async () => {
    const { key } = await withPasskey();
    for (const [counter, right] of [
      [5, true],
      [5, false],
      [4, false],
      [6, true],
    ] as const) {
      const token = await pending();
      const response = key.answer({ challenge: challengeOf(await secondStepOptions(token)), counter });
      const answer = signInWithFactorPasskey(token, { response }, visitor).then(
        () => true,
        () => false,
      );
      expect(await answer).toBe(right);
    }
  });

  it("answered twenty times at once signs in once", async () => {
    const { key } = await withPasskey();
    const token = await pending();
    const response = key.answer({ challenge: challengeOf(await secondStepOptions(token)), counter: 1 });
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => signInWithFactorPasskey(token, { response }, visitor)),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("a passkey alone", () => {
  it("signs in if it has verified its user", async () => {
    const { key } = await withPasskey();
    const response = key.answer({ challenge: challengeOf(await passkeySignInOptions(visitor)) });
    expect(await signInWithPasskey({ response }, visitor)).toMatch(/^[\w-]{43}$/);
  });

  it("doesn't sign in if it hasn't: then it is one factor only", async () => {
    const { key } = await withPasskey();
    const response = key.answer({ challenge: challengeOf(await passkeySignInOptions(visitor)), verified: false });
    expect((await problemOf(signInWithPasskey({ response }, visitor))).code).toBe("invalid");
  });

  it("doesn't sign in a suspended person, or with a challenge for something else", async () => {
    const { caller, key } = await withPasskey();
    const confirmation = challengeOf(await execute(caller, null, startConfirmation, {}));
    const other = key.answer({ challenge: confirmation });
    expect((await problemOf(signInWithPasskey({ response: other }, visitor))).code).toBe("invalid");
    const response = key.answer({ challenge: challengeOf(await passkeySignInOptions(visitor)) });
    await portal.owner.person.update({ where: { email }, data: { suspendedAt: new Date() } });
    const problem = await problemOf(signInWithPasskey({ response }, visitor));
    await portal.owner.person.update({ where: { email }, data: { suspendedAt: null } });
    expect(problem.code).toBe("refused");
  });

  it("tells nobody whether anyone has one: the options name no passkey", async () => {
    await withPasskey();
    const { options } = await passkeySignInOptions(visitor);
    expect(options.allowCredentials ?? []).toEqual([]);
  });
});

it("a passkey confirms who is asking", async () => {
  const { caller, key } = await withPasskey();
  const { hash } = caller.credential;
  await portal.owner.session.updateMany({
    where: { tokenHash: hash },
    data: { confirmedAt: new Date("2026-01-01T00:00:00Z") },
  });
  const challenge = challengeOf(await execute(caller, null, startConfirmation, {}));
  await execute(caller, null, confirmIdentity, { confirmationPasskey: key.answer({ challenge }) });
  const { confirmedAt } = await portal.owner.session.findUniqueOrThrow({ where: { tokenHash: hash } });
  expect(Date.now() - confirmedAt.getTime()).toBeLessThan(60_000);
});
