import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nextAuthOptions } from "@/lib/http/next-auth-options";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { findSecondStep, signInWithCode } from "@/lib/identity/sign-in/second-step";
import { beginSignIn, signIn } from "@/lib/identity/sign-in/sign-in";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { whileHeld } from "@/tests/fixtures/while-held";
import { codeOf, withAuthenticator, withoutFactors, withRecoveryCode, wrongCode } from "./arrange";

let portal: TestPortal;
const email = "billing@northwind.example";
const password = "portcullis-demo";
const visitor = { ip: "192.0.2.50", userAgent: "Test/1.0" };

let secret: string;
beforeAll(async () => {
  portal = await testPortal();
});
beforeEach(async () => {
  await withoutFactors(portal, email);
  secret = await withAuthenticator(portal, email);
});
afterAll(() => portal.close());

async function pending(): Promise<string> {
  const step = await beginSignIn({ email, password }, visitor);
  if (!("pending" in step)) throw new Error("The password alone opened a session.");
  return step.pending;
}

const lets = async (session: string) =>
  (
    await execute(
      { credential: { by: "session", hash: hashToken(session) }, via: "page", ip: visitor.ip },
      null,
      listAccounts,
      {},
    )
  ).total > 0;

describe("a password with two-factor sign-in", () => {
  it("opens no session, and what it opens is none", async () => {
    const before = await portal.owner.session.count();
    const token = await pending();
    expect(await portal.owner.session.count()).toBe(before);
    expect((await problemOf(lets(token))).code).toBe("not-signed-in");
    expect(await portal.owner.pendingSignIn.count({ where: { tokenHash: token } })).toBe(0);
  });

  it("is refused where only passwords are known", async () => {
    expect((await problemOf(signIn({ email, password }, visitor))).code).toBe("refused");
    const failure: { error?: unknown } = {};
    const [provider] = nextAuthOptions(visitor, failure).providers;
    const { authorize } = (provider as never as { options: { authorize: (given: object) => Promise<unknown> } })
      .options;
    expect(await authorize({ email, password })).toBeNull();
    expect(failure.error).toMatchObject({ code: "refused" });
  });

  it("says nothing of factors to those who don't know it", async () => {
    const wrong = await problemOf(beginSignIn({ email, password: "x" }, visitor));
    const unknown = await problemOf(beginSignIn({ email: "nobody@x.example", password: "x" }, visitor));
    expect(wrong.detail).toBe(unknown.detail);
  });
});

describe("a sign-in that waits for its second step", () => {
  const changePassword = (owner: Pick<TestPortal["owner"], "person">, passwordHash: string) =>
    owner.person.update({ where: { email }, data: { passwordHash }, select: { id: true } });
  const finish = async (token: string) => problemOf(signInWithCode(token, { code: await codeOf(secret) }, visitor));
  let passwordHash: string;
  beforeEach(async () => {
    const before = await portal.owner.person.findUniqueOrThrow({ where: { email } });
    passwordHash = before.passwordHash ?? "";
    await portal.owner.session.deleteMany({ where: { personId: before.id } });
  });
  afterEach(() => changePassword(portal.owner, passwordHash));
  const sessions = () => portal.owner.session.count({ where: { person: { email } } });

  it("opens no session if the password is changed while its code is checked", async () => {
    const token = await pending();
    const problem = await whileHeld(portal.owner, {
      hold: (tx) => tx.$queryRaw`select 1 from "Person" where "email" = ${email} for update`,
      work: () => finish(token),
      meanwhile: (tx) => changePassword(tx, "changed"),
    });
    expect(problem.code).toBe("conflict");
    expect(await sessions()).toBe(0);
  });
});

describe("a code of the authenticator app", () => {
  it("finishes the sign-in, with spaces too", async () => {
    const code = await codeOf(secret);
    const session = await signInWithCode(await pending(), { code: `${code.slice(0, 3)} ${code.slice(3)}` }, visitor);
    expect(await lets(session)).toBe(true);
  });

  it.each([-1, 1])("works if the clock is off by %i step", async (steps) => {
    const session = await signInWithCode(await pending(), { code: await codeOf(secret, steps) }, visitor);
    expect(await lets(session)).toBe(true);
  });

  it("doesn't work two steps later", async () => {
    const problem = await problemOf(signInWithCode(await pending(), { code: await codeOf(secret, -3) }, visitor));
    expect(problem.extra.fields).toHaveProperty("code");
  });

  it("can't be replayed, nor can an older one", async () => {
    const code = await codeOf(secret, 1);
    const older = await codeOf(secret);
    await signInWithCode(await pending(), { code }, visitor);
    for (const again of [code, older]) {
      const problem = await problemOf(signInWithCode(await pending(), { code: again }, visitor));
      expect(problem.code).toBe("invalid");
    }
  });

  it("used twenty times at once signs in once", async () => {
    const code = await codeOf(secret);
    const tokens = await Promise.all(Array.from({ length: 5 }, pending));
    const uses = Array.from({ length: 20 }, (_, index) =>
      signInWithCode(tokens[index % 5] ?? "", { code }, { ...visitor, ip: `198.51.100.${index + 1}` }),
    );
    const answers = await Promise.allSettled(uses);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("doesn't count while the app isn't confirmed", async () => {
    const token = await pending();
    await portal.owner.authenticatorApp.updateMany({ data: { confirmedAt: null } });
    const problem = await problemOf(signInWithCode(token, { code: await codeOf(secret) }, visitor));
    expect(problem.code).toBe("invalid");
  });

  it("is asked for five times; then the password is, and its owner is told", async () => {
    const token = await pending();
    const code = await wrongCode(secret);
    for (let n = 0; n < 5; n++)
      expect((await problemOf(signInWithCode(token, { code }, visitor))).code).toBe("invalid");
    const right = await codeOf(secret);
    expect((await problemOf(signInWithCode(token, { code: right }, visitor))).code).toBe("conflict");
    expect(await findSecondStep(token)).toBeNull();
    const mails = await portal.owner.outboxMail.findMany({
      where: { template: "two-factor-changed", toAddress: email },
    });
    expect(mails.at(-1)?.text).toContain("several wrong codes");
  });

  it("can be guessed ten times from one network, however often the password is entered", async () => {
    const code = await wrongCode(secret);
    const tokens = [await pending(), await pending(), await pending()];
    const answers: string[] = [];
    for (let n = 0; n < 12; n++) {
      answers.push((await problemOf(signInWithCode(tokens[n % 3] ?? "", { code }, visitor))).code);
    }
    expect(answers.filter((one) => one === "invalid")).toHaveLength(10);
    expect(answers.slice(10)).toEqual(["too-many", "too-many"]);
  });
});

describe("a sign-in that waits", () => {
  it.each([
    ["ten minutes", { expiresAt: new Date("2026-01-01T00:00:00Z") }],
    ["a second step", { usedAt: new Date("2026-01-01T00:00:00Z") }],
  ])("ends with %s", async (_, data) => {
    const token = await pending();
    await portal.owner.pendingSignIn.updateMany({ data });
    expect((await problemOf(signInWithCode(token, { code: await codeOf(secret) }, visitor))).code).toBe("conflict");
  });

  it.each([
    ["the password it was begun with", { passwordHash: "another" }],
    ["a suspension", { suspendedAt: new Date() }],
  ])("ends with %s", async (_, data) => {
    const before = await portal.owner.person.findUniqueOrThrow({ where: { email } });
    const token = await pending();
    await portal.owner.person.update({ where: { email }, data });
    const problem = await problemOf(signInWithCode(token, { code: await codeOf(secret) }, visitor));
    const { passwordHash, suspendedAt } = before;
    await portal.owner.person.update({ where: { email }, data: { passwordHash, suspendedAt } });
    expect(problem.code).toBe("conflict");
  });
});

describe("a recovery code", () => {
  it("finishes the sign-in once, and the person is told", async () => {
    const code = await withRecoveryCode(portal, email);
    expect(await lets(await signInWithCode(await pending(), { code: code.toLowerCase() }, visitor))).toBe(true);
    expect((await problemOf(signInWithCode(await pending(), { code }, visitor))).code).toBe("invalid");
    const mails = await portal.owner.outboxMail.findMany({
      where: { template: "two-factor-changed", toAddress: email },
    });
    expect(mails.some(({ text }) => text.includes("recovery codes was used"))).toBe(true);
  });

  it("used twenty times at once signs in once", async () => {
    const code = await withRecoveryCode(portal, email);
    const tokens = await Promise.all(Array.from({ length: 5 }, pending));
    const uses = Array.from({ length: 20 }, (_, index) =>
      signInWithCode(tokens[index % 5] ?? "", { code }, { ...visitor, ip: `203.0.113.${index + 1}` }),
    );
    const answers = await Promise.allSettled(uses);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("dies with the last factor, and not before", async () => {
    const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
    await withRecoveryCode(portal, email);
    const passkey = { personId, credentialId: "one", publicKey: "", name: "Key", transports: [] };
    await portal.owner.passkey.create({ data: passkey });
    await portal.owner.authenticatorApp.deleteMany({ where: { personId } });
    expect(await portal.owner.recoveryCode.count({ where: { personId } })).toBeGreaterThan(0);
    await portal.owner.passkey.deleteMany({ where: { personId } });
    expect(await portal.owner.recoveryCode.count({ where: { personId } })).toBe(0);
    const person = await portal.owner.person.findUniqueOrThrow({ where: { email } });
    expect(person.twoFactorSince).toBeNull();
    await expect(withRecoveryCode(portal, email)).rejects.toThrow(/recovery codes without a factor/);
  });

  it("dies too if both last factors are removed at once", async () => {
    const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
    for (let round = 0; round < 10; round++) {
      await withAuthenticator(portal, email);
      await portal.owner.passkey.create({
        data: { personId, credentialId: `round-${round}`, publicKey: "", name: "Key", transports: [] },
      });
      await withRecoveryCode(portal, email);
      await Promise.all([
        portal.owner.authenticatorApp.deleteMany({ where: { personId } }),
        portal.owner.passkey.deleteMany({ where: { personId } }),
      ]);
      expect(await portal.owner.recoveryCode.count({ where: { personId } })).toBe(0);
    }
  });
});
