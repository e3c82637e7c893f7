import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addMany } from "@/lib/accounts/access/add-many";
import { invitePerson } from "@/lib/accounts/access/invite-person";
import { sendQueuedJob } from "@/lib/accounts/access/send-queued-job";
import { findInvitation } from "@/lib/identity/sign-in/find-invitation";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let accountId: string;
const owner = "owner@northwind.example";

beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
});
beforeEach(async () => {
  await portal.owner.rateLimit.deleteMany();
  await portal.owner.outboxMail.deleteMany();
  await portal.owner.contact.deleteMany({ where: { email: { endsWith: "@list.example" } } });
});
afterAll(() => portal.close());

const send = async (list: string, digest?: string, by = owner) =>
  execute(await portal.as(by), accountId, addMany, { list, ...(digest && { digest }) });

const invited = () => portal.owner.contact.count({ where: { accountId, email: { endsWith: "@list.example" } } });

const rows = (...lines: string[]) => ["Name,Email,Roles,Ends at", ...lines].join("\n");

describe("checking a list of people", () => {
  it("says of each row whether it can be added, and writes nothing", async () => {
    const list = rows(
      "Ada Byron,ada@list.example,billing,",
      'Bo Chen,bo@list.example,"billing, support",2030-12-31',
      "Ada Again,ADA@list.example,support,",
      "No Role,norole@list.example,,",
      "Odd Role,odd@list.example,boss,",
      "Bad Mail,not-an-address,support,",
      "Old Date,old@list.example,support,2020-01-01",
      "Odd Date,date@list.example,support,31/12/2030",
      `Known,${owner},support,`,
      "Of Staff,staff-manager@portcullis.example,support,",
      '"=HYPERLINK(""x"")",formula@list.example,support,',
    );
    const { rows: checked, addable, added } = await send(list);
    expect({ addable, added }).toEqual({ addable: 2, added: null });
    expect(checked.map(({ line, problem }) => [line, problem === null])).toEqual(
      checked.map(({ line }, index) => [line, index < 2]),
    );
    expect(checked.slice(2).map(({ problem }) => problem)).toEqual([
      expect.stringContaining("already in line 2"),
      expect.stringContaining("at least one role"),
      expect.stringContaining("isn't a role"),
      expect.stringContaining("email address"),
      expect.stringContaining("in the past"),
      expect.stringContaining("YYYY-MM-DD"),
      expect.stringContaining("already is on this account"),
      expect.stringContaining("belongs to our team"),
      expect.stringContaining("can't begin with ="),
    ]);
    expect(await invited()).toBe(0);
    expect(await portal.owner.outboxMail.count()).toBe(0);
  });

  it("compares its addresses as they are stored, however they are written", async () => {
    const written = ["kim@list.example", "KIM@List.Example", "\u00a0kim@list.example\u2003", "\u212aim@list.example"];
    const { rows: checked, addable } = await send(rows(...written.map((email) => `Kim,"${email}",support,`)));
    expect(addable).toBe(1);
    const twice = expect.stringContaining("already in line 2");
    expect(checked.map(({ problem }) => problem)).toEqual([null, twice, twice, twice]);
  });

  it.each([
    ["without headings", "Ada,ada@list.example,support", "must name the columns"],
    ["without people", "name,email,roles", "no people"],
    ["with characters that were lost", "name,email,roles\nJos\ufffd,jose@list.example,support", "CSV UTF-8"],
    ["with broken quotes", 'name,email,roles\n"Ada,ada@list.example,support', "quotation marks"],
    [
      "of more than 500",
      ["name,email,roles", ...Array.from({ length: 501 }, (_, n) => `P ${n},p${n}@list.example,support`)].join("\n"),
      "at most 500",
    ],
  ])("refuses a list %s", async (_, list, message) => {
    const problem = await problemOf(send(list));
    expect(problem.extra.fields?.list?.join()).toContain(message);
  });

  it("gives no more than the one who sends it holds", async () => {
    const { rows: checked } = await send(rows("Ada,ada@list.example,administrator,"), undefined, owner);
    expect(checked[0]?.problem).toBeNull();
    expect(
      (await problemOf(send(rows("A,a@list.example,support,"), undefined, "billing@northwind.example"))).code,
    ).toBe("refused");
  });
});

describe("adding the people of a list", () => {
  it("adds those who can be, and the worker mails each one invitation that can be accepted", async () => {
    const list = rows(
      "Ada Byron,ada@list.example,billing,",
      "Bad,not-an-address,support,",
      "Bo,bo@list.example,support,",
    );
    const { digest } = await send(list);
    expect((await send(list, digest)).added).toBe(2);
    expect(await invited()).toBe(2);
    expect(await portal.owner.outboxMail.count()).toBe(0);
    const outcomes = await Promise.all([1, 2, 3].map(() => runBatch(sendQueuedJob, new Date())));
    expect(outcomes.flatMap(({ failures }) => failures)).toEqual([]);
    const mails = await portal.owner.outboxMail.findMany({ where: { template: "invitation" } });
    expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual(["ada@list.example", "bo@list.example"]);
    const token = /\/invitation\/([\w-]+)/.exec(mails[0]?.text ?? "")?.[1] ?? "";
    expect(await findInvitation(token)).toMatchObject({ state: "open", invitedBy: expect.any(String) });
  });

  it("is refused if the account has changed since the check", async () => {
    const list = rows("Ada Byron,ada@list.example,billing,", "Bo,bo@list.example,support,");
    const { digest } = await send(list);
    const person = { name: "Bo", email: "bo@list.example", roles: ["support" as const] };
    await execute(await portal.as(owner), accountId, invitePerson, person);
    expect((await problemOf(send(list, digest))).code).toBe("conflict");
    expect(await invited()).toBe(1);
  });

  it("fifty at once, with single invitations between them, adds everyone once", async () => {
    const list = rows(...Array.from({ length: 5 }, (_, n) => `P ${n},p${n}@list.example,support,`));
    const { digest } = await send(list);
    const caller = await portal.as(owner);
    const single = { name: "P 0", email: "p0@list.example", roles: ["billing" as const] };
    const answers = await Promise.allSettled([
      ...Array.from({ length: 25 }, () => execute(caller, accountId, addMany, { list, digest })),
      ...Array.from({ length: 25 }, () => execute(caller, accountId, invitePerson, single)),
    ]);
    const emails = await portal.owner.contact.findMany({
      where: { accountId, email: { endsWith: "@list.example" }, status: "invited" },
      select: { email: true },
    });
    const wholeList = answers.slice(0, 25).filter(({ status }) => status === "fulfilled").length;
    expect(emails.length).toBe(new Set(emails.map(({ email }) => email)).size);
    // All of the list, or none of it because the single invitation came first.
    expect([wholeList, emails.length]).toEqual(wholeList === 1 ? [1, 5] : [0, 1]);
  });

  it("adds nobody if the database returns another address than it was given", async () => {
    await portal.owner.$executeRawUnsafe(`create function other_address() returns trigger language plpgsql as
      $$ begin new."email" := 'other-' || new."email"; return new; end $$`);
    await portal.owner.$executeRawUnsafe(
      `create trigger other_address before insert on "Contact" for each row execute function other_address()`,
    );
    const list = rows("Ada Byron,ada@list.example,billing,");
    const { digest } = await send(list);
    await expect(send(list, digest)).rejects.toThrow("no row for a new contact");
    const person = { name: "Bo", email: "bo@list.example", roles: ["support" as const] };
    await expect(execute(await portal.as(owner), accountId, invitePerson, person)).rejects.toThrow("no row for");
    await portal.owner.$executeRawUnsafe(`drop function other_address cascade`);
    expect(await invited()).toBe(0);
  });

  it("takes five hundred at a time", async () => {
    const list = rows(...Array.from({ length: 500 }, (_, n) => `P ${n},p${n}@list.example,support,`));
    const { digest } = await send(list);
    expect((await send(list, digest)).added).toBe(500);
    expect(await invited()).toBe(500);
  });
});
