import { expect, type Page } from "@playwright/test";
import { addDays } from "@/lib/platform/kernel/dates";
import { buildActions } from "@/prisma/seed/builders/action";
import { buildContact } from "@/prisma/seed/builders/contact";
import { buildDecision } from "@/prisma/seed/builders/decision";
import { buildFolder } from "@/prisma/seed/builders/document";
import { buildMeeting } from "@/prisma/seed/builders/meeting";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { desk, phone } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";
import { roleRequest } from "@/tests/staff/role-requests/arrange";
import { aGroup, aThread } from "@/tests/workspace/discussions/arrange";

/** Sixty letters without a space. */
const NAME = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt";

test("no page of the workspace is wider than its window or breaks a name into letters, however long the names on it", async ({
  db,
  browserOf,
}) => {
  const account = await buildTestAccount(db);
  const pages = await plantLongNames(db, account);
  const page = await browserOf(account.owner, { viewport: phone });
  for (const path of pages) {
    expect((await openPage(page, account.base + path)).status(), path).toBe(200);
    for (const size of [phone, desk]) {
      await page.setViewportSize(size);
      expect.soft(await overflow(page), `${path} at ${size.width} px`).toBeLessThanOrEqual(0);
      expect.soft(await narrowest(page), `${path} at ${size.width} px`).toBeGreaterThan(60);
    }
    await page.setViewportSize(phone);
  }
});

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The width of the name, among those of people in lists, that has least of it. */
const narrowest = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.min(1000, ...[...document.querySelectorAll(".person-name")].map((name) => name.getBoundingClientRect().width)),
  );

/** Everything that has a name, with the long one. Returns where it is shown. */
async function plantLongNames(db: OwnerDatabase, { id, contacts }: TestAccount): Promise<string[]> {
  const by = { contactId: contacts.owner, name: NAME };
  const email = `${NAME}@${NAME}.example`.toLowerCase();
  const person = await buildContact(db, id, { email, name: NAME, jobTitle: NAME, roles: ["support"] });
  const groupId = await aGroup(db, { accountId: id, name: NAME, members: [contacts.owner, person] });
  const { threadId } = await aThread(db, { accountId: id, groupId, title: NAME, authors: [person] });
  await db.discussionReply.updateMany({ where: { threadId }, data: { authorName: NAME, body: NAME } });
  const { meetingId } = await buildMeeting(db, id, {
    ...{ title: NAME, createdBy: by, chair: person, minuteTaker: person, people: [person], status: "scheduled" },
    items: [{ title: NAME, minutes: NAME }],
  });
  const [actionId] = await buildActions(db, id, [
    {
      ...{ title: NAME, details: NAME, createdBy: by, createdAt: new Date(), dueOn: addDays(new Date(), 2) },
      ...{ assignees: [{ contactId: person, name: NAME, note: NAME }], comments: [] },
    },
  ]);
  const decision = {
    title: NAME,
    purpose: NAME,
    options: [NAME, `${NAME}2`],
    chair: { id: contacts.owner, name: NAME },
  };
  const voters = [contacts.owner, person];
  const round = { votes: { [person]: 1 }, openedAt: addDays(new Date(), -3), voteBy: addDays(new Date(), -1) };
  const open = await buildDecision(db, id, { ...decision, voters });
  const closed = await buildDecision(db, id, { ...decision, voters, status: "closed", rounds: [round] });
  const folderId = await buildFolder(db, id, { name: NAME, people: [person] });
  await buildFolder(db, id, { name: NAME, parentId: folderId });
  const { personId } = await db.contact.findUniqueOrThrow({
    where: { id: contacts.owner },
    select: { personId: true },
  });
  const decided = { decidedById: personId, decidedByName: NAME, decidedAt: new Date() };
  const applied = { appliedById: personId, appliedByName: NAME, appliedAt: new Date(), appliedRole: "support" };
  const request = await roleRequest({ owner: db }, id, {
    ...{ contactId: person, requesterName: NAME, status: "applied", ...decided, ...applied, appliedContactId: person },
  });
  const interest = { organisation: NAME, key: NAME.toLowerCase(), nature: NAME, fromDay: new Date("2024-01-01") };
  await db.interest.create({ data: { accountId: id, contactId: person, ...interest } });
  return [
    ...["", "/people", `/people/${person}`, "/interests", "/discussions", `/discussions/${groupId}`],
    ...[`/discussions/threads/${threadId}`, "/meetings", `/meetings/${meetingId}`, `/meetings/${meetingId}/minutes`],
    ...["/actions", `/actions/${actionId}`, "/decisions", `/decisions/${open}`, `/decisions/${closed}`],
    ...[`/decisions/${closed}/result`, "/documents", `/documents/${folderId}`],
    ...[`/documents/${folderId}/people`, "/people/role-requests", `/people/role-requests/${request.id}`],
  ];
}
