import { always, ifBilling, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const support = {
  //      cells:   owner   admin   billing  support   agent   accounting  manager   self
  "support.tickets.view": {
    area: "support", name: "View tickets", title: "View support tickets and their replies.", delegable: "holders", record: "ticket", serviceBound: true, perRecord: true, departmentBound: true,
    cells:     [always, always, no,      always,   always, ifBilling,  always,   no],
  },
  "support.tickets.open": {
    area: "support", name: "Open tickets", title: "Open a support ticket.", delegable: "holders", record: "ticket", serviceBound: true, departmentBound: true,
    cells:     [always, always, no,      always,   always, ifBilling,  always,   no],
  },
  "support.tickets.reply": {
    area: "support", name: "Reply to tickets", title: "Reply to a support ticket.", delegable: "holders", record: "ticket", serviceBound: true, perRecord: true, departmentBound: true,
    cells:     [always, always, no,      always,   always, ifBilling,  always,   no],
  },
  "support.tickets.close": {
    area: "support", name: "Close tickets", title: "Close and reopen support tickets.", delegable: "holders", record: "ticket", serviceBound: true, perRecord: true, departmentBound: true,
    cells:     [always, always, no,      always,   always, ifBilling,  always,   no],
  },
  "support.tickets.watch": {
    area: "support", name: "Watch tickets", title: "Get notifications about single tickets, and copy in colleagues who can see them.", delegable: "holders", record: "ticket", serviceBound: true, perRecord: true, departmentBound: true,
    cells:     [always, always, no,      always,   no,     no,         no,       no],
  },
  "support.tickets.rate": {
    area: "support", name: "Rate tickets", title: "Rate how a closed support ticket was handled.", delegable: "holders", record: "ticket", serviceBound: true, perRecord: true, departmentBound: true,
    cells:     [always, always, no,      always,   no,     no,         no,       no],
  },
  "support.tickets.note": {
    area: "support", name: "Add internal notes", title: "Add notes to a ticket that only staff can see.", delegable: "nobody", record: "ticket",
    cells:     [no,     no,     no,      no,       always, ifBilling,  always,   no],
  },
  "support.tickets.assign": {
    area: "support", name: "Assign tickets", title: "Assign a ticket to a team member or department.", delegable: "nobody", record: "ticket",
    cells:     [no,     no,     no,      no,       always, ifBilling,  always,   no],
  },
} as const satisfies AreaCatalogue;
