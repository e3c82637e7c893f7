import type { Field, RecordSchema, Relation } from "./record-schema";

const id = { type: "uuid", nullable: false, says: "id" } as const satisfies Field;
const accountId = { type: "uuid", nullable: false, says: "account" } as const satisfies Field;

const ref = <S extends string>(says: S) => ({ type: "uuid", nullable: false, says }) as const satisfies Field;
const optionalRef = <S extends string>(says: S) => ({ type: "uuid", nullable: true, says }) as const satisfies Field;
const flag = <S extends string>(says: S) => ({ type: "boolean", nullable: false, says }) as const satisfies Field;
const oneOf = <S extends string, const V extends readonly string[]>(says: S, values: V) =>
  ({ type: "string", nullable: false, says, values }) as const satisfies Field;
const many = <T extends string>(to: T, says: string) =>
  ({ to, many: true, nullable: false, says }) as const satisfies Relation;
const one = <T extends string>(to: T, says: string) =>
  ({ to, many: false, nullable: false, says }) as const satisfies Relation;

/**
 * The kinds of records that permissions apply to, with the fields conditions may read: only what a decision can depend
 * on, not every column. Names match the Prisma schema.
 */
export const records = {
  contact: { fields: { id, accountId }, relations: {} },
  invoice: {
    fields: { id, accountId, status: oneOf("status", ["draft", "open", "paid", "void", "uncollectible"]) },
    relations: {},
  },
  paymentMethod: { fields: { id, accountId }, relations: {} },
  service: { fields: { id, accountId }, relations: {} },
  ticket: {
    fields: {
      id,
      accountId,
      serviceId: optionalRef("service"),
      openedByContactId: optionalRef("author"),
      department: oneOf("department", ["support", "billing", "sales"]),
    },
    relations: {},
  },
  discussionGroup: {
    fields: { id, accountId, ownerContactId: optionalRef("owner") },
    relations: { invitations: many("invitation", "invitees") },
  },
  discussionThread: { fields: { id, accountId }, relations: {} },
  discussionReply: { fields: { id, accountId, authorContactId: optionalRef("author") }, relations: {} },
  threadSubscription: { fields: { id, accountId, contactId: ref("subscriber") }, relations: {} },
  meeting: {
    fields: { id, accountId, createdByContactId: optionalRef("creator"), chairContactId: optionalRef("chair") },
    relations: { invitations: many("invitation", "invitees") },
  },
  meetingFeature: {
    fields: { id, accountId, openToInvited: flag("open access for invitees") },
    relations: { meeting: one("meeting", "meeting") },
  },
  action: {
    fields: { id, accountId },
    relations: { assignments: many("invitation", "assignees") },
  },
  decision: {
    fields: { id, accountId },
    relations: { invitations: many("vote", "invitees") },
  },
  folder: { fields: { id, accountId }, relations: {} },
  file: { fields: { id, accountId, folderId: ref("folder") }, relations: {} },
  link: { fields: { id, accountId }, relations: {} },
  activityEvent: { fields: { id, accountId }, relations: {} },
  mail: {
    fields: { id, kind: oneOf("kind", ["billing", "services", "support", "people", "workspace", "security"]) },
    relations: {},
  },

  // Only ever read through one of the records above.
  invitation: { fields: { contactId: ref("person") }, relations: {} },
  vote: { fields: { contactId: ref("person"), mayVote: flag("voting rights") }, relations: {} },
} as const satisfies RecordSchema;

export type Records = typeof records;
export type RecordType = keyof Records;
