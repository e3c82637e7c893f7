import { msg, type Sentence } from "@/lib/platform/language/msg";
import { about, and, not, or, type Typed, viewer } from "./builder";
import type { Department } from "./departments";
import { type RecordType, records } from "./records";

/** A named condition: its label for people, and its expression for each kind of record it applies to. */
interface Condition {
  says: Sentence;
  on: { readonly [R in RecordType]?: Typed<never> };
}

const ticket = about(records, "ticket");
const meeting = about(records, "meeting");
const feature = about(records, "meetingFeature");
const group = about(records, "discussionGroup");
const decision = about(records, "decision");
const mail = about(records, "mail");
const me = viewer("contactId");

/** A limit to chosen services: tickets about none of them are only seen by those who opened them. */
const ticketWithinServices = or(
  ticket.inSet("serviceId", "services"),
  and(ticket.isNull("serviceId"), ticket.eq("openedByContactId", me)),
);
const ticketTo = (department: Department) => ticket.eq("department", department);
const ticketWithinServicesTo = (department: Department) => and(ticketTo(department), ticketWithinServices);

/** The set of single records that `ifGranted` names: each permission has its own, see `record-grants.ts`. */
export const GRANTED = "granted";

/** Every condition, defined once. The matrix uses these names; `says` follows the wording of the policy documents. */
export const conditions = {
  ifInvited: {
    says: msg("if invited"),
    on: {
      discussionGroup: group.some("invitations", (to) => to.eq("contactId", me)),
      meeting: meeting.some("invitations", (to) => to.eq("contactId", me)),
      decision: decision.some("invitations", (to) => to.eq("contactId", me)),
    },
  },
  ifCreator: { says: msg("as creator"), on: { meeting: meeting.eq("createdByContactId", me) } },
  ifChair: {
    says: msg("as chair"),
    on: { meeting: meeting.eq("chairContactId", me), decision: decision.eq("chairContactId", me) },
  },
  ifGroupOwner: { says: msg("as group owner"), on: { discussionGroup: group.eq("ownerContactId", me) } },
  own: {
    says: msg("own only"),
    on: {
      discussionReply: about(records, "discussionReply").eq("authorContactId", me),
      threadSubscription: about(records, "threadSubscription").eq("contactId", me),
      interest: about(records, "interest").eq("contactId", me),
    },
  },
  ifAssigned: {
    says: msg("if assigned"),
    on: { action: about(records, "action").some("assignments", (to) => to.eq("contactId", me)) },
  },
  ifVoter: {
    says: msg("if invited to vote"),
    on: { decision: decision.some("invitations", (to) => and(to.eq("contactId", me), to.eq("mayVote", true))) },
  },
  inFoldersInvited: {
    says: msg("in invited folders"),
    on: { folder: about(records, "folder").is("governing", (of) => of.some("access", (to) => to.eq("contactId", me))) },
  },
  ifMeetingAllows: {
    says: msg("if the meeting allows it"),
    on: {
      meetingFeature: and(
        or(
          feature.eq("openToInvited", true),
          feature.some("openings", (to) => to.eq("contactId", me)),
        ),
        feature.is("meeting", (of) => of.some("invitations", (to) => to.eq("contactId", me))),
      ),
    },
  },
  ifIssued: { says: msg("once issued"), on: { invoice: not(about(records, "invoice").eq("status", "draft")) } },
  ifBilling: {
    says: msg("if sent to billing"),
    on: {
      ticket: ticketTo("billing"),
      mail: mail.eq("kind", "billing"),
      inboundMail: about(records, "inboundMail").eq("department", "billing"),
    },
  },
  ifSupport: { says: msg("if sent to support"), on: { ticket: ticketTo("support") } },
  ifSales: { says: msg("if sent to sales"), on: { ticket: ticketTo("sales") } },
  ifAboutPeople: { says: msg("if about people and roles"), on: { mail: mail.eq("kind", "people") } },
  ifAboutServicesOrPeople: {
    says: msg("if about services or tickets or people"),
    on: { mail: mail.in("kind", ["services", "support", "people"]) },
  },
  ifNotOfWorkspace: { says: msg("unless about the workspace"), on: { mail: not(mail.eq("kind", "workspace")) } },
  /** Not used in the matrix: limiting a contact to chosen services replaces `always` with it. */
  withinServices: {
    says: msg("for chosen services"),
    on: {
      service: about(records, "service").inSet("id", "services"),
      ticket: ticketWithinServices,
    },
  },
  /** Not used in the matrix either: what is left of that for a contact from whom a department was taken away. */
  supportWithinServices: {
    says: msg("for chosen services if sent to support"),
    on: { ticket: ticketWithinServicesTo("support") },
  },
  billingWithinServices: {
    says: msg("for chosen services if sent to billing"),
    on: { ticket: ticketWithinServicesTo("billing") },
  },
  salesWithinServices: {
    says: msg("for chosen services if sent to sales"),
    on: { ticket: ticketWithinServicesTo("sales") },
  },
  /** Nor is this: a permission that was granted on single records. A department that was taken away stays so. */
  ifGranted: {
    says: msg("for single records"),
    on: {
      service: about(records, "service").inSet("id", GRANTED),
      ticket: and(ticket.inSet("id", GRANTED), ticket.inSet("department", "departments")),
    },
  },
} as const satisfies Record<string, Condition>;

export type Conditions = typeof conditions;
export type ConditionName = keyof Conditions;

export const conditionNames = Object.keys(conditions) as readonly ConditionName[];

/** The expression of a condition for a kind of record. Throws if the condition does not apply to it. */
export function expressionOf(condition: ConditionName, record: RecordType) {
  const on: { readonly [R in RecordType]?: Typed<never> } = conditions[condition].on;
  const typed = on[record];
  if (!typed) throw new TypeError(`The condition "${condition}" does not apply to a ${record}.`);
  return typed.expression;
}
