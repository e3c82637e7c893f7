import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const people = {
  //      cells:   owner   admin   billing  support   agent   accounting  manager   self
  "people.members.view": {
    area: "people", name: "View members", title: "View the people who can sign in to the account.", delegable: "holders", record: "contact",
    cells:     [always, always, always,  always,   always, always,     always,   no],
  },
  "people.members.view-details": {
    area: "people", name: "View member details", title: "View a member's contact details, roles and permissions.", delegable: "holders", record: "contact",
    cells:     [always, always, always,  always,   always, always,     always,   no],
  },
  "people.members.add": {
    area: "people", name: "Invite members", title: "Invite people to sign in to the account.", delegable: "holders",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.members.remove": {
    area: "people", name: "Remove people", title: "Remove people from the account.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.members.suspend": {
    area: "people", name: "Suspend people", title: "Suspend and restore a person's access.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.members.look-as": {
    area: "people", name: "View as a member", title: "See the portal as a member sees it, without being able to change anything.", delegable: "nobody", record: "contact",
    cells:     [always, always, no,      no,       always, no,         always,   no],
  },
  "people.members.update-name": {
    area: "people", name: "Change names", title: "Change the name shown for a person on the account.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.members.update-email": {
    area: "people", name: "Change email addresses", title: "Change the email address of a person on the account.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.members.resend-invite": {
    area: "people", name: "Resend invitations", title: "Resend a pending invitation.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.non-members.view": {
    area: "people", name: "View notification-only contacts", title: "View contacts who get notifications but can't sign in.", delegable: "holders", record: "contact",
    cells:     [always, always, always,  always,   always, always,     always,   no],
  },
  "people.non-members.view-details": {
    area: "people", name: "View notification-only contact details", title: "View a notification-only contact's details and notifications.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       always, always,     always,   no],
  },
  "people.non-members.add": {
    area: "people", name: "Add notification-only contacts", title: "Add contacts who get notifications but can't sign in.", delegable: "holders",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.roles.change": {
    area: "people", name: "Change roles", title: "Assign and remove roles and individual permissions.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.terms.set": {
    area: "people", name: "Set end dates", title: "Set an end date for a person's access.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.export": {
    area: "people", name: "Export the contact list", title: "Download the list of people on the account as CSV.", delegable: "holders",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.two-factor.enforce": {
    area: "people", name: "Require two-factor authentication", title: "Require two-factor authentication for everyone on the account.", delegable: "holders",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.requests.answer": {
    area: "people", name: "Answer access requests", title: "Grant or decline access requests.", delegable: "holders",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
} as const satisfies AreaCatalogue;
