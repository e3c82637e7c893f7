import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { find } from "@/lib/home/search/find";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { prepareTexts } from "@/lib/workspace/documents/texts/prepare-texts";
import { viewText } from "@/lib/workspace/documents/texts/view-text";
import { buildDecision } from "@/prisma/seed/builders/decision";
import { buildDocument, buildFolder } from "@/prisma/seed/builders/document";
import { buildMeeting } from "@/prisma/seed/builders/meeting";
import { simplePdf } from "@/prisma/seed/builders/simple-pdf";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { aGroup, aThread } from "../discussions/arrange";

const OWNER = "owner@northwind.example";
const BILLING = "billing@northwind.example";
const SUPPORT = "support@northwind.example";

let portal: TestPortal;
let account: string;
let contacts: TestPortal["demo"]["northwind"]["contacts"];

beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  contacts = portal.demo.northwind.contacts;
  // Those of the sample data would all be read first.
  await portal.owner.fileText.deleteMany();
});
afterAll(() => portal.close());

/** A word that no other test and no sample data has. */
const marker = () => `zq${randomUUID().replace(/-/g, "").slice(0, 10)}`;

const found = async (email: string, q: string) =>
  (await execute(await portal.as(email), account, find, { q })).results.map(({ kind, title, subtitle }) => ({
    ...{ kind, title, subtitle },
  }));

const bytes = (text: string) => new TextEncoder().encode(text);

describe("what is written in files", () => {
  const file = async (name: string, contents: Uint8Array<ArrayBuffer>, people = [contacts.billing]) => {
    const folderId = await buildFolder(portal.owner, account, { name: `Folder ${randomUUID()}`, people });
    const documentId = await buildDocument(portal.owner, account, { folderId, name, contents, text: true });
    await prepareTexts();
    return { folderId, documentId };
  };

  it("is found by those who can open the folder, with a piece of it, and by nobody else", async () => {
    const word = marker();
    const { folderId } = await file("Notes.md", bytes(`# Notes\n\nThe café in ${word} Straße is closed.\n`));
    const hit = [
      { kind: "Text in files", title: "Notes.md", subtitle: `# Notes The café in ${word} Straße is closed.` },
    ];
    expect(await found(BILLING, word)).toEqual(hit);
    expect(await found(BILLING, `${word.toUpperCase()} strasse cafe`)).toEqual(hit);
    expect(await found(OWNER, word)).toEqual(hit);
    expect(await found(SUPPORT, word)).toEqual([]);
    await portal.owner.folderAccess.deleteMany({ where: { folderId } });
    expect(await found(BILLING, word)).toEqual([]);
  });

  it("of a PDF is read page by page, and the excerpt is short", async () => {
    const word = marker();
    const lines = Array.from({ length: 30 }, (_, index) => `Line ${index} of the report`);
    const { documentId } = await file("Report.pdf", simplePdf([lines, [`Decided: ${word}.`]]));
    const [hit] = await found(BILLING, word);
    expect(hit?.subtitle).toContain(`Decided: ${word}.`);
    expect(hit?.subtitle?.length).toBeLessThan(200);
    const read = await execute(await portal.as(BILLING), account, viewText, { documentId });
    expect([read.state, read.truncated]).toEqual(["ready", false]);
    expect(read.text).toContain("Line 29 of the report");
  });

  it("of a replaced version, a deleted file or a deleted folder is no longer found", async () => {
    const [old, current] = [marker(), marker()];
    const { documentId, folderId } = await file("Plan.txt", bytes(`First ${old}`));
    const other = await file("Other.txt", bytes(`Second ${current}`));
    const { fileId } = await portal.owner.document.findUniqueOrThrow({ where: { id: other.documentId } });
    await portal.owner.document.update({ where: { id: documentId }, data: { fileId, version: 2 } });
    expect(await found(BILLING, old)).toEqual([]);
    expect((await found(BILLING, current)).map(({ title }) => title).sort()).toEqual(["Other.txt", "Plan.txt"]);
    const gone = { deletedAt: new Date(), deletedByName: "Test" };
    await portal.owner.document.update({ where: { id: other.documentId }, data: gone });
    expect((await found(BILLING, current)).map(({ title }) => title)).toEqual(["Plan.txt"]);
    await portal.owner.folder.update({
      where: { id: folderId },
      data: { ...gone, deletedWithId: folderId, deletedItself: true },
    });
    expect(await found(BILLING, current)).toEqual([]);
  });

  it("is shown as text, whatever it says, to those who can open the file", async () => {
    const { documentId } = await file("Page.txt", bytes("<script>alert(1)</script>\n[x](javascript:alert(2))"));
    const ask = async (email: string) => execute(await portal.as(email), account, viewText, { documentId });
    expect(await ask(BILLING)).toEqual({
      ...{ state: "ready", truncated: false },
      text: "<script>alert(1)</script>\n[x](javascript:alert(2))",
    });
    expect((await problemOf(ask(SUPPORT))).code).toBe("not-found");
  });

  it("is kept up to a limit, and no text is made of what is none", async () => {
    const long = await file("Long.csv", bytes("a;b;c\n".repeat(300_000)));
    const shown = await execute(await portal.as(BILLING), account, viewText, { documentId: long.documentId });
    expect([shown.state, shown.truncated, shown.text.length]).toEqual(["ready", true, 50_000]);
    const binary = await file("Program.txt", new Uint8Array([77, 90, 0, 1, 2, 3]));
    const none = await execute(await portal.as(BILLING), account, viewText, { documentId: binary.documentId });
    expect(none).toEqual({ state: "failed", text: "", truncated: false });
  });

  it("is looked up by index", async () => {
    const index = await portal.owner.$queryRaw<{ indexdef: string }[]>`
      select indexdef from pg_indexes where indexname = 'FileText_account_textSearch'`;
    expect(index[0]?.indexdef).toContain("gin_trgm_ops");
  });
});

describe("what is written in discussions", () => {
  it("is found in groups that one sees, as it reads now, and not once it is deleted", async () => {
    const [word, before] = [marker(), marker()];
    const groupId = await aGroup(portal.owner, { accountId: account, isPrivate: true, members: [contacts.billing] });
    const { replyIds } = await aThread(portal.owner, { accountId: account, groupId, title: "Server room" });
    const where = { id: replyIds[0] ?? "" };
    await portal.owner.discussionReply.update({ where, data: { body: `We meet in ${before}.` } });
    expect(await found(BILLING, before)).toHaveLength(1);
    await portal.owner.discussionReply.update({ where, data: { body: `We meet in ${word}.` } });
    expect(await found(BILLING, before)).toEqual([]);
    expect(await found(BILLING, word)).toEqual([
      { kind: "Posts", title: "Server room", subtitle: `Ana: We meet in ${word}.` },
    ]);
    expect(await found(SUPPORT, word)).toEqual([]);
    const deleted = { deletedAt: new Date(), deletedByName: "Ana", body: "" };
    await portal.owner.discussionReply.update({ where, data: deleted });
    expect(await found(BILLING, word)).toEqual([]);
  });
});

describe("what is written in decisions", () => {
  it("is found by those who may read it: not by an owner who isn't invited, nor by whoever is recused", async () => {
    const word = marker();
    const chair = { id: contacts.administrator, name: "Marcus Okafor" };
    await buildDecision(portal.owner, account, {
      ...{ title: "A quiet matter", chair, purpose: `About ${word}`, status: "open", voteBy: addDays(new Date(), 3) },
      voters: [contacts.billing, contacts.support],
      recused: [{ contactId: contacts.support, reason: "Interest" }],
    });
    expect(await found(BILLING, word)).toEqual([
      { kind: "Text of decisions", title: "A quiet matter", subtitle: expect.stringContaining(`About ${word}`) },
    ]);
    for (const other of [OWNER, SUPPORT]) expect(await found(other, word)).toEqual([]);
  });
});

describe("an index", () => {
  const columns = [
    ["FileText", "textSearch"],
    ["DiscussionReply", "bodySearch"],
    ["MeetingItem", "textSearch"],
    ["Decision", "textSearch"],
    ["Meeting", "titleSearch"],
    ["DiscussionThread", "titleSearch"],
    ["Action", "search"],
    ["Link", "search"],
    ["Decision", "titleSearch"],
    ["DiscussionGroup", "nameSearch"],
  ] as const;

  it.each(columns)("of the words in %s.%s is what the function of the search reads", async (table, column) => {
    const plan = await portal.owner.$transaction(async (db) => {
      await db.$executeRawUnsafe(`select set_config('portcullis.account', '${account}', true)`);
      // A table of a few rows would be read as a whole.
      await db.$executeRawUnsafe("set local enable_seqscan = off");
      return db.$queryRawUnsafe<{ "QUERY PLAN": string }[]>(
        `explain select 1 from "${table}" where "${column}" like '%needle%'`,
      );
    });
    const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
    expect(text).toContain(`${table}_account_${column}`);
    expect(text).toMatch(/Index Cond: .*needle/);
  });

  it("is reached by the portal's own role through that function alone, which gives the ids of its account", async () => {
    const word = marker();
    await portal.owner.link.createMany({
      data: [account, portal.demo.globex.id].map((accountId) => ({
        ...{
          accountId,
          title: `Link ${word}`,
          url: "https://test.example/",
          domain: "test.example",
          addedByName: "Ana",
        },
      })),
    });
    const ids = await portal.owner.$transaction(async (db) => {
      await db.$executeRawUnsafe(`select set_config('portcullis.account', '${account}', true)`);
      await db.$executeRawUnsafe("set local role portcullis_app");
      return db.$queryRawUnsafe<{ id: string }[]>(
        `select "id" from portcullis_words_found('link-title', array['%${word}%'], 10)`,
      );
    });
    const mine = await portal.owner.link.findMany({ where: { accountId: account, title: `Link ${word}` } });
    expect(ids.map(({ id }) => id)).toEqual(mine.map(({ id }) => id));
  });

  it("finds titles by short words and by numbers as well", async () => {
    const word = marker();
    const createdBy = { contactId: contacts.owner, name: "Ingrid Solheim" };
    await buildMeeting(portal.owner, account, { createdBy, title: `Ox ${word}` });
    await portal.owner.link.create({
      data: {
        accountId: account,
        title: `Ox ${word}`,
        url: "https://test.example/",
        domain: "test.example",
        addedByName: "A",
      },
    });
    expect((await found(OWNER, `ox ${word}`)).map(({ kind }) => kind).sort()).toEqual(["Links", "Meetings"]);
    const { number, title } = await portal.owner.action.findFirstOrThrow({ where: { accountId: account } });
    const titles = (await found(OWNER, `#${number}`)).filter(({ kind }) => kind === "Actions");
    expect(titles.map((one) => one.title)).toContain(title);
  });
});

it("words of less than three characters are not searched for in texts", async () => {
  const kinds = (await found(OWNER, "an")).map(({ kind }) => kind);
  for (const kind of ["Text in files", "Posts", "Text of decisions", "Agendas and minutes"]) {
    expect(kinds).not.toContain(kind);
  }
});
