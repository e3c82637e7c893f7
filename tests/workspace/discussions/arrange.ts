import type { Prisma } from "@/lib/platform/db/generated/client";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

interface GroupPlan {
  readonly accountId: string;
  readonly isPrivate?: boolean;
  readonly name?: string;
  readonly ownerContactId?: string | null;
  /** Contacts who have joined. */
  readonly members?: readonly string[];
  /** Contacts who are invited and haven't joined. */
  readonly invited?: readonly string[];
  readonly telling?: Pick<Prisma.DiscussionMemberCreateManyInput, "level" | "frequency">;
}

const LONG_AGO = new Date("2026-01-05T09:00:00Z");

/** A group with people in it. */
export async function aGroup(db: OwnerDatabase, plan: GroupPlan): Promise<string> {
  const { accountId, isPrivate = false, name = "Sample group", ownerContactId = null, telling } = plan;
  const group = await db.discussionGroup.create({ data: { accountId, name, isPrivate, ownerContactId } });
  const person = (contactId: string, joinedAt: Date | null) => ({
    ...{ accountId, groupId: group.id, contactId, joinedAt },
    ...telling,
  });
  await db.discussionMember.createMany({
    data: [
      ...(plan.members ?? []).map((one) => person(one, LONG_AGO)),
      ...(plan.invited ?? []).map((one) => person(one, null)),
    ],
  });
  return group.id;
}

interface ThreadPlan {
  readonly accountId: string;
  readonly groupId: string;
  readonly title?: string;
  /** Their authors, in order: contacts. */
  readonly authors?: readonly (string | null)[];
}

/** A thread with posts. */
export async function aThread(
  db: OwnerDatabase,
  { accountId, groupId, title = "Sample", authors = [null] }: ThreadPlan,
) {
  const { id: threadId } = await db.discussionThread.create({
    data: {
      accountId,
      groupId,
      title,
      startedByName: "Ana",
      lastNumber: authors.length,
      startedByContactId: authors[0],
    },
  });
  const replyIds: string[] = [];
  for (const [index, authorContactId] of authors.entries()) {
    const of = { accountId, threadId, number: index + 1 };
    const data = { ...of, authorContactId, authorName: "Ana", body: `Post ${index + 1}` };
    replyIds.push((await db.discussionReply.create({ data })).id);
  }
  return { threadId, replyIds };
}

/** The contact of an address on an account; null if there is none. */
export const contactOf = async (db: OwnerDatabase, accountId: string, email: string): Promise<string | null> =>
  (await db.contact.findFirst({ where: { accountId, email }, select: { id: true } }))?.id ?? null;
