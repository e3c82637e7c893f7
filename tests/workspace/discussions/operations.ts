import { randomUUID } from "node:crypto";
import { buildPostFile } from "@/prisma/seed/builders/attachment";
import { contact, nothing, ownerOf, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";
import { aGroup, aThread, contactOf } from "./arrange";

const picture = new Uint8Array(Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"));

/** A public group of the account's owner: what most may do in it. */
const group = async (at: Arrangement, plan: Partial<Parameters<typeof aGroup>[1]> = {}) => {
  const { contactId } = await ownerOf(at);
  const name = `Group ${unique()}`;
  return aGroup(at.portal.owner, {
    accountId: at.accountId,
    name,
    ownerContactId: contactId,
    members: [contactId],
    ...plan,
  });
};

/** The caller's own contact, or somebody's where they aren't of the account. */
const caller = async (at: Arrangement) =>
  (await contactOf(at.portal.owner, at.accountId, at.email)) ?? (await contact(at));

const ownGroup = async (at: Arrangement) => {
  const contactId = await caller(at);
  return group(at, { ownerContactId: contactId, members: [contactId] });
};

/** A group of the owner that the caller has joined. */
const joined = async (at: Arrangement) => {
  const { contactId: owner } = await ownerOf(at);
  const other = await contact(at);
  return group(at, { ownerContactId: other, members: [...new Set([other, owner, await caller(at)])] });
};

const thread = async (at: Arrangement, authors: (string | null)[] = [null]) =>
  aThread(at.portal.owner, { accountId: at.accountId, groupId: await group(at), authors });

/** A post of the account's owner. */
const ownersPost = async (at: Arrangement) => {
  const { contactId } = await ownerOf(at);
  const { replyIds } = await thread(at, [contactId]);
  return { replyId: replyIds[0] ?? "" };
};

const withMember = async (at: Arrangement) => {
  const contactId = await contact(at);
  const { contactId: owner } = await ownerOf(at);
  return { groupId: await group(at, { members: [owner, contactId] }), contactId };
};

/** A picture with a thumbnail. */
const postFile = async (at: Arrangement) => {
  const { replyIds } = await thread(at);
  const thumbnail = { key: `samples/${randomUUID()}`, contents: picture };
  const file = { name: "Sample.gif", contents: picture, thumbnail };
  return buildPostFile(at.portal.owner, at.accountId, { replyId: replyIds[0] ?? "", ...file });
};

/** One that the caller has begun, for a reply. */
const upload = async (at: Arrangement) => {
  const { owner } = at.portal;
  const { id: uploaderId } = await owner.person.findUniqueOrThrow({ where: { email: at.email } });
  const draft = `post ${(await thread(at)).threadId}`;
  const data = { accountId: at.accountId, uploaderId, draft, name: "Sample.txt", size: 10 };
  return (await owner.storedFile.create({ data })).id;
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                    own adm bil sup b+s cus age acc man
  "discussions.close-thread":         { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ threadId: (await thread(at)).threadId, closed: true }) },
  "discussions.create-group":         { may: " +   +   +   +   +   -   -   -   - ", sample: () => ({ name: `Group ${unique()}`, isPrivate: true }) },
  "discussions.delete-group":         { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ groupId: await ownGroup(at) }) },
  "discussions.delete-reply":         { may: " +   +   -   -   -   -   -   -   - ", sample: ownersPost },
  "discussions.delete-thread":        { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ threadId: (await thread(at)).threadId }) },
  "discussions.edit-reply":           { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ ...(await ownersPost(at)), version: 1, message: "Better" }) },
  "discussions.hand-over-group":      { may: " +   +   -   -   -   -   -   -   - ", sample: withMember },
  "discussions.invite":               { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ groupId: await group(at), people: [await contact(at)] }) },
  "discussions.invite-choices":       { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ groupId: await group(at) }) },
  "discussions.join-group":           { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ groupId: await group(at) }) },
  "discussions.leave-group":          { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ groupId: await joined(at) }) },
  "discussions.list-groups":          { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "discussions.list-members":         { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ groupId: await group(at) }) },
  "discussions.list-replies":         { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ threadId: (await thread(at)).threadId }) },
  "discussions.list-revisions":       { may: " +   +   +   +   +   -   -   -   - ", sample: ownersPost },
  "discussions.list-threads":         { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ groupId: await group(at) }) },
  "discussions.mark-read":            { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ threadId: (await thread(at)).threadId }) },
  "discussions.new-group-choices":    { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "discussions.new-thread-choices":   { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ groupId: await group(at) }) },
  "discussions.pin-thread":           { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ threadId: (await thread(at)).threadId, pinned: true }) },
  "discussions.remove-member":        { may: " +   +   -   -   -   -   -   -   - ", sample: withMember },
  "discussions.reply":                { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ threadId: (await thread(at)).threadId, message: "Agreed." }) },
  "discussions.set-group-notifications":  { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ groupId: await joined(at), level: "mentions", frequency: "daily" }) },
  "discussions.set-thread-notifications": { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ threadId: (await thread(at)).threadId, level: "none" }) },
  "discussions.start-thread":         { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ groupId: await group(at), title: "Sample", message: "What do you think?" }) },
  "discussions.download-file":        { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ attachmentId: await postFile(at) }) },
  "discussions.view-thumbnail":       { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ attachmentId: await postFile(at) }) },
  "discussions.list-uploads":         { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ threadId: (await thread(at)).threadId }) },
  "discussions.start-upload":         { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ threadId: (await thread(at)).threadId, name: "Sample.txt", size: 10 }) },
  "discussions.view-upload":          { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ uploadId: await upload(at) }) },
  "discussions.remove-upload":        { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ uploadId: await upload(at) }) },
  "discussions.update-group":         { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ groupId: await group(at), version: 1, name: "Renamed", isPrivate: false }) },
  "discussions.view-group":           { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ groupId: await group(at) }) },
  "discussions.view-group-settings":  { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ groupId: await group(at) }) },
  "discussions.view-reply":           { may: " +   +   +   +   +   -   -   -   - ", sample: ownersPost },
  "discussions.view-thread":          { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ threadId: (await thread(at)).threadId }) },
};
