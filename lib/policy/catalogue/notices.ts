import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const notices = {
  //      cells:   owner   admin   billing  support   agent  accounting  manager   self
  "notices.invoices.receive": {
    area: "notices", name: "Receive invoices", title: "Receive invoices by email when they are issued.", delegable: "holders",
    cells:     [always, always, always,  no,       no,    no,         no,       no],
  },
  "notices.billing.receive": {
    area: "notices", name: "Receive billing notices", title: "Receive reminders, receipts and notices about cards.", delegable: "holders",
    cells:     [always, always, always,  no,       no,    no,         no,       no],
  },
  "notices.services.receive": {
    area: "notices", name: "Receive service notices", title: "Receive login details and notices about services.", delegable: "holders",
    cells:     [always, always, no,      always,   no,    no,         no,       no],
  },
  "notices.support.receive": {
    area: "notices", name: "Receive ticket notices", title: "Receive the replies to support tickets.", delegable: "holders",
    cells:     [always, always, no,      always,   no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
