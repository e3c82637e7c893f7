import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import getPort from "get-port";
import { SMTPServer } from "smtp-server";
import { describe, expect, test } from "vitest";
import { readEnvironment } from "@/lib/platform/config/env";
import { addressFindings } from "@/scripts/doctor/address";
import type { Finding } from "@/scripts/doctor/finding";
import { mailFindings } from "@/scripts/doctor/mail";
import { type Lookup, senderFindings } from "@/scripts/doctor/sender";
import { settingsFindings } from "@/scripts/doctor/settings";

const complete = {
  DATABASE_URL: "postgresql://portal:word@db.example:5432/portal",
  PORTAL_SECRET: "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe",
  PORTAL_URL: "https://portal.host.example",
  SMTP_URL: "smtps://portal:word@mail.host.example:465",
  MAIL_FROM: "Example Hosting <portal@host.example>",
  STRIPE_SECRET_KEY: "sk_live_1",
  STRIPE_PUBLISHABLE_KEY: "pk_live_1",
  STRIPE_WEBHOOK_SECRET: "whsec_1",
};
const states = (findings: Finding[]) => Object.fromEntries(findings.map(({ check, state }) => [check, state]));

describe("the doctor on the settings", () => {
  test("is content with complete ones, and repeats no password", () => {
    const findings = settingsFindings(complete);
    expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(["ok"]));
    expect(JSON.stringify(findings)).not.toContain("word");
    expect(JSON.stringify(findings)).not.toContain(complete.PORTAL_SECRET);
  });

  test.each([
    ["a missing address", { PORTAL_URL: "" }, "PORTAL_URL", "problem"],
    ["an address without encryption", { PORTAL_URL: "http://portal.host.example" }, "PORTAL_URL", "problem"],
    ["an address that isn't one", { PORTAL_URL: "portal" }, "PORTAL_URL", "problem"],
    ["a short secret", { PORTAL_SECRET: "short" }, "PORTAL_SECRET", "problem"],
    ["a public secret", { PORTAL_SECRET: `demo-${complete.PORTAL_SECRET}` }, "PORTAL_SECRET", "problem"],
    ["a missing secret", { PORTAL_SECRET: "" }, "PORTAL_SECRET", "problem"],
    ["no mail server", { SMTP_URL: "" }, "SMTP_URL", "warning"],
    ["no sender", { MAIL_FROM: "" }, "MAIL_FROM", "problem"],
    ["half of Stripe", { STRIPE_WEBHOOK_SECRET: "" }, "STRIPE_WEBHOOK_SECRET", "problem"],
    [
      "no payments",
      { STRIPE_SECRET_KEY: "", STRIPE_PUBLISHABLE_KEY: "", STRIPE_WEBHOOK_SECRET: "" },
      "payments",
      "warning",
    ],
    ["test payments", { STRIPE_SECRET_KEY: "sk_test_1" }, "payments", "warning"],
  ])("finds %s, and says what to do", (_, changed, check, state) => {
    const found = settingsFindings({ ...complete, ...changed }).filter((finding) => finding.state !== "ok");
    expect(found).toEqual([{ check, state, message: expect.any(String), fix: expect.any(String) }]);
  });

  test("accepts a local address without encryption", () => {
    expect(states(settingsFindings({ ...complete, PORTAL_URL: "http://localhost:3000" })).PORTAL_URL).toBe("ok");
  });
});

describe("the doctor on the sender's domain", () => {
  const answers = (records: Record<string, string[][]>): Lookup => ({
    async resolveTxt(name) {
      const found = records[name];
      if (found === undefined) throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
      return found;
    },
  });

  test("finds the records, also those in several pieces and among others", async () => {
    const lookup = answers({
      "host.example": [["google-site-verification=x"], ["v=spf1 ", "mx -all"]],
      "_dmarc.host.example": [["v=DMARC1; p=reject"]],
      "key1._domainkey.host.example": [["v=DKIM1; k=rsa; ", "p=MIIB"]],
    });
    expect(states(await senderFindings(complete.MAIL_FROM, "key1", lookup))).toEqual({
      SPF: "ok",
      DKIM: "ok",
      DMARC: "ok",
    });
  });

  test("names those that are missing or revoked, each with the record to add", async () => {
    const lookup = answers({
      "host.example": [["v=spf10"]],
      "key1._domainkey.host.example": [["v=DKIM1; p="]],
    });
    const findings = await senderFindings(complete.MAIL_FROM, "key1", lookup);
    expect(states(findings)).toEqual({ SPF: "problem", DKIM: "problem", DMARC: "problem" });
    expect(findings.map(({ fix }) => fix).join("\n")).toContain("v=spf1 mx -all");
  });

  test("says that it couldn't check where no name server answers", async () => {
    const offline = new Resolver({ timeout: 200, tries: 1 });
    offline.setServers([`127.0.0.1:${await getPort({ host: "127.0.0.1" })}`]);
    const findings = await senderFindings(complete.MAIL_FROM, "key1", offline);
    expect(states(findings)).toEqual({ SPF: "unchecked", DKIM: "unchecked", DMARC: "unchecked" });
    for (const { message } of findings) expect(message).toMatch(/^Couldn't look up /);
  });

  test("asks for the selector instead of guessing it", async () => {
    const [, dkim] = await senderFindings(complete.MAIL_FROM, undefined, answers({}));
    expect(dkim).toMatchObject({ check: "DKIM", state: "unchecked", fix: expect.stringContaining("--dkim") });
  });
});

describe("the doctor on the mail server", () => {
  const noSelector = { sendTo: undefined, dkimSelector: undefined };
  const settings = (SMTP_URL: string) =>
    readEnvironment({ ...complete, SMTP_URL, MAIL_FROM: "Portal <portal@host.invalid>" });

  test("sends a test mail where it is asked to", async () => {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onRcptTo: ({ address }, _session, done) => {
        received.push(address);
        done();
      },
      onData: (stream, _session, done) => void stream.resume().once("end", () => done()),
    });
    server.listen(0, "127.0.0.1");
    await once(server.server, "listening");
    const { port } = server.server.address() as AddressInfo;
    const findings = await mailFindings(settings(`smtp://127.0.0.1:${port}`), {
      ...noSelector,
      sendTo: "ana@host.example",
    });
    await new Promise<void>((resolve) => server.close(resolve));
    expect(states(findings)).toMatchObject({ SMTP: "ok", "test mail": "ok" });
    expect(received).toEqual(["ana@host.example"]);
  });

  test("says why it can't connect, without the password", async () => {
    const port = await getPort({ host: "127.0.0.1" });
    const [smtp] = await mailFindings(settings(`smtp://portal:hidden@127.0.0.1:${port}`), noSelector);
    expect(smtp).toMatchObject({ check: "SMTP", state: "problem", message: expect.stringContaining("ECONNREFUSED") });
    expect(JSON.stringify(smtp)).not.toContain("hidden");
  });
});

describe("the doctor on the address", () => {
  const at = (PORTAL_URL: string) => addressFindings(readEnvironment({ ...complete, PORTAL_URL }));

  test.each([
    [200, "ok"],
    [503, "problem"],
    [404, "problem"],
  ])("status %i is %s", async (status, state) => {
    const server = createServer((_, response) => void response.writeHead(status).end()).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    expect(states(await at(`http://127.0.0.1:${port}`))).toEqual({ address: state });
    server.closeAllConnections();
    server.close();
  });

  test("nothing there is a problem, and a name that doesn't resolve from here is unchecked", async () => {
    const port = await getPort({ host: "127.0.0.1" });
    expect(states(await at(`http://127.0.0.1:${port}`))).toEqual({ address: "problem" });
    expect(states(await at("https://portal.host.invalid"))).toEqual({ address: "unchecked", TLS: "unchecked" });
  });
});
