import type { ConditionName, Conditions } from "./conditions";
import type { catalogue, Permission } from "./permissions";
import type { RecordType } from "./records";
import { type Role, roleKeys } from "./roles";

type ConditionOn<R> = {
  [C in ConditionName]: R extends keyof Conditions[C]["on"] ? Exclude<C, "withinServices"> : never;
}[ConditionName];

type RecordOf<P extends Permission> = (typeof catalogue)[P] extends { record: infer R extends RecordType } ? R : never;

/** Conditions stand only where they can be asked; a service-bound cell is `always`, so that a limit can replace it. */
type CellOf<P extends Permission> =
  | "no"
  | "always"
  | ConditionOn<RecordOf<P>>
  | `${ConditionOn<RecordOf<P>>}|${ConditionOn<RecordOf<P>>}`;

type Row<P extends Permission> = readonly [
  owner: CellOf<P>,
  administrator: CellOf<P>,
  billing: CellOf<P>,
  support: CellOf<P>,
  agent: CellOf<P>,
  accounting: CellOf<P>,
  manager: CellOf<P>,
  self: CellOf<P>,
];

const no = "no";
const always = "always";
const issued = "ifIssued";
const invited = "ifInvited";
const groupOwner = "ifGroupOwner";
const inFolder = "inFoldersInvited";
const meetingLead = "ifCreator|ifChair";
const meetingPart = "ifInvited|ifCreator";
const ifBilling = "ifBilling";

/** Who may do what: a row a permission, a column a role. The columns are in the order of `roles.ts`. */
// biome-ignore format: a table is read by columns
export const matrix = {
  //                                        owner     admin    billing      support      | agent    accounting manager | self
  "dashboard.view":                        [always,   always,  always,      always,        no,      no,        no,       no],

  "account.view":                          [always,   always,  always,      always,        always,  always,    always,   no],
  "account.close":                         [always,   no,      no,          no,            no,      no,        no,       no],
  "account.ownership.transfer":            [always,   no,      no,          no,            no,      no,        no,       no],

  "settings.profile.view":                 [always,   always,  no,          no,            no,      no,        no,       no],
  "settings.profile.update":               [always,   always,  no,          no,            no,      no,        no,       no],
  "settings.areas.change":                 [always,   always,  no,          no,            no,      no,        no,       no],
  "settings.notices.view":                 [always,   always,  no,          no,            no,      no,        no,       no],

  "people.members.view":                   [always,   always,  always,      always,        always,  always,    always,   no],
  "people.members.view-details":           [always,   always,  always,      always,        always,  always,    always,   no],
  "people.members.add":                    [always,   always,  no,          no,            no,      no,        no,       no],
  "people.members.remove":                 [always,   always,  no,          no,            no,      no,        no,       no],
  "people.members.suspend":                [always,   always,  no,          no,            no,      no,        no,       no],
  "people.members.update-name":            [always,   always,  no,          no,            no,      no,        no,       no],
  "people.members.update-email":           [always,   always,  no,          no,            no,      no,        no,       no],
  "people.members.resend-invite":          [always,   always,  no,          no,            no,      no,        no,       no],
  "people.non-members.view":               [always,   always,  always,      always,        always,  always,    always,   no],
  "people.non-members.view-details":       [always,   always,  no,          no,            always,  always,    always,   no],
  "people.non-members.add":                [always,   always,  no,          no,            no,      no,        no,       no],
  "people.roles.change":                   [always,   always,  no,          no,            no,      no,        no,       no],
  "people.terms.set":                      [always,   always,  no,          no,            no,      no,        no,       no],
  "people.export":                         [always,   always,  no,          no,            no,      no,        no,       no],
  "people.two-factor.enforce":             [always,   always,  no,          no,            no,      no,        no,       no],
  "people.requests.answer":                [always,   always,  no,          no,            no,      no,        no,       no],

  "billing.overview.view":                 [always,   always,  always,      no,            no,      always,    always,   no],
  "billing.invoices.view":                 [issued,   issued,  issued,      no,            no,      always,    always,   no],
  "billing.invoices.pay":                  [issued,   issued,  issued,      no,            no,      no,        no,       no],
  "billing.payment-methods.view":          [always,   always,  always,      no,            no,      always,    always,   no],
  "billing.payment-methods.update":        [always,   always,  always,      no,            no,      no,        no,       no],
  "billing.autopay.change":                [always,   always,  always,      no,            no,      no,        no,       no],
  "billing.statements.view":               [always,   always,  always,      no,            no,      always,    always,   no],
  "billing.prices.view":                   [always,   always,  always,      no,            no,      always,    always,   no],
  "billing.credit.view":                   [always,   always,  always,      no,            no,      always,    always,   no],
  "billing.refunds.issue":                 [no,       no,      no,          no,            no,      always,    always,   no],
  "billing.invoices.manage":               [no,       no,      no,          no,            no,      always,    always,   no],
  "billing.credit.grant":                  [no,       no,      no,          no,            no,      always,    always,   no],

  "services.view":                         [always,   always,  always,      always,        always,  always,    always,   no],
  "services.credentials.view":             [always,   always,  no,          always,        no,      no,        no,       no],
  "services.manage":                       [always,   always,  no,          no,            always,  no,        always,   no],
  "services.order":                        [always,   no,      no,          no,            no,      no,        no,       no],
  "services.cancel":                       [always,   no,      no,          no,            no,      no,        no,       no],
  "services.set-up":                       [no,       no,      no,          no,            always,  no,        always,   no],

  "support.tickets.view":                  [always,   always,  no,          always,        always,  ifBilling, always,   no],
  "support.tickets.open":                  [always,   always,  no,          always,        always,  ifBilling, always,   no],
  "support.tickets.reply":                 [always,   always,  no,          always,        always,  ifBilling, always,   no],
  "support.tickets.close":                 [always,   always,  no,          always,        always,  ifBilling, always,   no],
  "support.tickets.note":                  [no,       no,      no,          no,            always,  ifBilling, always,   no],
  "support.tickets.assign":                [no,       no,      no,          no,            always,  ifBilling, always,   no],

  "notices.invoices.receive":              [always,   always,  always,      no,            no,      no,        no,       no],
  "notices.billing.receive":               [always,   always,  always,      no,            no,      no,        no,       no],
  "notices.services.receive":              [always,   always,  no,          always,        no,      no,        no,       no],
  "notices.support.receive":               [always,   always,  no,          always,        no,      no,        no,       no],

  "discussions.groups.create":             [always,   always,  always,      always,        no,      no,        no,       no],
  "discussions.groups.view-private":       [always,   always,  invited,     invited,       no,      no,        no,       no],
  "discussions.groups.view-public":        [always,   always,  always,      always,        no,      no,        no,       no],
  "discussions.groups.join-private":       [always,   always,  invited,     invited,       no,      no,        no,       no],
  "discussions.groups.join-public":        [always,   always,  always,      always,        no,      no,        no,       no],
  "discussions.groups.update-public":      [always,   always,  groupOwner,  groupOwner,    no,      no,        no,       no],
  "discussions.groups.update-private":     [always,   always,  groupOwner,  groupOwner,    no,      no,        no,       no],
  "discussions.groups.delete":             [always,   always,  groupOwner,  groupOwner,    no,      no,        no,       no],
  "discussions.threads.create":            [always,   always,  always,      always,        no,      no,        no,       no],
  "discussions.threads.delete":            [always,   always,  no,          no,            no,      no,        no,       no],
  "discussions.replies.create":            [always,   always,  always,      always,        no,      no,        no,       no],
  "discussions.replies.update":            [always,   always,  "own",       "own",         no,      no,        no,       no],
  "discussions.replies.delete":            [always,   always,  "own",       "own",         no,      no,        no,       no],
  "discussions.notifications.update":      [always,   always,  "own",       "own",         no,      no,        no,       no],

  "meetings.view":                         [always,   always,  meetingPart, meetingPart,   no,      no,        no,       no],
  "meetings.create":                       [always,   always,  always,      always,        no,      no,        no,       no],
  "meetings.types.update":                 [always,   always,  no,          no,            no,      no,        no,       no],
  "meetings.delete":                       [always,   always,  "ifCreator", "ifCreator",   no,      no,        no,       no],
  "meetings.update":                       [always,   always,  meetingLead, meetingLead,   no,      no,        no,       no],
  "meetings.control":                      [always,   always,  meetingLead, meetingLead,   no,      no,        no,       no],
  "meetings.features.use":                 [always,   always,  "ifMeetingAllows", "ifMeetingAllows", no, no,   no,       no],

  "actions.view":                          [always,   always,  "ifAssigned", "ifAssigned", no,      no,        no,       no],
  "actions.update":                        [always,   always,  "ifAssigned", "ifAssigned", no,      no,        no,       no],
  "actions.assign":                        [always,   always,  no,          no,            no,      no,        no,       no],
  "actions.resend":                        [always,   always,  no,          no,            no,      no,        no,       no],

  "decisions.search":                      [always,   always,  invited,     invited,       no,      no,        no,       no],
  "decisions.proposals.create":            [always,   always,  no,          no,            no,      no,        no,       no],
  "decisions.proposals.add-members":       [always,   always,  no,          no,            no,      no,        no,       no],
  "decisions.proposals.extend":            [always,   always,  no,          no,            no,      no,        no,       no],
  "decisions.proposals.close":             [always,   always,  no,          no,            no,      no,        no,       no],
  "decisions.proposals.view":              ["ifVoter", "ifVoter", "ifVoter", "ifVoter",    no,      no,        no,       no],
  "decisions.proposals.vote":              ["ifVoter", "ifVoter", "ifVoter", "ifVoter",    no,      no,        no,       no],

  "documents.view":                        [always,   always,  inFolder,    inFolder,      no,      no,        no,       no],
  "documents.files.upload":                [always,   always,  inFolder,    inFolder,      no,      no,        no,       no],
  "documents.folders.create":              [always,   always,  inFolder,    inFolder,      no,      no,        no,       no],
  "documents.files.move":                  [always,   always,  no,          no,            no,      no,        no,       no],
  "documents.folders.move":                [always,   always,  no,          no,            no,      no,        no,       no],
  "documents.files.reorder":               [always,   always,  no,          no,            no,      no,        no,       no],
  "documents.folders.reorder":             [always,   always,  no,          no,            no,      no,        no,       no],
  "documents.folders.change-access":       [always,   always,  no,          no,            no,      no,        no,       no],
  "documents.files.replace":               [always,   always,  no,          no,            no,      no,        no,       no],
  "documents.files.delete":                [always,   always,  no,          no,            no,      no,        no,       no],
  "documents.folders.delete":              [always,   always,  no,          no,            no,      no,        no,       no],

  "links.add":                             [always,   always,  always,      always,        no,      no,        no,       no],
  "links.update":                          [always,   always,  always,      always,        no,      no,        no,       no],
  "links.delete":                          [always,   always,  always,      always,        no,      no,        no,       no],
  "links.search":                          [always,   always,  always,      always,        no,      no,        no,       no],

  "activity.view":                         [always,   always,  no,          no,            no,      no,        always,   no],
  "activity.export":                       [always,   always,  no,          no,            no,      no,        no,       no],

  "reports.view":                          [always,   always,  no,          no,            no,      no,        no,       no],
  "reports.export":                        [always,   always,  no,          no,            no,      no,        no,       no],

  "staff.accounts.find":                   [no,       no,      no,          no,            always,  always,    always,   no],
  "staff.roles.give":                      [no,       no,      no,          no,            always,  always,    always,   no],
  "staff.ownership.transfer":              [no,       no,      no,          no,            no,      no,        always,   no],
  "staff.mail.view":                       [no,       no,      no,          no, "ifNeitherBillingNorSecurity", "ifBilling|ifAboutPeople", always, no],
  "staff.attempts.view":                   [no,       no,      no,          no,            no,      no,        always,   no],
  "staff.team.manage":                     [no,       no,      no,          no,            no,      no,        always,   no],
  "staff.receivables.view":                [no,       no,      no,          no,            no,      always,    always,   no],
  "staff.billing-setup.manage":            [no,       no,      no,          no,            no,      always,    always,   no],
  "staff.clock.move":                      [no,       no,      no,          no,            no,      always,    always,   no],

  "profile.manage":                        [no,       no,      no,          no,            no,      no,        no,       always],
} as const satisfies { [P in Permission]: Row<P> };

/** A cell as it is printed: `always`, a condition, or conditions joined by `|` of which one is enough. */
export type Cell = Exclude<(typeof matrix)[Permission][number], "no">;

/** What a role may do, or nothing where the answer is no. */
export function cellOf(permission: Permission, role: Role): Cell | undefined {
  const cell = matrix[permission][roleKeys.indexOf(role) as 0];
  return (cell as string) === "no" ? undefined : (cell as Cell);
}
