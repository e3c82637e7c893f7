import { z } from "zod";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf, FORMS_PAGE_SIZE } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { requireGroup } from "./group-record";
import { memberItem } from "./schema";

const orders = { joined: () => [{ createdAt: "asc" as const }] };

/** The people in a group, and those invited to it, in the order in which they came to it. */
export const listMembers = defineQuery({
  name: "discussions.list-members",
  permission: "discussions.groups.view-public",
  alsoChecks: ["discussions.groups.view-private"],
  alsoNeeds: ["people.members.view"],
  scope: "account",
  summary: "List the people in a discussion group",
  activity: "view the people in a discussion group",
  input: z.object({ groupId: id, ...cursorInput }),
  output: cursorPageOf(memberItem),
  http: { method: "GET", path: "/accounts/{accountId}/discussions/{groupId}/members" },
  run: async (context, { groupId, ...asked }) => {
    const { db, actor } = context;
    const where = { groupId, contact: { status: { not: "removed" as const } } };
    const inGroup = { ...asked, groupId, sort: "joined" as const, direction: "asc" as const };
    const list = keysetList("discussions.list-members", orders, inGroup, {}, FORMS_PAGE_SIZE);
    const columns = { contactId: true, joinedAt: true, invitedByName: true, contact: { select: { name: true } } };
    const select = list.select({ id: true, ...columns });
    const [found, total, { ownerContactId }] = await Promise.all([
      list.read((part) => db.discussionMember.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      db.discussionMember.count({ where, ...countedBy({ createdAt: "asc" }) }),
      requireGroup(context, groupId),
    ]);
    const page = list.page(found, total);
    return {
      ...page,
      items: page.items.map(({ contactId, joinedAt, invitedByName, contact }) => ({
        ...{ contactId, name: contact.name, joinedAt: isoOrNull(joinedAt), invitedByName },
        isOwner: contactId === ownerContactId,
        isMe: contactId === actor.contactId,
      })),
    };
  },
});
