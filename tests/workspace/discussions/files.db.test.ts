import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { find } from "@/lib/home/search/find";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { closeThread } from "@/lib/workspace/discussions/close-thread";
import { deleteGroup } from "@/lib/workspace/discussions/delete-group";
import { deleteReply } from "@/lib/workspace/discussions/delete-reply";
import { deleteThread } from "@/lib/workspace/discussions/delete-thread";
import { editReply } from "@/lib/workspace/discussions/edit-reply";
import { downloadPostFile } from "@/lib/workspace/discussions/files/download-post-file";
import { listPostUploads } from "@/lib/workspace/discussions/files/list-post-uploads";
import { viewPostThumbnail } from "@/lib/workspace/discussions/files/view-post-thumbnail";
import { listReplies } from "@/lib/workspace/discussions/list-replies";
import { listRevisions } from "@/lib/workspace/discussions/list-revisions";
import { removeMember } from "@/lib/workspace/discussions/remove-member";
import { replyInThread } from "@/lib/workspace/discussions/reply-in-thread";
import { startThread } from "@/lib/workspace/discussions/start-thread";
import { hostileFiles } from "@/tests/fixtures/hostile-files";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { restCall } from "@/tests/fixtures/rest-call";
import { ask, begin, formOf, type Sender, send, uploaded } from "@/tests/fixtures/uploads";
import { aGroup, aThread } from "./arrange";

const BILLING = "billing@northwind.example";
const SUPPORT = "support@northwind.example";
const OWNER = "owner@northwind.example";
const message = "See the files.";

let portal: TestPortal;
let folder: string;
let account: string;
/** Of the billing contact's private group. */
let groupId: string;
let threadId: string;

beforeAll(async () => {
  portal = await testPortal();
  folder = await mkdtemp(path.join(tmpdir(), "portcullis-posts-"));
  process.env.FILES_DIR = folder;
  forgetEnvironment();
  account = portal.demo.northwind.id;
  const { billing } = portal.demo.northwind.contacts;
  groupId = await aGroup(portal.owner, {
    ...{ accountId: account, isPrivate: true, name: "Prices", ownerContactId: billing },
    members: [billing, portal.demo.northwind.contacts.support],
  });
  ({ threadId } = await aThread(portal.owner, { accountId: account, groupId, authors: [billing] }));
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true, force: true });
});

const senderOf = async (email: string): Promise<Sender> => ({
  ...{ cookie: await portal.cookie(email), accountId: account },
  place: "/discussions",
});
const upload = async (
  name: string,
  contents: Uint8Array<ArrayBuffer> | string = name,
  about = { threadId } as object,
) => uploaded(await senderOf(BILLING), name, contents, about as Record<string, string>);
const reply = async (attachmentIds: string[], to = threadId) =>
  execute(await portal.as(BILLING), account, replyInThread, { threadId: to, message, attachmentIds });
const filesOf = async (replyId: string) =>
  portal.owner.discussionAttachment.findMany({ where: { replyId }, orderBy: { position: "asc" } });

/** A reply with these files, and their ids. */
async function posted(names: readonly string[], to = threadId) {
  const ids: string[] = [];
  for (const name of names) ids.push(await upload(name, name, { threadId: to }));
  const { id: replyId } = await reply(ids, to);
  return { replyId, files: (await filesOf(replyId)).map(({ id }) => id) };
}
const download = async (email: string, attachmentId: string, operation = downloadPostFile, accountId = account) =>
  restCall({ operation, accountId, input: { attachmentId }, cookie: await portal.cookie(email) });
const shown = async (email = BILLING) => {
  const caller = await portal.as(email);
  const attachments = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await execute(caller, account, listReplies, { threadId, ...(cursor && { cursor }) });
    attachments.push(...items.flatMap((one) => one.attachments));
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  return attachments;
};
const onDisk = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
const swept = () => sweepFiles(addMinutes(new Date(), 30));

hostileFiles({
  attach: async (name, contents) => {
    const { id } = await reply([await upload(name, contents)]);
    return (await filesOf(id))[0]?.id ?? "";
  },
  download: (id, operation) => download(SUPPORT, id, operation === "thumbnail" ? viewPostThumbnail : downloadPostFile),
  upload: async (name, contents) => {
    const sender = await senderOf(BILLING);
    const started = await begin(sender, name, contents.length, { threadId });
    return send(sender, started.headers.get("location") ?? "", 0, contents);
  },
  shown: () => shown(),
  portal: () => portal,
});

describe("the files of a post", () => {
  it("are in the order they were attached in, for everybody who sees the thread", async () => {
    const { files } = await posted(["offer.pdf", "prices.csv", "terms.txt"]);
    for (const email of [BILLING, SUPPORT, OWNER]) {
      const names = (await shown(email)).filter(({ id }) => files.includes(id)).map(({ name }) => name);
      expect(names).toEqual(["offer.pdf", "prices.csv", "terms.txt"]);
      expect(await (await download(email, files[1] ?? "")).text()).toBe("prices.csv");
    }
  });

  it("do not exist for anybody else", async () => {
    const { files } = await posted(["secret.txt"]);
    const [id = ""] = files;
    const { globex } = portal.demo;
    expect((await download("billing-support@northwind.example", id)).status).toBe(404);
    expect((await download("owner@globex.example", id, downloadPostFile, globex.id)).status).toBe(404);
    expect((await download("owner@globex.example", id)).status).toBe(404);
    expect((await download(SUPPORT, id)).status).toBe(200);
    const anonymous = { operation: downloadPostFile, accountId: account, input: { attachmentId: id } };
    expect((await restCall(anonymous)).status).toBe(401);
  });

  it("are gone for who is taken out of the group", async () => {
    const { billing, support } = portal.demo.northwind.contacts;
    const group = { accountId: account, isPrivate: true, ownerContactId: billing, members: [billing, support] };
    const other = await aGroup(portal.owner, group);
    const { threadId: to } = await aThread(portal.owner, { accountId: account, groupId: other, authors: [billing] });
    const { files } = await posted(["left.txt"], to);
    const [id = ""] = files;
    expect((await download(SUPPORT, id)).status).toBe(200);
    await execute(await portal.as(BILLING), account, removeMember, { groupId: other, contactId: support });
    expect((await download(SUPPORT, id)).status).toBe(404);
  });

  it("can be attached to the opening post of a thread", async () => {
    const file = await upload("agenda.txt", "agenda", { groupId });
    const opened = { groupId, title: "Opened", message, attachmentIds: [file] };
    const { replyId } = await execute(await portal.as(BILLING), account, startThread, opened);
    expect(await filesOf(replyId)).toHaveLength(1);
  });

  it("are named in the email about the post, and found by their names", async () => {
    await portal.owner.discussionMember.updateMany({ where: { groupId }, data: { level: "all", frequency: "atOnce" } });
    await posted(["quarterly-forecast.txt"]);
    const mail = await portal.owner.outboxMail.findFirst({
      where: { accountId: account, template: "discussion-post" },
      orderBy: { id: "desc" },
    });
    expect(mail?.text).toContain("quarterly-forecast.txt");
    const found = async (email: string) =>
      JSON.stringify(await execute(await portal.as(email), account, find, { q: "quarterly-forecast" }));
    expect(await found(SUPPORT)).toContain("quarterly-forecast.txt");
    expect(await found("billing-support@northwind.example")).not.toContain("quarterly");
  });
});

describe("an upload for a post", () => {
  it("is taken by one post, of fifty at once", async () => {
    const file = await upload("race.txt");
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => reply([file])));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await portal.owner.discussionAttachment.count({ where: { fileId: file } })).toBe(1);
    const { uploads } = await execute(await portal.as(BILLING), account, listPostUploads, { threadId });
    expect(uploads).toEqual([]);
  });

  it("is taken by nothing but what it was uploaded for, and by nobody but its uploader", async () => {
    const { threadId: another } = await aThread(portal.owner, { accountId: account, groupId });
    const { id: ticketId } = await portal.owner.ticket.findFirstOrThrow({
      where: { accountId: account, status: "open", department: "support" },
    });
    const own = await upload("own.txt");
    const ofSupport = await uploaded(await senderOf(SUPPORT), "theirs.txt", "1", { threadId });
    const ofTicket = await uploaded({ ...(await senderOf(SUPPORT)), place: "" }, "ticket.txt", "1", { ticketId });
    for (const [ids, to] of [[[own], another], [[ofSupport]], [[own, ofTicket]]] as const) {
      expect((await problemOf(reply([...ids], to))).code).toBe("invalid");
    }
    const onTicket = { ticketId, message, attachmentIds: [ofSupport] };
    expect((await problemOf(execute(await portal.as(SUPPORT), account, replyToTicket, onTicket))).code).toBe("invalid");
    for (const place of ["", "/documents"]) {
      expect((await ask(await senderOf(BILLING), "HEAD", `/uploads/${account}${place}/${own}`)).ok).toBe(false);
    }
    expect((await ask(await senderOf(SUPPORT), "HEAD", `/uploads/${account}/discussions/${own}`)).status).toBe(404);
    expect((await ask(await senderOf(BILLING), "DELETE", `/uploads/${account}/discussions/${own}`)).status).toBe(204);
  });

  it("is refused where its sender may not write", async () => {
    const [sender, other] = [await senderOf(BILLING), await senderOf("billing-support@northwind.example")];
    const { threadId: closed } = await aThread(portal.owner, { accountId: account, groupId });
    await execute(await portal.as(OWNER), account, closeThread, { threadId: closed, closed: true });
    const { files } = await posted(["theirs.txt"]);
    const { replyId } = await portal.owner.discussionAttachment.findFirstOrThrow({ where: { id: files[0] ?? "" } });
    const status = async (from: Sender, about: Record<string, string>) => (await begin(from, "a.txt", 1, about)).status;
    expect(await status(other, { threadId })).toBe(404);
    expect(await status(other, { groupId })).toBe(404);
    expect(await status(sender, { threadId: closed })).toBe(409);
    expect(await status(await senderOf(SUPPORT), { replyId })).toBe(403);
    expect(await status(sender, {})).toBe(400);
    expect(await status(sender, { threadId, groupId })).toBe(400);
    expect(await status(await senderOf("staff-support@portcullis.example"), { threadId })).toBe(403);
  });

  it("stops with its sender's access, in the middle of the file", async () => {
    const { billing, support } = portal.demo.northwind.contacts;
    const group = { accountId: account, isPrivate: true, ownerContactId: billing, members: [billing, support] };
    const other = await aGroup(portal.owner, group);
    const { threadId: to } = await aThread(portal.owner, { accountId: account, groupId: other });
    const sender = await senderOf(SUPPORT);
    const location = (await begin(sender, "half.txt", 10, { threadId: to })).headers.get("location") ?? "";
    expect((await send(sender, location, 0, "12345")).status).toBe(204);
    await execute(await portal.as(BILLING), account, removeMember, { groupId: other, contactId: support });
    expect((await send(sender, location, 5, "67890")).status).toBe(404);
  });

  it("is one of ten at most, with a sentence that says so", async () => {
    const { threadId: to } = await aThread(portal.owner, { accountId: account, groupId });
    const sender = await senderOf(BILLING);
    for (let index = 0; index < 10; index++) await uploaded(sender, `${index}.txt`, "1", { threadId: to });
    const answer = await begin(sender, "eleventh.txt", 1, { threadId: to });
    expect([answer.status, (await answer.json()).detail]).toEqual([
      400,
      "A message can have up to 10 files. “eleventh.txt” wasn't uploaded.",
    ]);
  });

  it("can be sent by a form without a script, which leads back to the page", async () => {
    const { threadId: to } = await aThread(portal.owner, { accountId: account, groupId });
    const { type, body } = formOf([["plain.txt", "plain"]]);
    const sender = await senderOf(BILLING);
    const address = `/uploads/${account}/discussions?threadId=${to}`;
    const answer = await ask(sender, "POST", address, { "content-type": type }, body);
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/a/${account}/discussions/threads/${to}#message-files`,
    ]);
    const { uploads } = await execute(await portal.as(BILLING), account, listPostUploads, { threadId: to });
    expect(uploads.map(({ name }) => name)).toEqual(["plain.txt"]);
  });
});

describe("editing a post", () => {
  const edit = async (
    replyId: string,
    version: number,
    changes: { removeFiles?: string[]; attachmentIds?: string[] },
  ) =>
    execute(await portal.as(BILLING), account, editReply, {
      replyId,
      version,
      message: `${message} ${version}`,
      ...changes,
    });

  it("takes files off for good, adds others after them, and keeps the names in its earlier version", async () => {
    const { replyId, files } = await posted(["stays.txt", "goes.txt"]);
    const added = await upload("added.txt", "added", { replyId });
    await edit(replyId, 1, { removeFiles: [files[1] ?? ""], attachmentIds: [added] });
    expect((await download(BILLING, files[1] ?? "")).status).toBe(404);
    expect((await download(BILLING, files[0] ?? "")).status).toBe(200);
    const names = (await shown()).slice(-2).map(({ name }) => name);
    expect(names).toEqual(["stays.txt", "added.txt"]);
    const { items } = await execute(await portal.as(SUPPORT), account, listRevisions, { replyId });
    expect(items.map(({ files: before }) => before)).toEqual([["stays.txt", "goes.txt"]]);
  });

  it("takes no file off another post", async () => {
    const [one, other] = [await posted(["one.txt"]), await posted(["other.txt"])];
    await edit(one.replyId, 1, { removeFiles: other.files });
    expect((await download(BILLING, other.files[0] ?? "")).status).toBe(200);
  });

  it("never leaves a post with more than ten files", async () => {
    const { replyId, files } = await posted(Array.from({ length: 9 }, (_, index) => `${index}.txt`));
    const two = [await upload("a.txt", "a", { replyId }), await upload("b.txt", "b", { replyId })];
    expect((await problemOf(edit(replyId, 1, { attachmentIds: two }))).code).toBe("invalid");
    await edit(replyId, 1, { attachmentIds: two, removeFiles: files.slice(0, 1) });
    expect(await filesOf(replyId)).toHaveLength(10);
  });
});

describe("what is deleted", () => {
  it("takes its files along: a post, a thread, a group", async () => {
    await swept();
    const before = await onDisk();
    const { billing } = portal.demo.northwind.contacts;
    const group = { accountId: account, ownerContactId: billing, members: [billing] };
    const other = await aGroup(portal.owner, group);
    const threads = [];
    for (let index = 0; index < 3; index++) {
      threads.push((await aThread(portal.owner, { accountId: account, groupId: other })).threadId);
    }
    const [first, second, third] = [
      await posted(["a.txt"], threads[0]),
      await posted(["b.txt"], threads[1]),
      await posted(["c.txt"], threads[2]),
    ];
    expect(await onDisk()).toBe(before + 3);
    await execute(await portal.as(OWNER), account, deleteReply, { replyId: first.replyId });
    expect((await download(BILLING, first.files[0] ?? "")).status).toBe(404);
    await execute(await portal.as(OWNER), account, deleteThread, { threadId: threads[1] ?? "" });
    expect((await download(BILLING, second.files[0] ?? "")).status).toBe(404);
    await swept();
    expect(await onDisk()).toBe(before + 1);
    await execute(await portal.as(BILLING), account, deleteGroup, { groupId: other });
    expect((await download(BILLING, third.files[0] ?? "")).status).toBe(404);
    await swept();
    expect(await onDisk()).toBe(before);
  });

  it("leaves no file of a post that is deleted while files are attached to it, fifty times at once", async () => {
    const { replyId, files } = await posted(["old.txt"]);
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) ids.push(await upload(`${index}.txt`, "x", { replyId }));
    const caller = await portal.as(BILLING);
    await Promise.allSettled([
      ...Array.from({ length: 49 }, (_, index) =>
        execute(caller, account, editReply, { replyId, version: 1, message, attachmentIds: [ids[index % 5] ?? ""] }),
      ),
      execute(await portal.as(OWNER), account, deleteReply, { replyId }),
    ]);
    expect(await filesOf(replyId)).toEqual([]);
    expect((await download(BILLING, files[0] ?? "")).status).toBe(404);
  });
});
