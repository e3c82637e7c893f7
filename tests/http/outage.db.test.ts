import { randomUUID } from "node:crypto";
import type { CredentialsConfig } from "next-auth/providers/credentials";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { POST as unsubscribe } from "@/app/api/unsubscribe/[token]/route";
import { type Failure, nextAuthOptions } from "@/lib/http/next-auth-options";
import { problemResponse } from "@/lib/http/problem-response";
import { rest } from "@/lib/http/rest";
import { submitForm } from "@/lib/http/submit-form";
import { requestPasswordReset } from "@/lib/identity/sign-in/request-password-reset";
import { signIn } from "@/lib/identity/sign-in/sign-in";
import { env, forgetEnvironment } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { withAnswer } from "@/lib/platform/kernel/response-status";
import { unsubscribeToken } from "@/lib/platform/mail/unsubscribe-token";
import { type FaultyNetwork, faultyNetwork } from "@/tests/fixtures/faulty-network";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let network: FaultyNetwork;
beforeAll(async () => {
  portal = await testPortal();
  network = await faultyNetwork(portal.url);
  process.env.DATABASE_URL = network.url;
  process.env.PORTAL_MODE = "test";
  forgetEnvironment();
});
afterEach(() => network.restore());
afterAll(async () => {
  await disconnect();
  await network.close();
  await portal.close();
});

const visitor = { ip: "192.0.2.77", userAgent: "test" };
const owner = { email: "owner@globex.example", password: "portcullis-demo" };

async function expectUnavailable(response: Response): Promise<void> {
  expect(response.status).toBe(503);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const body = await response.text();
  expect(JSON.parse(body)).toMatchObject({ type: "urn:portcullis:problem:unavailable", status: 503 });
  expect(body).not.toMatch(/ECONN|prisma|5432|127\.0\.0\.1/i);
}

describe("while the database accepts no connections", () => {
  it("REST answers 503 with Retry-After, for reads and writes", async () => {
    const cookie = await portal.cookie(owner.email);
    network.refuse();
    const { id } = portal.demo.globex;
    const url = `${env().PORTAL_URL}/api/v1/accounts/${id}/tickets`;
    await expectUnavailable(await rest(new Request(url, { headers: { cookie } })));
    const headers = { cookie, origin: env().PORTAL_URL, "content-type": "application/json" };
    const body = JSON.stringify({ subject: "x", body: "y", department: "support", priority: "normal" });
    const written = { ...headers, "idempotency-key": randomUUID() };
    await expectUnavailable(await rest(new Request(url, { method: "POST", headers: written, body })));
  });

  it("next-auth gets no details it would put into a URL, and no session is lost", async () => {
    const opened = await signIn(owner, visitor);
    const failure: Failure = {};
    const { callbacks, providers } = nextAuthOptions(visitor, failure);
    const [credentials] = providers as unknown as { options: CredentialsConfig }[];
    network.refuse();
    expect(await credentials?.options.authorize?.(owner, {} as never)).toBeNull();
    expect(failure.error).toMatchObject({ code: "unavailable" });
    await expectUnavailable(problemResponse(failure.error));
    delete failure.error;
    const asked = { session: { expires: "2030-01-01" }, token: { sid: opened } } as never;
    expect(await problemOf(Promise.resolve(callbacks?.session?.(asked)))).toMatchObject({ code: "unavailable" });
    expect(failure.error).toMatchObject({ code: "unavailable" });
  });

  it("a form keeps its input and shows the reason", async () => {
    const caller = await portal.as(owner.email);
    network.refuse();
    const form = new FormData();
    form.set("subject", "The server is down");
    const sent = { origin: env().PORTAL_URL, operationName: "tickets.open", accountId: portal.demo.globex.id, form };
    form.set("idempotencyKey", randomUUID());
    expect(await submitForm(caller, sent)).toMatchObject({
      status: "invalid",
      message: expect.stringMatching(/temporarily unavailable/),
      values: { subject: "The server is down" },
    });
  });

  it("one-click unsubscribe answers 503 with Retry-After", async () => {
    const contact = await portal.owner.contact.findFirstOrThrow({ where: { accountId: portal.demo.globex.id } });
    const token = unsubscribeToken({ contactId: contact.id, notice: "notices.invoices.receive" });
    network.refuse();
    const asked = new Request(`${env().PORTAL_URL}/api/unsubscribe/${token}`, {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    });
    await expectUnavailable(await unsubscribe(asked, { params: Promise.resolve({ token }) }));
  });

  it("a password reset doesn't claim that a mail was sent", async () => {
    network.refuse();
    expect(await problemOf(requestPasswordReset(owner.email, visitor.ip))).toMatchObject({ code: "unavailable" });
  });

  it("the pending response records the outage, so that Next's 500 becomes 503", async () => {
    network.refuse();
    const answer = { statusCode: 200, setHeader: () => {}, outage: false };
    await withAnswer(answer, () => problemOf(signIn(owner, visitor)));
    expect(answer.outage).toBe(true);
  });
});

it("signing in answers within five seconds if the database hangs, and works once it is back", async () => {
  await signIn(owner, visitor);
  network.freeze();
  const asked = performance.now();
  const answers = await Promise.all(Array.from({ length: 6 }, () => problemOf(signIn(owner, visitor))));
  expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(["unavailable"]));
  // Half as much again, for a busy machine.
  expect(performance.now() - asked).toBeLessThan(7_500);
  network.forget();
  network.restore();
  expect(await signIn(owner, visitor)).toMatch(/^[\w-]{20,}$/);
});
