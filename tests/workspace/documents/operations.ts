import { prepareExports } from "@/lib/jobs/prepare-exports";
import { addDays } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import { execute } from "@/lib/platform/operations/execute";
import { downloadZip } from "@/lib/workspace/documents/zip/download-zip";
import { buildDocument, buildFolder } from "@/prisma/seed/builders/document";
import { nothing } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests, Sample } from "@/tests/operations/arrangement";
import { viewers } from "@/tests/operations/viewers";
import { named, uploadOf } from "./arrange";

/** A folder in which the caller may do what people of its list may, and a file in it. */
const folder = async (at: Arrangement) => {
  const { owner } = at.portal;
  const me = await owner.contact.findFirst({
    where: { accountId: at.accountId, email: at.email },
    select: { id: true },
  });
  return buildFolder(owner, at.accountId, { name: named("Sample"), people: me ? [me.id] : [] });
};

const file = async (at: Arrangement, folderId?: string) =>
  buildDocument(at.portal.owner, at.accountId, {
    folderId: folderId ?? (await folder(at)),
    name: `${named("Sample")}.txt`,
  });

const inFolder: Sample = async (at) => ({ folderId: await folder(at) });
const ofFile: Sample = async (at) => ({ documentId: await file(at) });
const both = async (at: Arrangement) => ({ folderId: await folder(at), toFolderId: await folder(at) });
const files = async (at: Arrangement) => ({ documentIds: [await file(at)], toFolderId: await folder(at) });
const own = async (at: Arrangement) => ({ folderId: await folder(at), access: "own", people: [] });

const someoneElse = async (at: Arrangement) => {
  const where = { accountId: at.accountId, kind: "member", status: "active", email: { not: at.email } } as const;
  return (await at.portal.owner.contact.findFirstOrThrow({ where, orderBy: { createdAt: "desc" } })).id;
};

const recused: Sample = async (at) => {
  const [folderId, contactId] = [await folder(at), await someoneElse(at)];
  const data = { accountId: at.accountId, folderId, contactId, reason: "Works there", decidedByName: "Ana" };
  await at.portal.owner.folderRecusal.create({ data });
  return { folderId, contactId };
};

const conflict: Sample = async (at) => {
  const [folderId, contactId, { accountId }] = [await folder(at), await someoneElse(at), at];
  const key = named("kestrel").toLowerCase();
  await at.portal.owner.folderOrganisation.create({ data: { accountId, folderId, key, name: "Kestrel" } });
  const data = { accountId, contactId, key, organisation: "Kestrel", nature: "Director", fromDay: new Date() };
  await at.portal.owner.interest.create({ data });
  return { folderId, contactId, key };
};

const deletedAt = addDays(new Date(), -1);

const deletedFile: Sample = async (at) => {
  const documentId = await file(at);
  await at.portal.owner.document.update({ where: { id: documentId }, data: { deletedAt, deletedByName: "Sample" } });
  return { documentId };
};

const deletedFolder: Sample = async (at) => {
  const folderId = await folder(at);
  const data = { deletedAt, deletedByName: "Sample", deletedWithId: folderId, deletedItself: true };
  await at.portal.owner.folder.update({ where: { id: folderId }, data });
  return { folderId };
};

const uploaded = async (at: Arrangement, draft: string) =>
  uploadOf(at.portal.owner, at.accountId, { email: at.email, draft });

const begun: Sample = async (at) => {
  await at.portal.owner.storedFile.deleteMany({ where: { accountId: at.accountId, state: { not: "attached" } } });
  return { name: "Sample.txt", size: 4, folderId: await folder(at) };
};

const page: Sample = async (at) => {
  const { owner } = at.portal;
  const documentId = await file(at);
  const { fileId, file: stored } = await owner.document.findUniqueOrThrow({
    where: { id: documentId },
    select: { fileId: true, file: { select: { storageKey: true, size: true } } },
  });
  const of = { accountId: at.accountId, fileId };
  await owner.filePreview.create({ data: { ...of, state: "ready", pages: 1 } });
  const { storageKey, size } = stored;
  await owner.previewPage.create({ data: { ...of, number: 1, key: storageKey ?? "", size, width: 1, height: 1 } });
  return { documentId, number: 1 };
};

/** A ZIP file that the worker has prepared for the caller, if they may have one. */
const prepared: Sample = async (at) => {
  await at.portal.owner.export.deleteMany();
  const folderId = await folder(at);
  await file(at, folderId);
  const { owner, administrator, billing, support, both } = viewers;
  if (![owner, administrator, billing, support, both].some((may) => may === at.email)) return { folderId };
  const caller = await at.portal.as(at.email);
  try {
    const { id } = await execute(caller, at.accountId, downloadZip.prepare, { folderId });
    await prepareExports();
    return { exportId: id };
  } catch (error) {
    // Where the area is off, or on an account that isn't theirs.
    if (error instanceof Problem) return { folderId };
    throw error;
  }
};

const filled: Sample = async (at) => {
  const folderId = await folder(at);
  await file(at, folderId);
  return { folderId };
};

const requested: Sample = async (at) => {
  await at.portal.owner.export.deleteMany();
  return filled(at);
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                own adm bil sup b+s cus age acc man
  "folders.view":             { may: " +   +   +   +   +   -   -   -   - ", sample: inFolder },
  "folders.list":             { may: " +   +   +   +   +   -   -   -   - ", sample: inFolder },
  "folders.list-own-recusals": { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "folders.view-recusals":    { may: " +   +   -   -   -   -   -   -   - ", sample: inFolder },
  "folders.recuse":           { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ folderId: await folder(at), contactId: await someoneElse(at), reason: "Works there" }) },
  "folders.lift-recusal":     { may: " +   +   -   -   -   -   -   -   - ", sample: recused },
  "folders.dismiss-conflict": { may: " +   +   -   -   -   -   -   -   - ", sample: conflict },
  "folders.tag":              { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ folderId: await folder(at), organisations: "Kestrel" }) },
  "folders.who-can-open":     { may: " +   +   +   +   +   -   -   -   - ", sample: inFolder },
  "folders.creation-choices": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ parentId: await folder(at) }) },
  "folders.create":           { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ parentId: await folder(at), name: named("New") }) },
  "folders.rename":           { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ folderId: await folder(at), name: named("New") }) },
  "folders.preview-move":     { may: " +   +   -   -   -   -   -   -   - ", sample: both },
  "folders.move":             { may: " +   +   -   -   -   -   -   -   - ", sample: both },
  "folders.reorder":          { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ folderId: await folder(at), to: "first" }) },
  "folders.view-access":      { may: " +   +   -   -   -   -   -   -   - ", sample: inFolder },
  "folders.preview-access":   { may: " +   +   -   -   -   -   -   -   - ", sample: own },
  "folders.change-access":    { may: " +   +   -   -   -   -   -   -   - ", sample: own },
  "folders.delete":           { may: " +   +   -   -   -   -   -   -   - ", sample: inFolder },
  "folders.restore":          { may: " +   +   -   -   -   -   -   -   - ", sample: deletedFolder },
  "folders.list-deleted":     { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "documents.list":           { may: " +   +   +   +   +   -   -   -   - ", sample: inFolder },
  "documents.view":           { may: " +   +   +   +   +   -   -   -   - ", sample: ofFile },
  "documents.view-text":      { may: " +   +   +   +   +   -   -   -   - ", sample: ofFile },
  "documents.view-page":      { may: " +   +   +   +   +   -   -   -   - ", sample: page },
  "documents.download":       { may: " +   +   +   +   +   -   -   -   - ", sample: ofFile },
  "documents.download-zip":   { may: " +   +   +   +   +   -   -   -   - ", sample: prepared },
  "documents.prepare-download-zip": { may: " +   +   +   +   +   -   -   -   - ", sample: requested },
  "documents.preview-zip":    { may: " +   +   +   +   +   -   -   -   - ", sample: filled },
  "documents.list-versions":  { may: " +   +   +   +   +   -   -   -   - ", sample: ofFile },
  "documents.may-upload":     { may: " +   +   +   +   +   -   -   -   - ", sample: inFolder },
  "documents.start-upload":   { may: " +   +   +   +   +   -   -   -   - ", sample: begun },
  "documents.view-upload":    { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ uploadId: await uploaded(at, `folder ${await folder(at)}`) }) },
  "documents.remove-upload":  { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ uploadId: await uploaded(at, `folder ${await folder(at)}`) }) },
  "documents.add":            { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => { const folderId = await folder(at); return { folderId, uploadId: await uploaded(at, `folder ${folderId}`) }; } },
  "documents.replace":        { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => { const documentId = await file(at); return { documentId, uploadId: await uploaded(at, `document ${documentId}`) }; } },
  "documents.restore-version":{ may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ documentId: await file(at), number: 1 }) },
  "documents.rename":         { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ documentId: await file(at), name: `${named("New")}.txt` }) },
  "documents.preview-move":   { may: " +   +   -   -   -   -   -   -   - ", sample: files },
  "documents.preview-links":  { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ documentIds: [await file(at)], folderId: await folder(at) }) },
  "documents.move":           { may: " +   +   -   -   -   -   -   -   - ", sample: files },
  "documents.reorder":        { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ documentId: await file(at), to: "first" }) },
  "documents.delete":         { may: " +   +   -   -   -   -   -   -   - ", sample: ofFile },
  "documents.restore":        { may: " +   +   -   -   -   -   -   -   - ", sample: deletedFile },
  "documents.list-deleted":   { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
};
