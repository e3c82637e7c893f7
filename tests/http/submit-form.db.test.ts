import { afterAll, beforeAll, expect, test } from "vitest";
import { submitForm } from "@/lib/http/submit-form";
import { env } from "@/lib/platform/config/env";
import { newSecretToken } from "@/lib/platform/kernel/secret-token";
import type { Caller } from "@/lib/platform/operations/caller";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
let owner: Caller;
beforeAll(async () => {
  portal = await testPortal();
  owner = { ...(await portal.as("owner@northwind.example")), via: "form" };
});
afterAll(() => portal.close());

interface Sent {
  readonly origin?: string | null;
  readonly operationName?: unknown;
  readonly accountId?: unknown;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Opens a ticket with `sent` in place of the defaults; as from any browser, none of it has to be what the page rendered. */
async function send(sent: Sent = {}) {
  const form = new FormData();
  const fields = { subject: "By form", message: "Hello", idempotencyKey: newSecretToken(), ...sent.fields };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const { origin = env().PORTAL_URL, operationName = "tickets.open", accountId = portal.demo.northwind.id } = sent;
  return submitForm(owner, { origin, operationName, accountId, form } as Parameters<typeof submitForm>[1]);
}

const tickets = () => portal.owner.ticket.count({ where: { subject: "By form" } });

test("a form from our own page succeeds", async () => {
  expect(await send()).toMatchObject({ status: "done", result: { status: "open" } });
  expect(await tickets()).toBe(1);
});

test("a hand-written form is rejected with a message and changes nothing", async () => {
  const before = await tickets();
  const wrong: Sent[] = [
    { origin: "https://evil.example" },
    { origin: null },
    { origin: "null" },
    { operationName: "tickets.list" },
    { operationName: "__proto__" },
    { operationName: { name: "tickets.open" } },
    { accountId: "northwind" },
    { accountId: "\0" },
    { accountId: 7 },
    { accountId: { in: [] } },
    { accountId: portal.demo.globex.id },
    { accountId: null },
    { fields: { ["a.".repeat(50_000)]: "1" } },
    { fields: { subject: "nul\0inside" } },
    { fields: { idempotencyKey: "\0\0\0\0\0\0\0\0" } },
    { fields: { idempotencyKey: "x".repeat(5000) } },
    { fields: { idempotencyKey: "" } },
  ];
  for (const sent of wrong) {
    const state = await send(sent);
    expect(state, JSON.stringify(sent).slice(0, 80)).toMatchObject({
      status: expect.stringMatching(/invalid|refused/),
    });
    expect(state).toHaveProperty("message", expect.stringMatching(/\w{3,}/));
  }
  expect(await tickets()).toBe(before);
});

test("a command that must not run twice requires the form's idempotency key", async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ subject: "By form", message: "Hello" })) form.set(name, value);
  const sent = { origin: env().PORTAL_URL, operationName: "tickets.open", accountId: portal.demo.northwind.id, form };
  expect(await submitForm(owner, sent)).toMatchObject({ status: "invalid" });
  const again = { fields: { idempotencyKey: newSecretToken() } };
  const before = await tickets();
  expect(await send(again)).toEqual(await send(again));
  expect(await tickets()).toBe(before + 1);
});

test("a preview shows a text as it would look, keeps what was typed, and writes nothing", async () => {
  const before = await tickets();
  const typed = { message: "It is **down**.\n<script>alert(1)</script>", priority: "high" };
  const state = await send({ fields: { ...typed, preview: "message" } });
  expect(state).toMatchObject({ status: "previewed", values: { subject: "By form", ...typed } });
  expect(state).toHaveProperty(
    "html",
    "<p>It is <strong>down</strong>.<br />\n&lt;script&gt;alert(1)&lt;/script&gt;</p>",
  );
  expect(await tickets()).toBe(before);
  expect(await send({ origin: "https://evil.example", fields: { preview: "message" } })).toMatchObject({
    status: "invalid",
  });
});

test("a reply to a thread that has grown keeps its text and says what its author hasn't seen", async () => {
  const accountId = portal.demo.northwind.id;
  const ticket = await portal.owner.ticket.findFirstOrThrow({ where: { accountId }, include: { messages: true } });
  const last = ticket.messages.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];
  const { id: newer } = await portal.owner.ticketMessage.create({
    data: { accountId, ticketId: ticket.id, authorName: "Sam", authorIsStaff: true, body: "New." },
  });
  const form = new FormData();
  const fields = { ticketId: ticket.id, seen: last?.id ?? "", message: "Still?", idempotencyKey: newSecretToken() };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const origin = env().PORTAL_URL;
  const state = await submitForm(owner, { origin, operationName: "tickets.hold-reply", accountId, form });
  expect(state).toMatchObject({ status: "invalid", seen: newer, values: { message: "Still?" } });
});
