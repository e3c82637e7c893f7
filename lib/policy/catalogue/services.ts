import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const services = {
  //      cells:   owner   admin   billing  support   agent   accounting  manager   self
  "services.view": {
    area: "services", name: "View services", title: "View the account's services and their renewal dates.", delegable: "holders", record: "service", serviceBound: true, perRecord: true,
    cells:     [always, always, always,  always,   always, always,     always,   no],
  },
  "services.credentials.view": {
    area: "services", name: "View credentials", title: "Reveal the credentials of a service.", delegable: "holders", record: "service", serviceBound: true, perRecord: true,
    cells:     [always, always, no,      always,   no,     no,         no,       no],
  },
  "services.manage": {
    area: "services", name: "Manage services", title: "Rename a service and change its settings.", delegable: "holders", record: "service", serviceBound: true, perRecord: true,
    cells:     [always, always, no,      no,       always, no,         always,   no],
  },
  "services.order": {
    area: "services", name: "Order services", title: "Order a new service.", delegable: "owner",
    cells:     [always, no,     no,      no,       no,     no,         no,       no],
  },
  "services.cancel": {
    area: "services", name: "Cancel services", title: "Cancel a service.", delegable: "nobody", record: "service", serviceBound: true,
    cells:     [always, no,     no,      no,       no,     no,         no,       no],
  },
  "services.set-up": {
    area: "services", name: "Set up services", title: "Complete the setup of a paid service and enter its credentials.", delegable: "nobody", record: "service", serviceBound: true,
    cells:     [no,     no,     no,      no,       always, no,         always,   no],
  },
} as const satisfies AreaCatalogue;
