import type { Cell } from "../matrix";
import type { Permission } from "../permissions";

/** A row of the billing contact document, word for word, with our permission and what it gives a billing contact. */
export interface ActivityRow {
  readonly area: string;
  readonly activity: string;
  /** What the document says that a billing contact may do. */
  readonly cell: string;
  /** Where the row is from. */
  readonly source: string;
  readonly key: Permission;
  readonly told: Cell | "no";
}

const row = (
  area: string,
  activity: string,
  cell: string,
  key: Permission,
  told: Cell | "no",
  source = "the document",
): ActivityRow => ({ area, activity, cell, source, key, told });

const help = "public help pages of the same product";
const ours = "our choice: the document leaves the section empty";

// biome-ignore format: a table is read by rows
export const activityRows: readonly ActivityRow[] = [
  row("Members", "Add Member", "No Access", "people.members.add", "no"),
  row("Members", "Export Contact List", "No Access", "people.export", "no"),
  row("Members", "Add Non-Member", "No Access", "people.non-members.add", "no"),
  row("Members", "Delete Members", "No Access", "people.members.remove", "no"),
  row("Members", "Add/Remove Roles", "No Access", "people.roles.change", "no"),
  row("Members", "Set Member Term", "No Access", "people.terms.set", "no"),
  row("Members", "Update Member Email", "No Access", "people.members.update-email", "no"),
  row("Members", "Update Member Name", "No Access", "people.members.update-name", "no"),
  row("Members", "View Members", "Full Access", "people.members.view", "always"),
  row("Members", "View Non-Members", "Full Access", "people.non-members.view", "always"),
  row("Members", "View Members Details", "Full Access", "people.members.view-details", "always"),
  row("Members", "View Non-Members Details", "No Access", "people.non-members.view-details", "no"),
  row("Members", "Resend Member Invite", "No Access", "people.members.resend-invite", "no"),
  row("Members", "Enforce Two Factor Authentication for all members", "No Access", "people.two-factor.enforce", "no"),

  row("Discussions", "Create Discussion Group", "Full Access", "discussions.groups.create", "always"),
  row("Discussions", "See Private Group", "If Invited", "discussions.groups.view-private", "ifInvited"),
  row("Discussions", "See Public Group", "Full Access", "discussions.groups.view-public", "always"),
  row("Discussions", "Join Private Group", "If Invited", "discussions.groups.join-private", "ifInvited"),
  row("Discussions", "Join Public Group", "Full Access", "discussions.groups.join-public", "always"),
  row("Discussions", "Edit Public Group Details", "If group owner", "discussions.groups.update-public", "ifGroupOwner"),
  row("Discussions", "Edit Private Group Details", "If group owner", "discussions.groups.update-private", "ifGroupOwner"),
  row("Discussions", "Delete Group", "If group owner", "discussions.groups.delete", "ifGroupOwner"),
  row("Discussions", "Delete Discussion Thread", "No Access", "discussions.threads.delete", "no"),
  row("Discussions", "Create Discussion Thread", "Full Access", "discussions.threads.create", "always"),
  row("Discussions", "Edit Discussion Reply", "Own, not other members", "discussions.replies.update", "own"),
  row("Discussions", "Post Reply in Thread", "Full Access", "discussions.replies.create", "always"),
  row("Discussions", "Delete Thread Reply", "Own, not other members", "discussions.replies.delete", "own"),
  row("Discussions", "Edit Thread Notification Settings", "Own, not other members", "discussions.notifications.update", "own"),

  row("Meetings", "View Mode", "If Invited/Created", "meetings.view", "ifInvited|ifCreator"),
  row("Meetings", "Create Meeting", "Full Access", "meetings.create", "always"),
  row("Meetings", "Edit Meeting Types", "No Access", "meetings.types.update", "no"),
  row("Meetings", "Delete Meetings", "If Created", "meetings.delete", "ifCreator"),
  row("Meetings", "Edit Meeting Details", "If Created or set as meeting chairperson", "meetings.update", "ifCreator|ifChair"),
  row("Meetings", "Full control of one meeting", "If Created or set as meeting chairperson, of that meeting only", "meetings.control", "ifCreator|ifChair"),
  row("Meetings", "Use a feature of one meeting beyond one's role", "If that meeting is configured to allow it", "meetings.features.use", "ifMeetingAllows"),

  row("Actions", "View Actions", "Assigned actions only", "actions.view", "ifAssigned", help),
  row("Actions", "Update Actions", "Assigned actions only", "actions.update", "ifAssigned", help),
  row("Actions", "Assign Actions", "No Access", "actions.assign", "no", ours),
  row("Actions", "Resend Action Notifications", "No Access", "actions.resend", "no", ours),

  row("Decisions", "Search Decisions", "Only ones invited to", "decisions.search", "ifInvited"),
  row("Decisions", "Create Proposal", "No Access", "decisions.proposals.create", "no"),
  row("Decisions", "Add members to proposal", "No Access", "decisions.proposals.add-members", "no"),
  row("Decisions", "View Proposals", "When invited to vote", "decisions.proposals.view", "ifVoter"),
  row("Decisions", "Vote on Proposals", "When invited to vote", "decisions.proposals.vote", "ifVoter"),

  row("Documents", "View Mode", "Folders invited to", "documents.view", "inFoldersInvited"),
  row("Documents", "Upload Files", "In folders invited to", "documents.files.upload", "inFoldersInvited"),
  row("Documents", "Create New Folders", "In folders invited to", "documents.folders.create", "inFoldersInvited"),
  row("Documents", "Cut & Paste Files", "No Access", "documents.files.move", "no"),
  row("Documents", "Cut & Paste Folders", "No Access", "documents.folders.move", "no"),
  row("Documents", "Re-Order Files", "No Access", "documents.files.reorder", "no"),
  row("Documents", "Re-Order Folders", "No Access", "documents.folders.reorder", "no"),
  row("Documents", "Change Folder Access", "No Access", "documents.folders.change-access", "no"),
  row("Documents", "Replace/Update Files", "No Access", "documents.files.replace", "no"),
  row("Documents", "Delete Files", "No Access", "documents.files.delete", "no"),
  row("Documents", "Delete Folders", "No Access", "documents.folders.delete", "no"),

  row("Links", "Add Link", "Full access", "links.add", "always"),
  row("Links", "Edit Link", "Full access", "links.update", "always"),
  row("Links", "Delete Link", "Full access", "links.delete", "always"),
  row("Links", "Search Links", "Full access", "links.search", "always"),
];
