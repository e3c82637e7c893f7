import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const people = {
  //      cells:   owner   admin   billing  support   agent   accounting  manager   self
  "people.members.view": {
    area: "people", name: "See members", title: "See the people who can sign in to the account.", delegable: "holders", record: "contact",
    cells:     [always, always, always,  always,   always, always,     always,   no],
  },
  "people.members.view-details": {
    area: "people", name: "See member details", title: "See a member's contact details, roles and permissions.", delegable: "holders", record: "contact",
    cells:     [always, always, always,  always,   always, always,     always,   no],
  },
  "people.members.add": {
    area: "people", name: "Invite members", title: "Invite a person to sign in to the account.", delegable: "holders",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.members.remove": {
    area: "people", name: "Remove people", title: "Remove a person from the account.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.members.suspend": {
    area: "people", name: "Suspend people", title: "Suspend a person's access and restore it.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.members.update-name": {
    area: "people", name: "Change names", title: "Change the name a person is known by on the account.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.members.update-email": {
    area: "people", name: "Change email addresses", title: "Change the email address of a person on the account.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.members.resend-invite": {
    area: "people", name: "Resend invitations", title: "Send an open invitation again.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.non-members.view": {
    area: "people", name: "See non-members", title: "See the people who receive notices without signing in.", delegable: "holders", record: "contact",
    cells:     [always, always, always,  always,   always, always,     always,   no],
  },
  "people.non-members.view-details": {
    area: "people", name: "See non-member details", title: "See a non-member's contact details and notices.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       always, always,     always,   no],
  },
  "people.non-members.add": {
    area: "people", name: "Add non-members", title: "Add a person who only receives notices.", delegable: "holders",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.roles.change": {
    area: "people", name: "Change roles", title: "Give people roles and single permissions, and take them away.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.terms.set": {
    area: "people", name: "Set end dates", title: "Set the date on which a person's access ends.", delegable: "holders", record: "contact",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.export": {
    area: "people", name: "Export the contact list", title: "Download the list of people on the account.", delegable: "holders",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.two-factor.enforce": {
    area: "people", name: "Require two-factor sign-in", title: "Require two-factor sign-in of everyone on the account.", delegable: "holders",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
  "people.requests.answer": {
    area: "people", name: "Answer access requests", title: "Answer the requests of people who ask for a permission.", delegable: "holders",
    cells:     [always, always, no,      no,       no,     no,         no,       no],
  },
} as const satisfies AreaCatalogue;
