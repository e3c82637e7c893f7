import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportActivity } from "@/lib/accounts/activity/export-activity";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { operations } from "@/lib/http/registry";
import { prepareExports } from "@/lib/jobs/prepare-exports";
import { addDays } from "@/lib/platform/kernel/dates";
import type { Said } from "@/lib/platform/language/say";
import { execute } from "@/lib/platform/operations/execute";
import { workspaceAreas } from "@/lib/policy/areas";
import { entryOf, type Permission } from "@/lib/policy/permissions";
import { createGroup } from "@/lib/workspace/discussions/create-group";
import { startThread } from "@/lib/workspace/discussions/start-thread";
import { updateGroup } from "@/lib/workspace/discussions/update-group";
import { changeAccess } from "@/lib/workspace/documents/change-access";
import { createFolder } from "@/lib/workspace/documents/create-folder";
import { deleteFolder } from "@/lib/workspace/documents/delete-folder";
import { moveFiles } from "@/lib/workspace/documents/move-files";
import { moveFolder } from "@/lib/workspace/documents/move-folder";
import { purgeFoldersJob } from "@/lib/workspace/documents/purge-deleted";
import { recuseFromFolder } from "@/lib/workspace/documents/recusals/recuse-from-folder";
import { renameDocument } from "@/lib/workspace/documents/rename-document";
import { renameFolder } from "@/lib/workspace/documents/rename-folder";
import { inviteAttendees } from "@/lib/workspace/meetings/attendees/invite-attendees";
import { uninviteAttendee } from "@/lib/workspace/meetings/attendees/uninvite-attendee";
import { createMeeting } from "@/lib/workspace/meetings/create-meeting";
import { deleteMeeting } from "@/lib/workspace/meetings/delete-meeting";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildDocument } from "@/prisma/seed/builders/document";
import { fileText } from "@/tests/fixtures/file-text";
import { problemOf } from "@/tests/fixtures/problem-of";
import { samples } from "@/tests/operations/samples";
import { type MeetingsPortal, meetingsPortal, OWNER } from "@/tests/workspace/meetings/arrange";

const SECRET = "Ouagadougou";
/** Support, and the log for them alone. */
const READER = "log-reader@northwind.example";
const when = { day: "2027-05-04", startTime: "10:00", endTime: "11:00", zone: "UTC" };

let at: MeetingsPortal;
let reader: string;
beforeAll(async () => {
  at = await meetingsPortal();
  const permissions = (["activity.view", "activity.export"] as const).map((permission) => ({ permission }));
  reader = await buildContact(at.portal.owner, at.account, {
    email: READER,
    name: "Log",
    roles: ["support"],
    permissions,
  });
});
afterAll(() => at.portal.close());

/** All that the log tells somebody: its list, its file, and the dashboard. */
async function told(email: string): Promise<string> {
  const as = at.run(email);
  const pages = [await as(listActivity, {}), await fileText(await as(exportActivity, {})), await as(viewDashboard, {})];
  return JSON.stringify(pages);
}

describe("a line about a record that its reader may not see", () => {
  it("names neither a meeting they aren't invited to, nor the people in it, until they are; and a deleted one to nobody but those who see all", async () => {
    const title = `${SECRET} meeting`;
    const { id: meetingId } = await at.asOwner(createMeeting, { title, ...when, chair: at.contacts.owner });
    expect(await told(READER)).not.toContain(SECRET);
    expect(await told(READER)).toContain("Created the meeting …");
    expect(await told(OWNER)).toContain(title);
    await at.asOwner(inviteAttendees, { meetingId, people: [reader] });
    expect(await told(READER)).toContain(title);
    await at.asOwner(deleteMeeting, { meetingId });
    expect(await told(READER)).not.toContain(SECRET);
    expect(await told(OWNER)).toContain(title);
  });

  it("names no folder that they can't open, and none to an owner who is recused from it", async () => {
    const { id: top } = await at.portal.owner.folder.findFirstOrThrow({
      where: { accountId: at.account, parentId: null },
    });
    const name = `${SECRET} folder`;
    const { id: folderId } = await at.asOwner(createFolder, { parentId: top, name, access: "own", people: [] });
    await at.asOwner(renameFolder, { folderId, name: `${SECRET} files` });
    expect(await told(OWNER)).toContain(`${SECRET} files`);
    expect(await told(READER)).not.toContain(SECRET);
    const asAdministrator = at.run("administrator@northwind.example");
    await asAdministrator(recuseFromFolder, { folderId, contactId: at.contacts.owner, reason: "Owns shares" });
    expect(await told(OWNER)).not.toContain(`${SECRET} files`);
    expect(await told("administrator@northwind.example")).toContain(`${SECRET} files`);
  });

  it("names neither a folder nor where it was moved to, if its reader sees only one of them", async () => {
    const { id: top } = await at.portal.owner.folder.findFirstOrThrow({
      where: { accountId: at.account, parentId: null },
    });
    const own = { parentId: top, access: "own" as const };
    const seen = await at.asOwner(createFolder, { ...own, name: "Shared papers", people: [reader] });
    const place = await at.asOwner(createFolder, { ...own, name: "Redundancies in Valparaiso", people: [] });
    expect(await told(READER)).toContain("Shared papers");
    await at.asOwner(moveFolder, { folderId: seen.id, toFolderId: place.id });
    expect(await told(OWNER)).toContain("Moved the folder “Shared papers” to “Redundancies in Valparaiso”");
    const log = await told(READER);
    expect(log).toContain("Moved the folder “…” to “…”");
    expect(log).not.toContain("Valparaiso");
    // Back in sight: a line names both to whoever sees both.
    await at.asOwner(changeAccess, { folderId: place.id, access: "own", people: [reader] });
    expect(await told(READER)).toContain("Moved the folder “Shared papers” to “Redundancies in Valparaiso”");
  });

  it("names no folder and no file of it to whoever was recused from it, also after both are gone for good", async () => {
    const { id: top } = await at.portal.owner.folder.findFirstOrThrow({
      where: { accountId: at.account, parentId: null },
    });
    const own = { parentId: top, access: "own" as const, people: [] };
    const folder = await at.asOwner(createFolder, { ...own, name: "Takeover of Antananarivo" });
    const document = await buildDocument(at.portal.owner, at.account, { folderId: folder.id, name: "Bid.txt" });
    await at.asOwner(renameDocument, { documentId: document, name: "Antananarivo bid.txt" });
    const asAdministrator = at.run("administrator@northwind.example");
    await asAdministrator(recuseFromFolder, {
      ...{ folderId: folder.id, contactId: at.contacts.owner, reason: "Owns shares" },
    });
    await asAdministrator(deleteFolder, { folderId: folder.id });
    const now = addDays(new Date(), 40);
    expect(await purgeFoldersJob.work({ accountId: at.account, id: folder.id }, now)).toBe(1);
    expect(await at.portal.owner.document.count({ where: { id: document } })).toBe(0);
    expect(await told(OWNER)).not.toContain("Antananarivo");
    expect(await told("administrator@northwind.example")).toContain("Antananarivo bid.txt");
    expect(await told(READER)).not.toContain("Antananarivo");
  });

  it("names nothing that had been deleted for good to whoever is recused later from the folder above it", async () => {
    const { id: top } = await at.portal.owner.folder.findFirstOrThrow({
      where: { accountId: at.account, parentId: null },
    });
    const place = await at.asOwner(createFolder, { parentId: top, name: "Ventures", access: "own", people: [] });
    const inside = { name: "Merger in Paramaribo", access: "inherit" as const };
    const folder = await at.asOwner(createFolder, { ...inside, parentId: place.id });
    const document = await buildDocument(at.portal.owner, at.account, { folderId: folder.id, name: "Bid.txt" });
    await at.asOwner(renameDocument, { documentId: document, name: "Paramaribo bid.txt" });
    await at.asOwner(deleteFolder, { folderId: folder.id });
    const now = addDays(new Date(), 40);
    expect(await purgeFoldersJob.work({ accountId: at.account, id: folder.id }, now)).toBe(1);
    expect(await told(OWNER)).toContain("Paramaribo bid.txt");
    const asAdministrator = at.run("administrator@northwind.example");
    await asAdministrator(recuseFromFolder, {
      ...{ folderId: place.id, contactId: at.contacts.owner, reason: "Owns shares" },
    });
    expect(await told(OWNER)).not.toContain("Paramaribo");
    // Also once that one is gone as well.
    await asAdministrator(deleteFolder, { folderId: place.id });
    expect(await purgeFoldersJob.work({ accountId: at.account, id: place.id }, now)).toBe(1);
    expect(await told(OWNER)).not.toContain("Paramaribo");
    expect(await told("administrator@northwind.example")).toContain("Paramaribo bid.txt");
  });

  it("names a file that was moved only to whoever sees where it is now, and where it was moved to", async () => {
    const { id: top } = await at.portal.owner.folder.findFirstOrThrow({
      where: { accountId: at.account, parentId: null },
    });
    const own = { parentId: top, access: "own" as const };
    const first = await at.asOwner(createFolder, { ...own, name: "For all to read", people: [reader] });
    const second = await at.asOwner(createFolder, { ...own, name: "For all as well", people: [reader] });
    const hidden = await at.asOwner(createFolder, { ...own, name: "For few", people: [] });
    const document = await buildDocument(at.portal.owner, at.account, {
      ...{ folderId: first.id, name: "Plan for Tegucigalpa.txt" },
    });
    await at.asOwner(moveFiles, { documentIds: [document], toFolderId: second.id });
    expect(await told(READER)).toContain("Moved “Plan for Tegucigalpa.txt” to “For all as well”");
    await at.asOwner(moveFiles, { documentIds: [document], toFolderId: hidden.id });
    expect(await told(READER)).not.toContain("Tegucigalpa");
    expect(await told(OWNER)).toContain("Moved “Plan for Tegucigalpa.txt” to “For few”");
  });

  it("of before moves said where to, names nothing to whoever is recused from any folder or doesn't see each", async () => {
    const said = { text: "Moved the folder “{name}” to “{place}”", values: { name: "Papers", place: "Ulaanbaatar" } };
    const event = { accountId: at.account, actorName: "Ana", via: "form", permission: "documents.folders.move" };
    const line = { ...event, operation: "folders.move", outcome: "done" as const, summary: "Moved", said };
    const { id: top } = await at.portal.owner.folder.findFirstOrThrow({
      where: { accountId: at.account, parentId: null },
    });
    await at.portal.owner.auditEvent.create({ data: { ...line, targetType: "folder", targetId: top } });
    expect(await told(READER)).not.toContain("Ulaanbaatar");
    expect(await told("administrator@northwind.example")).toContain("Ulaanbaatar");
    // They were recused from a folder above.
    expect(await told(OWNER)).not.toContain("Ulaanbaatar");
  });

  it("names no group that has become private, nor its threads, also of the time before", async () => {
    const name = `${SECRET} group`;
    const group = await at.asOwner(createGroup, { name, description: "", isPrivate: false });
    await at.asOwner(startThread, { groupId: group.id, title: `${SECRET} thread`, message: "Hello" });
    expect(await told(READER)).toContain(`${SECRET} thread`);
    await at.asOwner(updateGroup, { groupId: group.id, version: 1, name, isPrivate: true });
    const left = (await told(READER)).replaceAll(`${SECRET} meeting`, "");
    expect(left).not.toContain(SECRET);
    expect(await told(OWNER)).toContain(`${SECRET} thread`);
  });
});

/** A file of the log that the worker prepares for somebody, and the download of it. */
async function preparedLog(email: string) {
  const as = at.run(email);
  const { id: exportId } = await as(exportActivity.prepare, {});
  await prepareExports();
  return () => as(exportActivity, { exportId });
}

describe("a prepared file of the log", () => {
  it("is withheld from an owner who has been recused from a folder that it names, and from nobody else", async () => {
    const { id: top } = await at.portal.owner.folder.findFirstOrThrow({
      where: { accountId: at.account, parentId: null },
    });
    const name = `${SECRET} archive`;
    const { id: folderId } = await at.asOwner(createFolder, { parentId: top, name, access: "own", people: [] });
    const [own, others] = [await preparedLog(OWNER), await preparedLog("administrator@northwind.example")];
    expect(await fileText(await own())).toContain(name);
    const asAdministrator = at.run("administrator@northwind.example");
    await asAdministrator(recuseFromFolder, { folderId, contactId: at.contacts.owner, reason: "Owns shares" });
    expect((await problemOf(own())).code).toBe("conflict");
    expect(await fileText(await others())).toContain(name);
  });

  it("is withheld from somebody who has lost a meeting or a group that it names, and holds until then", async () => {
    const title = `${SECRET} hearing`;
    const { id: meetingId } = await at.asOwner(createMeeting, { title, ...when, chair: at.contacts.owner });
    await at.asOwner(inviteAttendees, { meetingId, people: [reader] });
    const group = await at.asOwner(createGroup, { name: `${SECRET} circle`, description: "", isPrivate: false });
    const [one, other] = [await preparedLog(READER), await preparedLog(READER)];
    expect(await fileText(await one())).toContain(title);
    expect(await fileText(await other())).toContain(`${SECRET} circle`);
    await at.asOwner(updateGroup, { groupId: group.id, version: 1, name: `${SECRET} circle`, isPrivate: true });
    expect((await problemOf(one())).code).toBe("conflict");
    const again = await preparedLog(READER);
    expect(await fileText(await again())).not.toContain(`${SECRET} circle`);
    await at.asOwner(uninviteAttendee, { meetingId, contactId: reader });
    expect((await problemOf(again())).code).toBe("conflict");
  });
});

/** Values that are a choice of the sentence, or a figure, name nothing. */
const names = ({ text, values = {} }: Said): string[] =>
  Object.entries(values)
    .filter(([name, value]) => typeof value === "string" && !text.includes(`{${name}, select,`) && !/^\d+$/.test(value))
    .map(([name]) => name);

describe("the lines that commands of the workspace write", () => {
  it("name only records of kinds whose names are left out for those who may not see them", async () => {
    const accountId = at.account;
    const commands = operations.filter(
      ({ kind, permission }) =>
        kind === "command" && (workspaceAreas as readonly string[]).includes(entryOf(permission as Permission).area),
    );
    const done: string[] = [];
    for (const operation of commands) {
      const input = await samples[operation.name]?.({ portal: at.portal, accountId, email: OWNER });
      await execute(await at.portal.as(OWNER), accountId, operation, { ...input } as never).then(
        () => done.push(operation.name),
        () => undefined,
      );
    }
    expect(done.length).toBeGreaterThan(80);
    const events = await at.portal.owner.auditEvent.findMany({
      where: { accountId, operation: { in: done }, outcome: "done" },
      select: { targetType: true, said: true },
    });
    const naming = new Map<string, Set<string>>();
    for (const { targetType, said } of events)
      for (const name of said === null ? [] : names(said as unknown as Said))
        naming.set(targetType ?? "", (naming.get(targetType ?? "") ?? new Set()).add(name));
    const kinds = Object.fromEntries([...naming].map(([kind, of]) => [kind, [...of].sort()]));
    expect(kinds).toEqual({
      "discussion-group": ["name", "person"],
      "discussion-thread": ["name", "title"],
      document: ["before", "name"],
      folder: ["before", "name", "place"],
      link: ["title"],
      meeting: ["name", "title"],
      // Of a type the name alone, which stands in every list of meetings.
      meetingType: ["name"],
    });
  });
});
