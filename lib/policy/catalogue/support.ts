import { always, ifBilling, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const support = {
  //      cells:   owner   admin   billing  support   agent   accounting  manager   self
  "support.tickets.view": {
    area: "support", name: "See tickets", title: "See support tickets and their replies.", delegable: "holders", record: "ticket", serviceBound: true,
    cells:     [always, always, no,      always,   always, ifBilling,  always,   no],
  },
  "support.tickets.open": {
    area: "support", name: "Open tickets", title: "Open a support ticket.", delegable: "holders", record: "ticket", serviceBound: true,
    cells:     [always, always, no,      always,   always, ifBilling,  always,   no],
  },
  "support.tickets.reply": {
    area: "support", name: "Reply to tickets", title: "Reply to a support ticket.", delegable: "holders", record: "ticket", serviceBound: true,
    cells:     [always, always, no,      always,   always, ifBilling,  always,   no],
  },
  "support.tickets.close": {
    area: "support", name: "Close tickets", title: "Close a support ticket and open it again.", delegable: "holders", record: "ticket", serviceBound: true,
    cells:     [always, always, no,      always,   always, ifBilling,  always,   no],
  },
  "support.tickets.note": {
    area: "support", name: "Write internal notes", title: "Write notes on a ticket that only staff see.", delegable: "nobody", record: "ticket",
    cells:     [no,     no,     no,      no,       always, ifBilling,  always,   no],
  },
  "support.tickets.assign": {
    area: "support", name: "Assign tickets", title: "Hand a ticket to a colleague or to a department.", delegable: "nobody", record: "ticket",
    cells:     [no,     no,     no,      no,       always, ifBilling,  always,   no],
  },
} as const satisfies AreaCatalogue;
