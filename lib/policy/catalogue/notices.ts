import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const notices = {
  //      cells:   owner   admin   billing  support   agent  accounting  manager   self
  "notices.invoices.receive": {
    area: "notices", name: "Receive invoices", title: "Get new invoices by email.", delegable: "holders",
    cells:     [always, always, always,  no,       no,    no,         no,       no],
  },
  "notices.billing.receive": {
    area: "notices", name: "Receive billing notifications", title: "Get payment reminders, receipts and card expiry notifications.", delegable: "holders",
    cells:     [always, always, always,  no,       no,    no,         no,       no],
  },
  "notices.services.receive": {
    area: "notices", name: "Receive service notifications", title: "Get credentials and notifications about services.", delegable: "holders",
    cells:     [always, always, no,      always,   no,    no,         no,       no],
  },
  "notices.support.receive": {
    area: "notices", name: "Receive ticket notifications", title: "Get replies to support tickets by email.", delegable: "holders",
    cells:     [always, always, no,      always,   no,    no,         no,       no],
  },
  "notices.workspace.receive": {
    area: "notices", name: "Receive workspace notifications", title: "Get notifications about meetings, discussions, actions and decisions.", delegable: "holders",
    cells:     [always, always, always,  always,   no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
