import type { Cell } from "@/lib/policy/matrix";
import type { Permission } from "@/lib/policy/permissions";

type Told = Cell | "no";

/** The billing contact document, activity by activity: our key, and what a billing contact may do. */
export const billingContact: Partial<Record<Permission, Told>> = {
  "people.members.add": "no",
  "people.export": "no",
  "people.non-members.add": "no",
  "people.members.remove": "no",
  "people.roles.change": "no",
  "people.terms.set": "no",
  "people.members.update-email": "no",
  "people.members.update-name": "no",
  "people.members.view": "always",
  "people.non-members.view": "always",
  "people.members.view-details": "always",
  "people.non-members.view-details": "no",
  "people.members.resend-invite": "no",
  "people.two-factor.enforce": "no",

  "discussions.groups.create": "always",
  "discussions.groups.view-private": "ifInvited",
  "discussions.groups.view-public": "always",
  "discussions.groups.join-private": "ifInvited",
  "discussions.groups.join-public": "always",
  "discussions.groups.update-public": "ifGroupOwner",
  "discussions.groups.update-private": "ifGroupOwner",
  "discussions.groups.delete": "ifGroupOwner",
  "discussions.threads.delete": "no",
  "discussions.threads.create": "always",
  "discussions.replies.update": "own",
  "discussions.replies.create": "always",
  "discussions.replies.delete": "own",
  "discussions.notifications.update": "own",

  "meetings.view": "ifInvited|ifCreator",
  "meetings.create": "always",
  "meetings.types.update": "no",
  "meetings.delete": "ifCreator",
  "meetings.update": "ifCreator|ifChair",
  "meetings.control": "ifCreator|ifChair",
  "meetings.features.use": "ifMeetingAllows",

  "actions.view": "ifAssigned",
  "actions.update": "ifAssigned",
  "actions.assign": "no",
  "actions.resend": "no",

  "decisions.search": "ifInvited",
  "decisions.proposals.create": "no",
  "decisions.proposals.add-members": "no",
  "decisions.proposals.view": "ifVoter",
  "decisions.proposals.vote": "ifVoter",

  "documents.view": "inFoldersInvited",
  "documents.files.upload": "inFoldersInvited",
  "documents.folders.create": "inFoldersInvited",
  "documents.files.move": "no",
  "documents.folders.move": "no",
  "documents.files.reorder": "no",
  "documents.folders.reorder": "no",
  "documents.folders.change-access": "no",
  "documents.files.replace": "no",
  "documents.files.delete": "no",
  "documents.folders.delete": "no",

  "links.add": "always",
  "links.update": "always",
  "links.delete": "always",
  "links.search": "always",
};

/** Areas where that document has one rule for all activities. Staff permissions of an area don't count. */
export const billingContactAreas = {
  dashboard: "all",
  settings: "none",
  billing: "all",
  activity: "none",
  reports: "none",
} as const;

/** The account roles document: our keys for each capability, and who has it. */
export const accountRoles: readonly {
  keys: readonly Permission[];
  owner: boolean;
  administrator: boolean;
  billing: boolean;
  support: boolean;
}[] = [
  { keys: ["billing.invoices.view"], owner: true, administrator: true, billing: true, support: false },
  { keys: ["billing.payment-methods.update"], owner: true, administrator: true, billing: true, support: false },
  { keys: ["notices.invoices.receive"], owner: true, administrator: true, billing: true, support: false },
  { keys: ["notices.billing.receive"], owner: true, administrator: true, billing: true, support: false },
  { keys: ["support.tickets.view"], owner: true, administrator: true, billing: false, support: true },
  { keys: ["support.tickets.open"], owner: true, administrator: true, billing: false, support: true },
  {
    keys: ["services.credentials.view", "notices.services.receive"],
    owner: true,
    administrator: true,
    billing: false,
    support: true,
  },
  {
    keys: [
      "people.members.add",
      "people.non-members.add",
      "people.members.remove",
      "people.members.resend-invite",
      "people.roles.change",
      "people.terms.set",
    ],
    owner: true,
    administrator: true,
    billing: false,
    support: false,
  },
  { keys: ["services.order", "services.cancel"], owner: true, administrator: false, billing: false, support: false },
];

/** What only the owner has, not an administrator: ordering, cancelling and ownership itself. */
export const notForAdministrators: readonly Permission[] = [
  "services.order",
  "services.cancel",
  "account.close",
  "account.ownership.transfer",
  "settings.staff-access.change",
];
