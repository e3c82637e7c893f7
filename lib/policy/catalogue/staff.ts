import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const staff = {
  //      cells:   owner  admin  billing  support   agent                          accounting                 manager   self
  "staff.accounts.find": {
    area: "staff", name: "Find accounts", title: "Find a customer's account and open it.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       always,                        always,                    always,   no],
  },
  "staff.roles.give": {
    area: "staff", name: "Give standard roles", title: "Give a person on a customer's account one of the standard roles, on request.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       always,                        always,                    always,   no],
  },
  "staff.ownership.transfer": {
    area: "staff", name: "Transfer an account", title: "Make another person the owner of a customer's account, on request.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            no,                        always,   no],
  },
  "staff.mail.view": {
    area: "staff", name: "See sent mail", title: "See the mail the portal has sent.", delegable: "nobody", record: "mail",
    cells:     [no,    no,    no,      no,       "ifNeitherBillingNorSecurity", "ifBilling|ifAboutPeople", always,   no],
  },
  "staff.attempts.view": {
    area: "staff", name: "See attempts", title: "See who asked for accounts and records of others.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            no,                        always,   no],
  },
  "staff.team.manage": {
    area: "staff", name: "Manage the team", title: "Add colleagues and choose their staff roles.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            no,                        always,   no],
  },
  "staff.receivables.view": {
    area: "staff", name: "See receivables", title: "See what all customers owe, payments that failed, refunds and taxes.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            always,                    always,   no],
  },
  "staff.billing-setup.manage": {
    area: "staff", name: "Manage billing setup", title: "Change the seller's details, tax rates and coupons.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            always,                    always,   no],
  },
  "staff.clock.move": {
    area: "staff", name: "Move the clock", title: "Move the clock of a demo forward.", delegable: "nobody",
    cells:     [no,    no,    no,      no,       no,                            always,                    always,   no],
  },
} as const satisfies AreaCatalogue;
