import { randomUUID } from "node:crypto";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { mentionedIn } from "@/lib/platform/kernel/mentioned-in";
import { nextDigestAt } from "@/lib/workspace/discussions/next-digest-at";
import type { OwnerDatabase } from "../builders/owner-database";
import { discussionTexts, type GroupText, type ThreadText } from "./discussion-texts";
import type { Northwind } from "./northwind";

const TIME_ZONE = "Europe/Amsterdam";

/** Groups, threads and posts of the last weeks. Whoever has written last in a thread has read it. */
export async function seedDiscussions(db: OwnerDatabase, northwind: Northwind, now: Date): Promise<void> {
  const contacts = await db.contact.findMany({ where: { accountId: northwind.id }, select: { id: true, name: true } });
  const names = new Map(contacts.map(({ id, name }) => [id, name]));
  const place: Place = { northwind, now, names, people: contacts };
  const groups = discussionTexts.map((text, index) => ({
    ...groupOf(place, text, index),
    threads: text.threads.map((thread) => threadOf(place, thread)),
  }));
  const accountId = northwind.id;
  await db.discussionGroup.createMany({ data: groups.map(({ group }) => ({ ...group, accountId })) });
  await db.discussionMember.createMany({
    data: groups.flatMap(({ group, members }) => members.map((one) => ({ ...one, accountId, groupId: group.id }))),
  });
  const threads = groups.flatMap(({ group, threads: all }) => all.map((one) => ({ ...one, groupId: group.id })));
  await db.discussionThread.createMany({
    data: threads.map(({ thread, groupId }) => ({ ...thread, accountId, groupId })),
  });
  const ofThreads = <T>(rows: (one: (typeof threads)[number]) => readonly T[]) =>
    threads.flatMap((one) => rows(one).map((row) => ({ ...row, accountId, threadId: one.thread.id })));
  await db.discussionReply.createMany({ data: ofThreads(({ posts }) => posts) });
  await db.discussionMention.createMany({ data: ofThreads(({ mentions }) => mentions) });
  await db.discussionReading.createMany({ data: ofThreads(({ readings }) => readings) });
  const { owner, billing, billingSupport } = northwind.contacts;
  await db.discussionDigest.createMany({
    data: [owner, billing, billingSupport].map((contactId) => ({
      ...{ accountId, contactId, frequency: "daily" as const, timeZone: TIME_ZONE },
      dueAt: nextDigestAt("daily", TIME_ZONE, now),
    })),
  });
}

interface Place {
  readonly northwind: Northwind;
  readonly now: Date;
  readonly names: ReadonlyMap<string, string>;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

function groupOf({ northwind, now, names }: Place, text: GroupText, index: number) {
  const { contacts } = northwind;
  const createdAt = addDays(now, -60 + index);
  const { name, description, isPrivate = false, owner } = text;
  const invitedByName = names.get(contacts[owner]) ?? null;
  const group = { id: randomUUID(), name, description, isPrivate, createdAt, ownerContactId: contacts[owner] };
  return {
    group,
    members: [
      ...text.members.map((who) => ({
        ...{ contactId: contacts[who], joinedAt: createdAt, createdAt },
        invitedByName: who === owner ? null : invitedByName,
      })),
      ...(text.invited ?? []).map((who) => ({
        ...{ contactId: contacts[who], joinedAt: null, createdAt: addDays(now, -2) },
        invitedByName,
      })),
    ],
  };
}

const HOURS_BETWEEN = 3;

function threadOf({ northwind, now, names, people }: Place, text: ThreadText) {
  const { contacts } = northwind;
  const { title, daysAgo, pinned = false, closed = false } = text;
  const startedAt = addMinutes(addDays(now, -daysAgo), -25 - (daysAgo % 5) * 47);
  const posts = text.posts.map(([who, body], index) => ({
    ...{ id: randomUUID(), number: index + 1, body, authorContactId: contacts[who] },
    authorName: names.get(contacts[who]) ?? "",
    createdAt: addMinutes(startedAt, index * HOURS_BETWEEN * (daysAgo > 1 ? 60 : 30)),
  }));
  const [first] = posts;
  const last = posts.at(-1);
  const lastReplyAt = last?.createdAt ?? startedAt;
  const readings = new Map(posts.map(({ authorContactId, number }) => [authorContactId, number]));
  return {
    thread: {
      ...{
        id: randomUUID(),
        title,
        pinned: pinned ? 1 : 0,
        createdAt: startedAt,
        lastReplyAt,
        lastNumber: posts.length,
      },
      ...{ startedByContactId: first?.authorContactId ?? null, startedByName: first?.authorName ?? "" },
      ...(closed && { closedAt: lastReplyAt, closedByName: last?.authorName ?? "" }),
    },
    posts,
    mentions: posts.flatMap(({ id: replyId, number, body }) =>
      mentionedIn(body, people).map(({ id: contactId }) => ({ replyId, number, contactId })),
    ),
    readings: [...readings].map(([contactId, readNumber]) => ({ contactId, readNumber })),
  };
}
