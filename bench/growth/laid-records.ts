import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

type Find = (db: OwnerDatabase, accountId: string) => Promise<object>;

const first = { orderBy: { id: "asc" }, select: { id: true } } as const;

const group: Find = async (db, accountId) => {
  const { id } = await db.discussionGroup.findFirstOrThrow({ where: { accountId, name: "Group 1" }, ...first });
  return { groupId: id };
};
const thread: Find = async (db, accountId) => {
  const { id } = await db.discussionThread.findFirstOrThrow({ where: { accountId, lastNumber: 8 }, ...first });
  return { threadId: id };
};
const meeting: Find = async (db, accountId) => {
  const where = { accountId, title: { startsWith: "Meeting about" } };
  const { id } = await db.meeting.findFirstOrThrow({ where, ...first });
  return { meetingId: id };
};
const item: Find = async (db, accountId) => {
  const where = { accountId, meeting: { title: { startsWith: "Meeting about" } } };
  const { id, meetingId } = await db.meetingItem.findFirstOrThrow({
    where,
    orderBy: { id: "asc" },
    select: { id: true, meetingId: true },
  });
  return { meetingId, itemId: id };
};
const action: Find = async (db, accountId) => {
  const { id } = await db.action.findFirstOrThrow({ where: { accountId, title: { startsWith: "See to" } }, ...first });
  return { actionId: id };
};
const decision: Find = async (db, accountId) => {
  const where = { accountId, status: "open", title: { startsWith: "Approve the" } } as const;
  const { id } = await db.decision.findFirstOrThrow({ where, ...first });
  return { decisionId: id };
};
/** One with a list of its own. */
const folder: Find = async (db, accountId) => {
  const { id } = await db.folder.findFirstOrThrow({ where: { accountId, name: "Folder 00002" }, ...first });
  return { folderId: id };
};
const top: Find = async (db, accountId) => {
  const { id } = await db.folder.findFirstOrThrow({ where: { accountId, parentId: null }, ...first });
  return { folderId: id };
};

/** What was laid and grows with the account, read instead of the record that the sample of the tests would make. */
export const laidRecords: Readonly<Record<string, Find>> = {
  "discussions.list-threads": group,
  "discussions.list-members": group,
  "discussions.view-group": group,
  "discussions.view-group-settings": group,
  "discussions.invite-choices": group,
  "discussions.list-replies": thread,
  "discussions.view-thread": thread,
  "meetings.view": meeting,
  "meetings.preview-audience": meeting,
  "meetings.view-recusals": item,
  "actions.view": action,
  "actions.list-history": action,
  "decisions.view": decision,
  "decisions.view-outline": decision,
  "decisions.list-comments": decision,
  "decisions.preview-audience": decision,
  "decisions.view-member-choices": decision,
  "documents.list": top,
  "folders.list": top,
  "folders.view": top,
  "folders.creation-choices": async (db, accountId) => {
    const { folderId } = (await folder(db, accountId)) as { folderId: string };
    return { parentId: folderId };
  },
  "folders.view-access": folder,
  "folders.who-can-open": folder,
  "folders.view-recusals": folder,
};
