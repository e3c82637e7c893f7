import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { setTerm } from "@/lib/accounts/access/set-term";
import { warnOfTermJob } from "@/lib/accounts/people/warn-of-term-job";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
let accountId: string;
const email = "support@northwind.example";
const mayset = ["administrator@northwind.example", "owner@northwind.example"];

beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
beforeEach(async () => {
  await portal.owner.contact.updateMany({ data: { endsAt: null } });
  await portal.owner.accessWarning.deleteMany();
  await portal.owner.outboxMail.deleteMany();
});
afterAll(() => portal.close());

const endAt = (endsAt: Date) => portal.owner.contact.updateMany({ where: { accountId, email }, data: { endsAt } });

const run = async () => {
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => runBatch(warnOfTermJob, new Date())));
  expect(outcomes.flatMap(({ failures }) => failures)).toEqual([]);
  const mails = await portal.owner.outboxMail.findMany({
    where: { template: "term-ends" },
    orderBy: { toAddress: "asc" },
  });
  return mails.map(({ toAddress }) => toAddress);
};

it("fourteen days before the end, the member and those who may set end dates are warned once", async () => {
  await endAt(addDays(new Date(), 13));
  const warned = await run();
  expect(warned).toContain(email);
  expect(warned).toEqual(expect.arrayContaining(mayset));
  expect(new Set(warned).size).toBe(warned.length);
  expect(await run()).toEqual(warned);
});

it("a day before, they are warned again, once", async () => {
  const end = addDays(new Date(), 13);
  await endAt(end);
  const first = await run();
  await endAt(addMinutes(new Date(), 60 * 23));
  const second = await run();
  expect(second).toHaveLength(first.length * 2);
  expect(await run()).toEqual(second);
});

it("earlier, and after the end, nobody is warned", async () => {
  await endAt(addDays(new Date(), 15));
  expect(await run()).toEqual([]);
  await endAt(addDays(new Date(), -1));
  expect(await run()).toEqual([]);
});

it("a new end date is warned of anew", async () => {
  await endAt(addDays(new Date(), 10));
  const first = await run();
  const contact = await portal.owner.contact.findFirstOrThrow({ where: { accountId, email } });
  const endsAt = addDays(new Date(), 12).toISOString();
  const caller = await portal.as("owner@northwind.example");
  await execute(caller, accountId, setTerm, { contactId: contact.id, version: contact.version, endsAt });
  expect(await run()).toHaveLength(first.length * 2);
});
