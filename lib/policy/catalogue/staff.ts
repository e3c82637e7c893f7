import { always, ifBilling, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const staff = {
  //      cells:   owner  admin  billing  support   agent                          accounting                 manager   self
  "staff.accounts.find": {
    area: "staff", name: "Find accounts", title: "Find and open customer accounts.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       always,                        always,                    always,   no],
  },
  "staff.accounts.create": {
    area: "staff", name: "Create accounts", title: "Create and import customer accounts, and invite their owners.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            always,                    always,   no],
  },
  "staff.roles.give": {
    area: "staff", name: "Assign standard roles", title: "Assign a standard role on a customer account, on request.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       always,                        always,                    always,   no],
  },
  "staff.ownership.transfer": {
    area: "staff", name: "Transfer accounts", title: "Transfer ownership of a customer account, on request.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            no,                        always,   no],
  },
  "staff.mail.view": {
    area: "staff", name: "View sent email", title: "View emails sent by the portal.", delegable: "nobody", record: "mail",
    cells:     [no,    no,    no,      no,       "ifAboutServicesOrPeople", "ifBilling|ifAboutPeople", "ifNotOfWorkspace", no],
  },
  "staff.inbound-mail.handle": {
    area: "staff", name: "Handle received email", title: "View email received by the support desk, and decide about email that waits.", delegable: "nobody", record: "inboundMail",
    cells:     [no,    no,    no,      no,       always,                        ifBilling,                 always,   no],
  },
  "staff.attempts.view": {
    area: "staff", name: "View denied attempts", title: "View attempts to open other customers' accounts and records.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            no,                        always,   no],
  },
  "staff.team.manage": {
    area: "staff", name: "Manage the team", title: "Add team members and change their staff roles.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            no,                        always,   no],
  },
  "staff.receivables.view": {
    area: "staff", name: "View receivables", title: "View customer balances, failed payments, refunds and taxes.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            always,                    always,   no],
  },
  "staff.billing-setup.manage": {
    area: "staff", name: "Manage billing setup", title: "Change company details, tax rates and coupons.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            always,                    always,   no],
  },
  "staff.products.manage": {
    area: "staff", name: "Manage products", title: "Change products, categories, prices and options.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            always,                    always,   no],
  },
  "staff.provisioning.manage": {
    area: "staff", name: "Manage provisioning", title: "Connect systems that set up ordered services.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            no,                        always,   no],
  },
  "staff.emergency.use": {
    area: "staff", name: "Use emergency access", title: "Open an account without its owner's approval when nobody there can answer, together with another manager.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            no,                        always,   no],
  },
  "staff.two-factor.reset": {
    area: "staff", name: "Reset two-factor sign-in", title: "Remove the two-factor sign-in of a customer who has lost it, with a reason that they and the account owner are told.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            no,                        always,   no],
  },
  "staff.desk.manage": {
    area: "staff", name: "Manage the support desk", title: "Change service levels, business hours, canned replies and tags.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            no,                        always,   no],
  },
  "staff.brand.manage": {
    area: "staff", name: "Manage the brand", title: "Change the portal's name, logo, colours and email footer.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            no,                        always,   no],
  },
  "staff.retention.manage": {
    area: "staff", name: "Manage retention", title: "Change how long events of the activity log are kept.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            no,                        always,   no],
  },
  "staff.clock.move": {
    area: "staff", name: "Move the clock", title: "Advance the clock of a demo.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            always,                    always,   no],
  },
} as const satisfies AreaCatalogue;
