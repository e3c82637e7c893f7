import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changePassword } from "@/lib/identity/profile/change-password";
import { requestEmailChange } from "@/lib/identity/profile/request-email-change";
import { viewOwnProfile } from "@/lib/identity/profile/view-own-profile";
import { listSessions } from "@/lib/identity/sessions/list-sessions";
import { revokeSession } from "@/lib/identity/sessions/revoke-session";
import { signOutEverywhere } from "@/lib/identity/sessions/sign-out-everywhere";
import { signIn } from "@/lib/identity/sign-in/sign-in";
import { createToken } from "@/lib/identity/tokens/create-token";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const isOver = async (caller: Caller) =>
  (await problemOf(execute(caller, null, viewOwnProfile, {}))).code === "not-signed-in";
const idOf = async ({ credential }: Awaited<ReturnType<TestPortal["as"]>>) =>
  (await portal.owner.session.findUniqueOrThrow({ where: { tokenHash: credential.hash } })).id;

describe("sessions", () => {
  const email = "owner@northwind.example";

  it("are listed with their device and the current one marked, and end one by one on their next request", async () => {
    const here = await portal.as(email);
    const token = await signIn(
      { email, password: "portcullis-demo" },
      { ip: "203.0.113.9", userAgent: "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0" },
    );
    const credential = { by: "session", hash: hashToken(token) } as const;
    const there = { credential, via: "page", ip: "203.0.113.9" } as const;
    const { items } = await execute(here, null, listSessions, {});
    expect(items[0]).toMatchObject({ id: await idOf(here), current: true });
    expect(items.find(({ ip }) => ip === "203.0.113.9")).toMatchObject({
      device: "Firefox on Windows",
      current: false,
    });
    await execute(there, null, viewOwnProfile, {});
    await execute(here, null, revokeSession, { sessionId: await idOf(there) });
    expect(await isOver(there)).toBe(true);
    const left = (await execute(here, null, listSessions, {})).items.map(({ ip }) => ip);
    expect(left).toContain("192.0.2.1");
    expect(left).not.toContain("203.0.113.9");
  });

  it("of other people cannot be ended", async () => {
    const theirs = await portal.as("owner@globex.example");
    const sessionId = await idOf(theirs);
    expect((await problemOf(execute(await portal.as(email), null, revokeSession, { sessionId }))).code).toBe(
      "not-found",
    );
    await execute(theirs, null, viewOwnProfile, {});
  });

  it("end everywhere, including here if requested", async () => {
    const [here, there, elsewhere] = await Promise.all([
      portal.as(email),
      portal.as(email),
      portal.as("owner@globex.example"),
    ]);
    await execute(here, null, signOutEverywhere, {});
    expect([await isOver(there), await isOver(there)]).toEqual([true, true]);
    await execute(here, null, viewOwnProfile, {});
    await execute(here, null, signOutEverywhere, { hereToo: true });
    expect(await isOver(here)).toBe(true);
    await execute(elsewhere, null, viewOwnProfile, {});
  });

  it("end everywhere, and API tokens only if requested", async () => {
    const here = await portal.as(email);
    const token = async (of: Caller): Promise<Caller> => {
      const made = await execute(of, null, createToken, { name: "deploy", permissions: ["profile.manage"] });
      return { credential: { by: "token", hash: hashToken(made.token) }, via: "token", ip: "192.0.2.62" };
    };
    const [mine, theirs] = [await token(here), await token(await portal.as("owner@globex.example"))];
    expect(await execute(here, null, signOutEverywhere, {})).toMatchObject({ revokedTokens: 0 });
    await execute(mine, null, viewOwnProfile, {});
    const { revokedTokens } = await execute(here, null, signOutEverywhere, { tokensToo: true });
    expect(revokedTokens).toBeGreaterThan(0);
    expect(await isOver(mine)).toBe(true);
    await execute(theirs, null, viewOwnProfile, {});
  });

  it("record when they were last active, to within five minutes", async () => {
    const here = await portal.as(email);
    const id = await idOf(here);
    const lastSeen = async () => (await portal.owner.session.findUniqueOrThrow({ where: { id } })).lastSeenAt.getTime();
    const seenAt = (ago: number) =>
      portal.owner.session.update({ where: { id }, data: { lastSeenAt: new Date(Date.now() - ago) } });
    await seenAt(4 * 60_000);
    const before = await lastSeen();
    await execute(here, null, viewOwnProfile, {});
    expect(await lastSeen()).toBe(before);
    await seenAt(6 * 60_000);
    const longAgo = await lastSeen();
    await execute(here, null, viewOwnProfile, {});
    expect(await lastSeen()).toBeGreaterThan(longAgo);
  });

  it("do not wait for one another to record it", async () => {
    const here = await portal.as(email);
    await portal.owner.session.updateMany({ data: { lastSeenAt: new Date(0) } });
    const all = await Promise.all(Array.from({ length: 20 }, () => execute(here, null, viewOwnProfile, {})));
    expect(all).toHaveLength(20);
  });

  it("end when they expire or the person is suspended", async () => {
    const here = await portal.as("administrator@northwind.example");
    await portal.owner.session.updateMany({
      where: { tokenHash: here.credential?.hash ?? "" },
      data: { expiresAt: new Date() },
    });
    expect(await isOver(here)).toBe(true);
    const again = await portal.as("administrator@northwind.example");
    await portal.owner.person.update({
      where: { email: "administrator@northwind.example" },
      data: { suspendedAt: new Date() },
    });
    expect((await problemOf(execute(again, null, viewOwnProfile, {}))).code).toBe("refused");
    await portal.owner.person.update({
      where: { email: "administrator@northwind.example" },
      data: { suspendedAt: null },
    });
  });
});

describe("the password", () => {
  const email = "support@northwind.example";

  it("is changed with the current one, and all other sessions end", async () => {
    const [here, there] = await Promise.all([portal.as(email), portal.as(email)]);
    const change = (currentPassword: string, newPassword: string) =>
      execute(here, null, changePassword, { currentPassword, newPassword });
    expect((await problemOf(change("wrong", "a gate of seven bars"))).extra.fields).toHaveProperty("currentPassword");
    expect((await problemOf(change("portcullis-demo", "short"))).extra.fields).toHaveProperty("newPassword");
    await change("portcullis-demo", "a gate of seven bars");
    expect(await isOver(there)).toBe(true);
    await execute(here, null, viewOwnProfile, {});
    await signIn({ email, password: "a gate of seven bars" }, { ip: "192.0.2.61", userAgent: "" });
    const log = await portal.owner.auditEvent.findMany({ where: { operation: "profile.change-password" } });
    expect(JSON.stringify(log)).not.toMatch(/gate of seven/);
  });

  it("cancels a pending email change, which someone else may have requested with the old one", async () => {
    const address = "billing-support@northwind.example";
    const here = await portal.as(address);
    const currentPassword = "portcullis-demo";
    await execute(here, null, requestEmailChange, { newEmail: "stranger@elsewhere.example", currentPassword });
    expect((await execute(here, null, viewOwnProfile, {})).emailChange).not.toBeNull();
    await execute(here, null, changePassword, { currentPassword, newPassword: "a gate of seven bars" });
    expect((await execute(here, null, viewOwnProfile, {})).emailChange).toBeNull();
    expect(await portal.owner.emailChange.count({ where: { person: { email: address } } })).toBe(0);
  });

  it("cannot be guessed in an unattended session", async () => {
    const here = await portal.as("custom@northwind.example");
    const tries = Array.from({ length: 9 }, () =>
      problemOf(execute(here, null, changePassword, { currentPassword: "guess", newPassword: "a gate of seven bars" })),
    );
    const codes = (await Promise.all(tries)).map(({ code }) => code).sort();
    expect(codes).toEqual([...Array(6).fill("invalid"), ...Array(3).fill("too-many")]);
  });
});
