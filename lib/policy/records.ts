import { msg, type Sentence } from "@/lib/platform/language/msg";
import { departments } from "./departments";
import type { Field, RecordSchema, Relation, StoredRelation } from "./record-schema";

const id = { type: "uuid", nullable: false, says: msg("id@@field") } as const satisfies Field;
const accountId = { type: "uuid", nullable: false, says: msg("account@@field") } as const satisfies Field;

const ref = (says: Sentence) => ({ type: "uuid", nullable: false, says }) as const satisfies Field;
const optionalRef = (says: Sentence) => ({ type: "uuid", nullable: true, says }) as const satisfies Field;
const flag = (says: Sentence) => ({ type: "boolean", nullable: false, says }) as const satisfies Field;
const oneOf = <const V extends readonly string[]>(says: Sentence, values: V) =>
  ({ type: "string", nullable: false, says, values }) as const satisfies Field;
const many = <T extends string>(to: T, says: Sentence, stored?: StoredRelation) =>
  ({ to, many: true, nullable: false, says, ...(stored && { stored }) }) as const satisfies Relation;
const one = <T extends string>(to: T, says: Sentence, stored?: StoredRelation) =>
  ({ to, many: false, nullable: false, says, ...(stored && { stored }) }) as const satisfies Relation;

/**
 * The kinds of records that permissions apply to, with the fields conditions may read: only what a decision can depend
 * on, not every column. Names match the Prisma schema.
 */
export const records = {
  contact: { fields: { id, accountId }, relations: {} },
  invoice: {
    fields: { id, accountId, status: oneOf(msg("status@@field"), ["draft", "open", "paid", "void", "uncollectible"]) },
    relations: {},
  },
  paymentMethod: { fields: { id, accountId }, relations: {} },
  service: { fields: { id, accountId }, relations: {} },
  ticket: {
    fields: {
      id,
      accountId,
      serviceId: optionalRef(msg("service@@field")),
      openedByContactId: optionalRef(msg("author@@field")),
      department: oneOf(msg("department@@field"), departments),
    },
    relations: {},
  },
  discussionGroup: {
    fields: { id, accountId, ownerContactId: optionalRef(msg("owner@@field")) },
    relations: { invitations: many("invitation", msg("invitees@@field")) },
  },
  discussionThread: { fields: { id, accountId }, relations: {} },
  discussionReply: { fields: { id, accountId, authorContactId: optionalRef(msg("author@@field")) }, relations: {} },
  threadSubscription: { fields: { id, accountId, contactId: ref(msg("subscriber@@field")) }, relations: {} },
  meeting: {
    fields: {
      id,
      accountId,
      createdByContactId: optionalRef(msg("creator@@field")),
      chairContactId: optionalRef(msg("chair@@field")),
    },
    relations: {
      invitations: many("invitation", msg("invitees@@field"), { table: "MeetingInvitation", column: "meetingId" }),
    },
  },
  /** Has no permissions of its own: who sees an item is decided with its meeting, unless they are recused from it. */
  meetingItem: {
    fields: { id, accountId },
    relations: {
      recusals: many("recusal", msg("recused people@@field"), { table: "MeetingItemRecusal", column: "itemId" }),
    },
  },
  meetingFeature: {
    fields: { id, accountId, openToInvited: flag(msg("open access for invitees@@field")) },
    relations: {
      meeting: one("meeting", msg("meeting@@field"), { idIn: "meetingId" }),
      openings: many("invitation", msg("chosen people@@field"), { table: "MeetingOpening", column: "featureId" }),
    },
  },
  action: {
    fields: { id, accountId },
    relations: {
      assignments: many("invitation", msg("assignees@@field")),
      /** From the agenda item under which it was agreed. */
      recusals: many("recusal", msg("recused people@@field")),
    },
  },
  decision: {
    fields: { id, accountId, chairContactId: optionalRef(msg("chair@@field")) },
    relations: {
      invitations: many("vote", msg("invitees@@field")),
      recusals: many("recusal", msg("recused people@@field")),
    },
  },
  interest: { fields: { id, accountId, contactId: ref(msg("person@@field")) }, relations: {} },
  folder: {
    fields: { id, accountId },
    relations: {
      governing: one("folderList", msg("list@@field"), { idIn: "governingId" }),
      recusals: many("recusal", msg("recused people@@field"), { table: "FolderShut", column: "folderId" }),
    },
  },
  file: { fields: { id, accountId, folderId: ref(msg("folder@@field")) }, relations: {} },
  link: { fields: { id, accountId }, relations: {} },
  activityEvent: { fields: { id, accountId }, relations: {} },
  mail: {
    fields: {
      id,
      kind: oneOf(msg("kind@@field"), ["billing", "services", "support", "people", "workspace", "security"]),
    },
    relations: {},
  },
  inboundMail: {
    fields: { id, department: oneOf(msg("department@@field"), ["support", "billing", "sales"]) },
    relations: {},
  },

  // Only ever read through one of the records above.
  /** The folder whose list of people applies: the folder itself, or the nearest one above it with its own list. */
  folderList: {
    fields: {},
    relations: {
      access: many("invitation", msg("invitees@@field"), { table: "FolderAccess", column: "folderId" }),
    },
  },
  invitation: { fields: { contactId: ref(msg("person@@field")) }, relations: {} },
  recusal: { fields: { contactId: ref(msg("person@@field")) }, relations: {} },
  vote: { fields: { contactId: ref(msg("person@@field")), mayVote: flag(msg("voting rights@@field")) }, relations: {} },
} as const satisfies RecordSchema;

export type Records = typeof records;
export type RecordType = keyof Records;
