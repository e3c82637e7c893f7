import { about, and, not, or, type Typed, viewer } from "./builder";
import { type RecordType, records } from "./records";

/** A named condition: what it says to people, and what it means for each kind of record it can be asked about. */
interface Condition {
  says: string;
  on: { readonly [R in RecordType]?: Typed<never> };
}

/** The sets of ids that conditions read. `services` comes from the contact's own limit, the others from the caller. */
export type SetName = "services" | "foldersInvited";

const ticket = about(records, "ticket");
const meeting = about(records, "meeting");
const group = about(records, "discussionGroup");
const decision = about(records, "decision");
const mail = about(records, "mail");
const me = viewer("contactId");

/** Each condition once. The names are those the matrix uses; the documents' own words are in `says`. */
export const conditions = {
  ifInvited: {
    says: "if invited",
    on: {
      discussionGroup: group.some("invitations", (to) => to.eq("contactId", me)),
      meeting: meeting.some("invitations", (to) => to.eq("contactId", me)),
      decision: decision.some("invitations", (to) => to.eq("contactId", me)),
    },
  },
  ifCreator: { says: "as its creator", on: { meeting: meeting.eq("createdByContactId", me) } },
  ifChair: { says: "as its chair", on: { meeting: meeting.eq("chairContactId", me) } },
  ifGroupOwner: { says: "as owner of the group", on: { discussionGroup: group.eq("ownerContactId", me) } },
  own: {
    says: "own only",
    on: {
      discussionReply: about(records, "discussionReply").eq("authorContactId", me),
      threadSubscription: about(records, "threadSubscription").eq("contactId", me),
    },
  },
  ifAssigned: {
    says: "if assigned",
    on: { action: about(records, "action").some("assignments", (to) => to.eq("contactId", me)) },
  },
  ifVoter: {
    says: "if invited to vote",
    on: { decision: decision.some("invitations", (to) => and(to.eq("contactId", me), to.eq("mayVote", true))) },
  },
  inFoldersInvited: {
    says: "in folders invited to",
    on: { folder: about(records, "folder").inSet("id", "foldersInvited") },
  },
  ifMeetingAllows: {
    says: "if the meeting allows it",
    on: {
      meetingFeature: and(
        about(records, "meetingFeature").eq("openToInvited", true),
        about(records, "meetingFeature").is("meeting", (of) => of.some("invitations", (to) => to.eq("contactId", me))),
      ),
    },
  },
  ifIssued: { says: "once issued", on: { invoice: not(about(records, "invoice").eq("status", "draft")) } },
  ifBilling: {
    says: "if addressed to billing",
    on: { ticket: ticket.eq("department", "billing"), mail: mail.eq("kind", "billing") },
  },
  ifAboutPeople: { says: "if about people and roles", on: { mail: mail.eq("kind", "people") } },
  ifNeitherBillingNorSecurity: {
    says: "if neither about billing nor about signing in",
    on: { mail: not(mail.in("kind", ["billing", "security"])) },
  },
  /** No cell of the matrix names it: a limit to chosen services puts it in the place of `always`. */
  withinServices: {
    says: "for chosen services",
    on: {
      service: about(records, "service").inSet("id", "services"),
      ticket: or(
        ticket.inSet("serviceId", "services"),
        and(ticket.isNull("serviceId"), ticket.eq("openedByContactId", me)),
      ),
    },
  },
} as const satisfies Record<string, Condition>;

export type Conditions = typeof conditions;
export type ConditionName = keyof Conditions;

export const conditionNames = Object.keys(conditions) as readonly ConditionName[];

/** The expression of a condition for a kind of record. Throws where the two do not go together. */
export function expressionOf(condition: ConditionName, record: RecordType) {
  const on: { readonly [R in RecordType]?: Typed<never> } = conditions[condition].on;
  const typed = on[record];
  if (!typed) throw new TypeError(`The condition "${condition}" does not apply to a ${record}.`);
  return typed.expression;
}
