import type { RecordType } from "./records";

/** Who may hand a permission on: anyone who holds it, the account owner alone, or nobody at all. */
export type Delegable = "holders" | "owner" | "nobody";

export interface CatalogueEntry {
  area: string;
  /** Short name for buttons and refusals: "You need *Pay invoices*". */
  name: string;
  /** One plain sentence for people. */
  title: string;
  delegable: Delegable;
  /** The kind of record the permission is about, if it is about one. */
  record?: RecordType;
  /** A contact limited to chosen services holds it over these services only. */
  serviceBound?: true;
  /** It outlives the account: the contacts of a closed account keep it. */
  afterClosing?: true;
}

/**
 * Everything the portal can ask about. A key is `area.resource.verb`; its first part is its area.
 * Keys of the areas people, discussions, meetings, actions, decisions, documents and links follow the activities of the
 * billing contact document row by row; the others follow the account roles document.
 */
// biome-ignore format: a table is read by rows
export const catalogue = {
  "dashboard.view": { area: "dashboard", name: "See the dashboard", title: "See what needs doing on the account.", delegable: "holders", afterClosing: true },

  "account.view": { area: "account", name: "See the account", title: "See the account's name, number and standing.", delegable: "holders", afterClosing: true },
  "account.close": { area: "account", name: "Close the account", title: "Close the account for good.", delegable: "nobody" },
  "account.ownership.transfer": { area: "account", name: "Give ownership away", title: "Offer the ownership of the account to another person on it.", delegable: "nobody" },

  "settings.profile.view": { area: "settings", name: "See account settings", title: "See the account's profile, addresses and settings.", delegable: "holders" },
  "settings.profile.update": { area: "settings", name: "Change account settings", title: "Change the account's profile and addresses.", delegable: "holders" },
  "settings.areas.change": { area: "settings", name: "Turn areas on or off", title: "Choose which areas of the portal the account uses.", delegable: "holders" },
  "settings.notices.view": { area: "settings", name: "See who gets notices", title: "See which person receives which notice.", delegable: "holders" },

  "people.members.view": { area: "people", name: "See members", title: "See the people who can sign in to the account.", delegable: "holders", record: "contact" },
  "people.members.view-details": { area: "people", name: "See member details", title: "See a member's contact details, roles and permissions.", delegable: "holders", record: "contact" },
  "people.members.add": { area: "people", name: "Invite members", title: "Invite a person to sign in to the account.", delegable: "holders" },
  "people.members.remove": { area: "people", name: "Remove people", title: "Remove a person from the account.", delegable: "holders", record: "contact" },
  "people.members.suspend": { area: "people", name: "Suspend people", title: "Suspend a person's access and restore it.", delegable: "holders", record: "contact" },
  "people.members.update-name": { area: "people", name: "Change names", title: "Change the name a person is known by on the account.", delegable: "holders", record: "contact" },
  "people.members.update-email": { area: "people", name: "Change email addresses", title: "Change the email address of a person on the account.", delegable: "holders", record: "contact" },
  "people.members.resend-invite": { area: "people", name: "Resend invitations", title: "Send an open invitation again.", delegable: "holders", record: "contact" },
  "people.non-members.view": { area: "people", name: "See non-members", title: "See the people who receive notices without signing in.", delegable: "holders", record: "contact" },
  "people.non-members.view-details": { area: "people", name: "See non-member details", title: "See a non-member's contact details and notices.", delegable: "holders", record: "contact" },
  "people.non-members.add": { area: "people", name: "Add non-members", title: "Add a person who only receives notices.", delegable: "holders" },
  "people.roles.change": { area: "people", name: "Change roles", title: "Give people roles and single permissions, and take them away.", delegable: "holders", record: "contact" },
  "people.terms.set": { area: "people", name: "Set end dates", title: "Set the date on which a person's access ends.", delegable: "holders", record: "contact" },
  "people.export": { area: "people", name: "Export the contact list", title: "Download the list of people on the account.", delegable: "holders" },
  "people.two-factor.enforce": { area: "people", name: "Require two-factor sign-in", title: "Require two-factor sign-in of everyone on the account.", delegable: "holders" },
  "people.requests.answer": { area: "people", name: "Answer access requests", title: "Answer the requests of people who ask for a permission.", delegable: "holders" },

  "billing.overview.view": { area: "billing", name: "See the billing overview", title: "See the balance and what is due.", delegable: "holders" },
  "billing.invoices.view": { area: "billing", name: "See invoices", title: "See issued invoices and download them.", delegable: "holders", record: "invoice", afterClosing: true },
  "billing.invoices.pay": { area: "billing", name: "Pay invoices", title: "Pay an invoice.", delegable: "holders", record: "invoice", afterClosing: true },
  "billing.payment-methods.view": { area: "billing", name: "See payment methods", title: "See the stored payment methods, without card numbers.", delegable: "holders", record: "paymentMethod" },
  "billing.payment-methods.update": { area: "billing", name: "Change payment methods", title: "Add, replace and remove payment methods.", delegable: "holders", record: "paymentMethod" },
  "billing.autopay.change": { area: "billing", name: "Change automatic payment", title: "Turn automatic payment on or off.", delegable: "holders" },
  "billing.statements.view": { area: "billing", name: "See statements", title: "See and download statements of account.", delegable: "holders" },
  "billing.prices.view": { area: "billing", name: "See prices of services", title: "See what a service costs.", delegable: "holders", record: "service", serviceBound: true },
  "billing.credit.view": { area: "billing", name: "See credit", title: "See the account's credit and credit notes.", delegable: "holders" },
  "billing.refunds.issue": { area: "billing", name: "Issue refunds", title: "Pay money back to a customer.", delegable: "nobody" },
  "billing.invoices.manage": { area: "billing", name: "Manage invoices", title: "Draft, issue and void a customer's invoices.", delegable: "nobody", record: "invoice" },
  "billing.credit.grant": { area: "billing", name: "Grant credit", title: "Give a customer account credit.", delegable: "nobody" },

  "services.view": { area: "services", name: "See services", title: "See the account's services and when they renew.", delegable: "holders", record: "service", serviceBound: true },
  "services.credentials.view": { area: "services", name: "See login details", title: "Reveal the login details of a service.", delegable: "holders", record: "service", serviceBound: true },
  "services.manage": { area: "services", name: "Manage services", title: "Rename a service and change its settings.", delegable: "holders", record: "service", serviceBound: true },
  "services.order": { area: "services", name: "Order services", title: "Order a new service.", delegable: "owner" },
  "services.cancel": { area: "services", name: "Cancel services", title: "Cancel a service.", delegable: "nobody", record: "service", serviceBound: true },
  "services.set-up": { area: "services", name: "Set up services", title: "Complete the set-up of a paid service and enter its login details.", delegable: "nobody", record: "service", serviceBound: true },

  "support.tickets.view": { area: "support", name: "See tickets", title: "See support tickets and their replies.", delegable: "holders", record: "ticket", serviceBound: true },
  "support.tickets.open": { area: "support", name: "Open tickets", title: "Open a support ticket.", delegable: "holders", record: "ticket", serviceBound: true },
  "support.tickets.reply": { area: "support", name: "Reply to tickets", title: "Reply to a support ticket.", delegable: "holders", record: "ticket", serviceBound: true },
  "support.tickets.close": { area: "support", name: "Close tickets", title: "Close a support ticket and open it again.", delegable: "holders", record: "ticket", serviceBound: true },
  "support.tickets.note": { area: "support", name: "Write internal notes", title: "Write notes on a ticket that only staff see.", delegable: "nobody", record: "ticket" },
  "support.tickets.assign": { area: "support", name: "Assign tickets", title: "Hand a ticket to a colleague or to a department.", delegable: "nobody", record: "ticket" },

  "notices.invoices.receive": { area: "notices", name: "Receive invoices", title: "Receive invoices by email when they are issued.", delegable: "holders" },
  "notices.billing.receive": { area: "notices", name: "Receive billing notices", title: "Receive reminders, receipts and notices about cards.", delegable: "holders" },
  "notices.services.receive": { area: "notices", name: "Receive service notices", title: "Receive login details and notices about services.", delegable: "holders" },
  "notices.support.receive": { area: "notices", name: "Receive ticket notices", title: "Receive the replies to support tickets.", delegable: "holders" },

  "discussions.groups.create": { area: "discussions", name: "Create groups", title: "Create a discussion group.", delegable: "holders" },
  "discussions.groups.view-private": { area: "discussions", name: "See private groups", title: "See a private discussion group.", delegable: "holders", record: "discussionGroup" },
  "discussions.groups.view-public": { area: "discussions", name: "See public groups", title: "See a public discussion group.", delegable: "holders", record: "discussionGroup" },
  "discussions.groups.join-private": { area: "discussions", name: "Join private groups", title: "Join a private discussion group.", delegable: "holders", record: "discussionGroup" },
  "discussions.groups.join-public": { area: "discussions", name: "Join public groups", title: "Join a public discussion group.", delegable: "holders", record: "discussionGroup" },
  "discussions.groups.update-public": { area: "discussions", name: "Edit public groups", title: "Edit the details of a public discussion group.", delegable: "holders", record: "discussionGroup" },
  "discussions.groups.update-private": { area: "discussions", name: "Edit private groups", title: "Edit the details of a private discussion group.", delegable: "holders", record: "discussionGroup" },
  "discussions.groups.delete": { area: "discussions", name: "Delete groups", title: "Delete a discussion group with its threads.", delegable: "holders", record: "discussionGroup" },
  "discussions.threads.create": { area: "discussions", name: "Start threads", title: "Start a thread in a discussion group.", delegable: "holders" },
  "discussions.threads.delete": { area: "discussions", name: "Delete threads", title: "Delete a thread with its replies.", delegable: "holders", record: "discussionThread" },
  "discussions.replies.create": { area: "discussions", name: "Post replies", title: "Post a reply in a thread.", delegable: "holders" },
  "discussions.replies.update": { area: "discussions", name: "Edit replies", title: "Edit a reply in a thread.", delegable: "holders", record: "discussionReply" },
  "discussions.replies.delete": { area: "discussions", name: "Delete replies", title: "Delete a reply in a thread.", delegable: "holders", record: "discussionReply" },
  "discussions.notifications.update": { area: "discussions", name: "Change thread notifications", title: "Change who is told about new replies in a thread.", delegable: "holders", record: "threadSubscription" },

  "meetings.view": { area: "meetings", name: "See meetings", title: "See a meeting, its agenda and its minutes.", delegable: "holders", record: "meeting" },
  "meetings.create": { area: "meetings", name: "Create meetings", title: "Create a meeting.", delegable: "holders" },
  "meetings.types.update": { area: "meetings", name: "Edit meeting types", title: "Edit the types of meeting the account uses.", delegable: "holders" },
  "meetings.delete": { area: "meetings", name: "Delete meetings", title: "Delete a meeting.", delegable: "holders", record: "meeting" },
  "meetings.update": { area: "meetings", name: "Edit meetings", title: "Edit the details of a meeting.", delegable: "holders", record: "meeting" },
  "meetings.control": { area: "meetings", name: "Run meetings", title: "Have full control of a meeting.", delegable: "holders", record: "meeting" },
  "meetings.features.use": { area: "meetings", name: "Use meeting features", title: "Use a feature of a meeting beyond one's role.", delegable: "holders", record: "meetingFeature" },

  "actions.view": { area: "actions", name: "See actions", title: "See an action, its due date and who it is assigned to.", delegable: "holders", record: "action" },
  "actions.update": { area: "actions", name: "Update actions", title: "Report progress on an action and complete it.", delegable: "holders", record: "action" },
  "actions.assign": { area: "actions", name: "Assign actions", title: "Create an action and assign it to people.", delegable: "holders" },
  "actions.resend": { area: "actions", name: "Resend action notices", title: "Remind people of an action assigned to them.", delegable: "holders", record: "action" },

  "decisions.search": { area: "decisions", name: "Search decisions", title: "Find decisions and see that they exist.", delegable: "holders", record: "decision" },
  "decisions.proposals.create": { area: "decisions", name: "Create proposals", title: "Put a proposal to the vote.", delegable: "holders" },
  "decisions.proposals.add-members": { area: "decisions", name: "Add people to proposals", title: "Invite more people to a proposal.", delegable: "holders", record: "decision" },
  "decisions.proposals.extend": { area: "decisions", name: "Extend votes", title: "Give a vote more time.", delegable: "holders", record: "decision" },
  "decisions.proposals.close": { area: "decisions", name: "Close votes", title: "Close a vote before its time.", delegable: "holders", record: "decision" },
  "decisions.proposals.view": { area: "decisions", name: "Read proposals", title: "Read a proposal and its result.", delegable: "holders", record: "decision" },
  "decisions.proposals.vote": { area: "decisions", name: "Vote", title: "Vote on a proposal.", delegable: "holders", record: "decision" },

  "documents.view": { area: "documents", name: "See documents", title: "See a folder and the files in it.", delegable: "holders", record: "folder" },
  "documents.files.upload": { area: "documents", name: "Upload files", title: "Upload files to a folder.", delegable: "holders", record: "folder" },
  "documents.folders.create": { area: "documents", name: "Create folders", title: "Create a folder in another.", delegable: "holders", record: "folder" },
  "documents.files.move": { area: "documents", name: "Move files", title: "Move files from one folder to another.", delegable: "holders", record: "file" },
  "documents.folders.move": { area: "documents", name: "Move folders", title: "Move a folder into another.", delegable: "holders", record: "folder" },
  "documents.files.reorder": { area: "documents", name: "Reorder files", title: "Change the order of the files in a folder.", delegable: "holders", record: "file" },
  "documents.folders.reorder": { area: "documents", name: "Reorder folders", title: "Change the order of folders.", delegable: "holders", record: "folder" },
  "documents.folders.change-access": { area: "documents", name: "Change folder access", title: "Choose who is invited to a folder.", delegable: "holders", record: "folder" },
  "documents.files.replace": { area: "documents", name: "Replace files", title: "Put a new version of a file in place of the old one.", delegable: "holders", record: "file" },
  "documents.files.delete": { area: "documents", name: "Delete files", title: "Delete a file.", delegable: "holders", record: "file" },
  "documents.folders.delete": { area: "documents", name: "Delete folders", title: "Delete a folder with everything in it.", delegable: "holders", record: "folder" },

  "links.add": { area: "links", name: "Add links", title: "Add a link to the account's collection.", delegable: "holders" },
  "links.update": { area: "links", name: "Edit links", title: "Edit a link.", delegable: "holders", record: "link" },
  "links.delete": { area: "links", name: "Delete links", title: "Delete a link.", delegable: "holders", record: "link" },
  "links.search": { area: "links", name: "Search links", title: "See and search the account's links.", delegable: "holders", record: "link" },

  "activity.view": { area: "activity", name: "See the activity log", title: "See who did what on the account, and when.", delegable: "holders", record: "activityEvent" },
  "activity.export": { area: "activity", name: "Export the activity log", title: "Download the activity log.", delegable: "holders", record: "activityEvent" },

  "reports.view": { area: "reports", name: "See reports", title: "See reports about the account.", delegable: "holders" },
  "reports.export": { area: "reports", name: "Export reports", title: "Download reports about the account.", delegable: "holders" },

  "staff.accounts.find": { area: "staff", name: "Find accounts", title: "Find a customer's account and open it.", delegable: "nobody" },
  "staff.roles.give": { area: "staff", name: "Give standard roles", title: "Give a person on a customer's account one of the standard roles, on request.", delegable: "nobody" },
  "staff.ownership.transfer": { area: "staff", name: "Transfer an account", title: "Make another person the owner of a customer's account, on request.", delegable: "nobody" },
  "staff.mail.view": { area: "staff", name: "See sent mail", title: "See the mail the portal has sent.", delegable: "nobody", record: "mail" },
  "staff.attempts.view": { area: "staff", name: "See attempts", title: "See who asked for accounts and records of others.", delegable: "nobody" },
  "staff.team.manage": { area: "staff", name: "Manage the team", title: "Add colleagues and choose their staff roles.", delegable: "nobody" },
  "staff.receivables.view": { area: "staff", name: "See receivables", title: "See what all customers owe, payments that failed, refunds and taxes.", delegable: "nobody" },
  "staff.billing-setup.manage": { area: "staff", name: "Manage billing setup", title: "Change the seller's details, tax rates and coupons.", delegable: "nobody" },
  "staff.clock.move": { area: "staff", name: "Move the clock", title: "Move the clock of a demo forward.", delegable: "nobody" },

  "profile.manage": { area: "profile", name: "Manage your profile", title: "Manage one's own profile, password, sessions and tokens.", delegable: "nobody" },
} as const satisfies Record<string, CatalogueEntry>;

export type Permission = keyof typeof catalogue;
export type Area = (typeof catalogue)[Permission]["area"];

/** Every permission, in the order of the catalogue. */
export const permissionKeys = Object.keys(catalogue) as readonly Permission[];

export function isPermission(value: unknown): value is Permission {
  return typeof value === "string" && Object.hasOwn(catalogue, value);
}

export function entryOf(permission: Permission): CatalogueEntry & { area: Area } {
  return catalogue[permission];
}

/** The short name used in refusals and on buttons: "Pay invoices". */
export function nameOf(permission: Permission): string {
  return catalogue[permission].name;
}

/** One plain sentence that says what the permission allows. */
export function titleOf(permission: Permission): string {
  return catalogue[permission].title;
}
