import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isStillWanted, mailRecords } from "@/lib/home/notifications/still-wanted";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import type { ClaimedMail } from "@/lib/platform/mail/claim-mail";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import { execute } from "@/lib/platform/operations/execute";
import { listMail } from "@/lib/staff/mail/list-mail";
import { digestJob } from "@/lib/workspace/discussions/digest-job";
import { startThread } from "@/lib/workspace/discussions/start-thread";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { aGroup } from "@/tests/workspace/discussions/arrange";
import { OWNER, readersWhoLose } from "./readers-who-lose";

let portal: TestPortal;
let accountId: string;
let readers: ReturnType<typeof readersWhoLose>;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  await portal.owner.discussionGroup.deleteMany({ where: { accountId } });
  await portal.owner.discussionDigest.deleteMany();
  readers = readersWhoLose(portal);
});
beforeEach(() => portal.owner.outboxMail.deleteMany());
afterAll(() => portal.close());

async function waitingFor(kind: string) {
  const arrange = readers[kind];
  if (arrange === undefined) throw new Error(`Nobody is told of ${kind}.`);
  return arrange();
}

/** Delivers what waits, and returns what the mail server was given. */
async function delivered(onSend: (mail: ClaimedMail) => Promise<unknown> = async () => {}): Promise<ClaimedMail[]> {
  const sent: ClaimedMail[] = [];
  const send = async (mail: ClaimedMail) => {
    sent.push(mail);
    await onSend(mail);
  };
  await deliverMail({ send, close() {} }, isStillWanted);
  return sent;
}

const kinds = [
  "ticket",
  "ticket-watched",
  "ticket-mention",
  "ticket-rating",
  "action-assigned",
  "action-comment",
  "meeting",
  "meeting-reminder",
  "discussion-post",
  "discussion-group",
  "discussion-digest",
  "decision",
  "folder",
  "login-details",
  "services",
  "ownership-offer",
  "invitation",
  "access-request",
  "",
  "ticket-staff",
  "account-owner",
];

describe("a mail that waits to be sent", () => {
  it("is about kinds that are all tried here", () => {
    expect(kinds.filter((kind) => kind !== "").sort()).toEqual([...mailRecords.keys()].sort());
  });

  it.each(kinds)("isn't sent to somebody who has lost what it is about meanwhile: %s", async (kind) => {
    const { to, lose, restore } = await waitingFor(kind);
    const where = { toAddress: to, about: kind === "" ? null : kind };
    const mail = await portal.owner.outboxMail.findFirstOrThrow({ where });
    expect(await isStillWanted(mail, new Date())).toBe(true);
    await lose();
    expect((await delivered()).map(({ id }) => id)).not.toContain(mail.id);
    await restore?.();
    const { status, unwanted, lastError } = await portal.owner.outboxMail.findUniqueOrThrow({ where: { id: mail.id } });
    expect([status, unwanted]).toEqual(["failed", true]);
    expect(lastError).toContain("no longer has access");
  });

  it("is shown to staff as no longer wanted, apart from what failed", async () => {
    const { lose } = await waitingFor("ticket");
    await lose();
    await delivered();
    const manager = await portal.as("staff-manager@portcullis.example");
    const listed = async (status: "unwanted" | "failed") =>
      (await execute(manager, null, listMail, { status })).items.map((one) => one.status);
    expect(await listed("unwanted")).toEqual(["unwanted"]);
    expect(await listed("failed")).toEqual([]);
  });

  it("isn't sent to an address that is no longer its reader's", async () => {
    await waitingFor("ticket");
    const mail = await portal.owner.outboxMail.findFirstOrThrow({ where: { about: "ticket" } });
    await portal.owner.contact.update({
      where: { id: mail.contactId ?? "" },
      data: { email: "new@northwind.example" },
    });
    expect((await delivered()).map(({ id }) => id)).not.toContain(mail.id);
  });
});

describe("a digest that is no longer wanted", () => {
  it("leaves the threads that its reader still sees to the next one", async () => {
    const { to, lose } = await waitingFor("discussion-digest");
    await lose();
    expect(await delivered()).toEqual([]);
    await runBatch(digestJob, addDays(new Date(), 4));
    const [next] = (await delivered()).filter(({ toAddress }) => toAddress === to);
    expect(next?.subject).toContain("1 thread");
  });
});

describe("access that ends while mail is being sent", () => {
  const READERS = 50;
  const crowd = () =>
    Promise.all(
      Array.from({ length: READERS }, (_, index) => {
        const email = `crowd-${index}@northwind.example`;
        return buildContact(portal.owner, accountId, { email, name: `Crowd ${index}`, roles: ["billing"] });
      }),
    );

  it("stops every mail that the mail server wasn't given yet, whatever was claimed before", async () => {
    const members = await crowd();
    const groupId = await aGroup(portal.owner, {
      accountId,
      isPrivate: true,
      ownerContactId: portal.demo.northwind.contacts.owner,
      members,
      telling: { level: "all", frequency: "atOnce" },
    });
    await execute(await portal.as(OWNER), accountId, startThread, { groupId, title: "Secret", message: "For us." });
    expect(await portal.owner.outboxMail.count({ where: { about: "discussion-post" } })).toBe(READERS);
    let gone = false;
    const late: string[] = [];
    const end = async ({ toAddress }: ClaimedMail) => {
      if (gone) late.push(toAddress);
      // The first that is being sent: everybody is taken off, before any other worker has asked for the rest.
      await portal.owner.discussionMember.deleteMany({ where: { groupId } });
      gone = true;
    };
    await Promise.all(Array.from({ length: 4 }, () => delivered(end)));
    const unwanted = await portal.owner.outboxMail.count({ where: { unwanted: true } });
    const sent = await portal.owner.outboxMail.count({ where: { status: "sent" } });
    expect(unwanted + sent).toBe(READERS);
    // Those that were under way with the first one in the four workers, and none after.
    expect(sent).toBeLessThanOrEqual(16);
    expect(late.length).toBeLessThan(16);
  });

  it("ends in one outcome for each mail, when both happen at once fifty times", async () => {
    const members = await portal.owner.contact.findMany({
      where: { accountId, email: { startsWith: "crowd-" } },
      select: { id: true },
    });
    const groupId = await aGroup(portal.owner, {
      accountId,
      isPrivate: true,
      ownerContactId: portal.demo.northwind.contacts.owner,
      members: members.map(({ id }) => id),
      telling: { level: "all", frequency: "atOnce" },
    });
    await execute(await portal.as(OWNER), accountId, startThread, { groupId, title: "Secret", message: "For us." });
    const ended = new Map<string, number>();
    const takeOff = async (contactId: string) => {
      await portal.owner.discussionMember.deleteMany({ where: { groupId, contactId } });
      ended.set(contactId, performance.now());
    };
    const asked = new Map<string, number>();
    const ask = async (mail: ClaimedMail, now: Date) => {
      asked.set(mail.contactId ?? "", performance.now());
      return isStillWanted(mail, now);
    };
    const sent: string[] = [];
    const transport = { send: async (mail: ClaimedMail) => void sent.push(mail.contactId ?? ""), close() {} };
    await Promise.all([deliverMail(transport, ask), ...members.map(({ id }) => takeOff(id))]);
    // Whoever had been taken off before they were asked got nothing.
    const wrong = sent.filter((id) => (ended.get(id) ?? 0) < (asked.get(id) ?? 0));
    expect(wrong).toEqual([]);
    expect(await portal.owner.outboxMail.count({ where: { status: "queued" } })).toBe(0);
    expect(new Set(sent).size).toBe(sent.length);
  });
});
