import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { listen } from "@/lib/platform/db/listen";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";
import { header, type Mailbox, mailbox } from "./mailbox";
import { queueMail } from "./queue-mail";
import { end, startWorkerProcess } from "./worker-process";

let database: TestDatabase;
let owner: OwnerDatabase;
const boxes: Mailbox[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  process.env.DATABASE_URL = database.url;
  owner = ownerDatabase(database.url);
});

afterEach(async () => {
  for (const box of boxes.splice(0)) await box.close();
  await owner.outboxMail.deleteMany();
});

afterAll(async () => {
  await owner.$disconnect();
  await database.drop();
});

async function openMailbox(options?: Parameters<typeof mailbox>[0]): Promise<Mailbox> {
  const box = await mailbox(options);
  boxes.push(box);
  return box;
}

const worker = ({ url }: Mailbox) => startWorkerProcess({ DATABASE_URL: database.url, SMTP_URL: url });

it("is notified of mail as it is committed", async () => {
  let heard: () => void = () => {};
  const next = () => new Promise<void>((resolve) => (heard = resolve));
  const connected = next();
  const listener = listen("portcullis_mail", () => heard());
  await connected;
  const told = next();
  await queueMail(owner, "ana@example.com");
  await expect(told).resolves.toBeUndefined();
  await listener.stop();
});

it("sends queued and new mail, and shuts down cleanly on SIGTERM", async () => {
  const box = await openMailbox();
  await queueMail(owner, "before@example.com");
  const process = worker(box);
  await box.holds(1);
  await queueMail(owner, "after@example.com");
  await box.holds(2);
  expect(await end(process, "SIGTERM")).toBe(0);
  expect(box.messages.map((message) => header(message, "To")).join()).toMatch(/before@.*after@/);
  expect(await owner.outboxMail.count({ where: { status: "sent" } })).toBe(2);
});

it("killed between sending and recording, is followed by one that resends the mail under its Message-ID", async () => {
  const silent = await openMailbox({ silent: true });
  const id = await queueMail(owner, "ana@example.com");
  const killed = worker(silent);
  await silent.holds(1);
  expect(await end(killed, "SIGKILL")).toBe("SIGKILL");
  expect(await owner.outboxMail.findUnique({ where: { id } })).toMatchObject({ status: "queued", attempts: 1 });

  const box = await openMailbox();
  await owner.outboxMail.updateMany({ where: { id }, data: { nextTryAt: new Date(0) } });
  const next = worker(box);
  await box.holds(1);
  expect(await end(next, "SIGTERM")).toBe(0);
  const [first = "", second = ""] = [...silent.messages, ...box.messages];
  expect(header(second, "Message-ID")).toBe(`<${id}@portal.example>`);
  expect(header(first, "Message-ID")).toBe(`<${id}@portal.example>`);
  expect(await owner.outboxMail.findUnique({ where: { id } })).toMatchObject({ status: "sent", attempts: 2 });
});
