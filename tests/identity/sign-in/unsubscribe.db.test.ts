import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/unsubscribe/[token]/route";
import { ServicesStopped } from "@/lib/billing/core/dunning/mail/services-stopped";
import { isStillWanted } from "@/lib/home/notifications/still-wanted";
import { chooseNotices } from "@/lib/identity/profile/choose-notices";
import { findUnsubscription, unsubscribe } from "@/lib/identity/sign-in/unsubscribe";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { asJob } from "@/lib/platform/db/transaction";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import { type MailTransport, mailTransport } from "@/lib/platform/mail/mail-transport";
import { noticeRecipients } from "@/lib/platform/mail/notice-recipients";
import { sendNotice } from "@/lib/platform/mail/send-notice";
import { readUnsubscribeToken, unsubscribeToken } from "@/lib/platform/mail/unsubscribe-token";
import { execute } from "@/lib/platform/operations/execute";
import type { Permission } from "@/lib/policy/permissions";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { header, mailbox } from "@/tests/platform/mail/mailbox";

const INVOICES = "notices.invoices.receive";
let portal: TestPortal;
let accountId: string;

beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
beforeEach(() => portal.owner.contact.updateMany({ data: { noticesOff: [] } }));
afterAll(() => portal.close());

const contactOf = (email: string) => portal.owner.contact.findFirstOrThrow({ where: { accountId, email } });
const recipients = (notice: Parameters<typeof noticeRecipients>[1]) =>
  asJob(accountId, new Date(), async (job) => noticeRecipients(await job.people(), notice));
const tokenOf = async (email: string, notice: Permission = INVOICES) =>
  unsubscribeToken({ contactId: (await contactOf(email)).id, notice });
const params = (token: string) => ({ params: Promise.resolve({ token }) });
const oneClick = (token: string) =>
  POST(
    new Request("http://localhost:3000/api/unsubscribe/x", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    }),
    params(token),
  );

describe("the unsubscribe link", () => {
  const post = async (token: string, body: BodyInit | null) => {
    const request = new Request("http://localhost:3000/api/unsubscribe/x", { method: "POST", body });
    return (await POST(request, params(token))).status;
  };
  const oneClickForm = () => {
    const form = new FormData();
    form.append("List-Unsubscribe", "One-Click");
    return form;
  };

  it("turns nothing off for a scanner that posts to it", async () => {
    const token = await tokenOf("owner@northwind.example");
    for (const body of [
      null,
      "",
      "List-Unsubscribe=",
      "url=List-Unsubscribe%3DOne-Click",
      "x".repeat(4_000),
      new FormData(),
    ]) {
      expect(await post(token, body)).toBe(303);
    }
    expect(await post(token, "x".repeat(5_000))).toBe(413);
    expect((await contactOf("owner@northwind.example")).noticesOff).toEqual([]);
  });

  it("turns one kind off for a mail client that asks in either type of form", async () => {
    for (const body of [oneClickForm(), new URLSearchParams({ "List-Unsubscribe": "One-Click" })]) {
      await portal.owner.contact.updateMany({ data: { noticesOff: [] } });
      expect(await post(await tokenOf("owner@northwind.example"), body)).toBe(200);
      expect((await contactOf("owner@northwind.example")).noticesOff).toEqual([INVOICES]);
    }
  });

  it("is accepted unchanged, and refused if altered", async () => {
    const contactId = (await contactOf("billing@northwind.example")).id;
    const other = (await contactOf("owner@northwind.example")).id;
    const token = unsubscribeToken({ contactId, notice: INVOICES });
    expect(readUnsubscribeToken(token)).toEqual({ contactId, notice: INVOICES });
    for (const changed of [
      token.replace(contactId, other),
      token.replace("invoices", "services"),
      token.slice(0, -2),
      "",
    ]) {
      expect(readUnsubscribeToken(changed), changed).toBeNull();
    }
  });

  it("cannot turn off required notifications", async () => {
    const token = await tokenOf("billing@northwind.example", "notices.billing.receive");
    expect(await findUnsubscription(token)).toBeNull();
    expect((await problemOf(unsubscribe(token, "192.0.2.1"))).code).toBe("conflict");
  });

  it("changes nothing when only opened, as mail scanners do", async () => {
    const token = await tokenOf("billing@northwind.example");
    const response = await GET(new Request(`http://localhost:3000/api/unsubscribe/${token}`), params(token));
    expect([response.status, response.headers.get("location")]).toEqual([
      303,
      `http://localhost:3000/unsubscribe/${encodeURIComponent(token)}`,
    ]);
    expect(await findUnsubscription(token)).toMatchObject({ notice: "Receive invoices" });
    expect((await contactOf("billing@northwind.example")).noticesOff).toEqual([]);
  });

  it("is refused if it is not readable", async () => {
    for (const token of ["%", "%E0%A4", "\0", "../..", "a.b.c"]) {
      const asked = new Request("http://localhost:3000/api/unsubscribe/x");
      const { status, headers } = await GET(asked, params(token));
      expect(status).toBe(303);
      expect(new URL(headers.get("location") ?? "").pathname).toMatch(/^\/unsubscribe\/[^/]+$/);
      expect((await oneClick(token)).status).toBe(409);
    }
  });

  it("turns off one kind of email with a mail client's POST, and is logged once", async () => {
    const token = await tokenOf("billing@northwind.example");
    expect((await oneClick(token)).status).toBe(200);
    expect((await oneClick(token)).status).toBe(200);
    const contact = await contactOf("billing@northwind.example");
    expect(contact.noticesOff).toEqual([INVOICES]);
    const told = (await recipients(INVOICES))?.map(({ email }) => email);
    expect(told).not.toContain("billing@northwind.example");
    expect((await recipients("notices.billing.receive"))?.map(({ email }) => email)).toContain(
      "billing@northwind.example",
    );
    const log = { operation: "identity.unsubscribe", targetId: contact.id };
    expect(await portal.owner.auditEvent.count({ where: log })).toBe(1);
  });
});

describe("invoice notifications", () => {
  it("keep one recipient: the last cannot turn them off, by link or in the portal", async () => {
    const everybody = (await recipients(INVOICES)) ?? [];
    const last = "owner@northwind.example";
    for (const { email } of everybody.filter((one) => one.email !== last))
      await unsubscribe(await tokenOf(email), "192.0.2.1");
    expect((await recipients(INVOICES))?.map(({ email }) => email)).toEqual([last]);
    expect((await oneClick(await tokenOf(last))).status).toBe(409);
    const choice = execute(await portal.as(last), accountId, chooseNotices, { wanted: [] });
    expect((await problemOf(choice)).code).toBe("invalid");
    expect((await recipients(INVOICES))?.map(({ email }) => email)).toEqual([last]);
  });
});

describe("an email", () => {
  it("has its own unsubscribe link only if it is optional", async () => {
    const box = await mailbox();
    process.env.SMTP_URL = box.url;
    await portal.owner.outboxMail.deleteMany();
    await asJob(accountId, new Date(), async ({ db, people }) => {
      for (const notice of [INVOICES, "notices.billing.receive"] as const) {
        const to = noticeRecipients(await people(), notice).slice(0, 2);
        const body = () => ServicesStopped({ accountName: "A", what: "restored", names: [notice], href: null });
        await sendNotice(db, {
          accountId,
          notice,
          to,
          kind: "billing",
          subject: () => notice,
          template: "test",
          about: null,
          body,
        });
      }
    });

    forgetEnvironment();
    const transport = mailTransport() as MailTransport;
    await deliverMail(transport, isStillWanted);
    transport.close();
    const stopping = box.messages.filter((message) => header(message, "Subject") === INVOICES);
    expect(stopping).toHaveLength(2);
    const links = stopping.map((message) => header(message, "List-Unsubscribe"));
    expect(new Set(links).size).toBe(2);
    for (const message of stopping) {
      expect(header(message, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
      const token = /^<http:\/\/localhost:3000\/api\/unsubscribe\/(.+)>$/.exec(
        header(message, "List-Unsubscribe") ?? "",
      )?.[1];
      expect(readUnsubscribeToken(token ?? "")).toMatchObject({ notice: INVOICES });
    }
    const others = box.messages.filter((message) => header(message, "Subject") !== INVOICES);
    expect(others.map((message) => header(message, "List-Unsubscribe"))).toEqual([undefined, undefined]);
    await box.close();
  });
});
