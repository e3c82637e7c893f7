import { always, no } from "./cells";
import type { AreaCatalogue } from "./entry";

// biome-ignore format: a table is read by columns
export const settings = {
  //      cells:   owner   admin   billing  support   agent  accounting  manager   self
  "settings.profile.view": {
    area: "settings", name: "View account settings", title: "View the account's profile, addresses and settings.", delegable: "holders",
    cells:     [always, always, no,      no,       no,    no,         no,       no],
  },
  "settings.profile.update": {
    area: "settings", name: "Change account settings", title: "Change the account's profile and addresses.", delegable: "holders",
    cells:     [always, always, no,      no,       no,    no,         no,       no],
  },
  "settings.areas.change": {
    area: "settings", name: "Turn areas on or off", title: "Choose which areas of the portal are on for the account.", delegable: "holders",
    cells:     [always, always, no,      no,       no,    no,         no,       no],
  },
  "settings.staff-access.view": {
    area: "settings", name: "View staff access", title: "View what the provider's support may see of the workspace.", delegable: "holders",
    cells:     [always, always, no,      no,       no,    no,         no,       no],
  },
  "settings.staff-access.change": {
    area: "settings", name: "Change staff access", title: "Let the provider's support see areas of the workspace for a while.", delegable: "nobody",
    cells:     [always, no,     no,      no,       no,    no,         no,       no],
  },
  "settings.notices.view": {
    area: "settings", name: "View notification recipients", title: "View who gets which notifications.", delegable: "holders",
    cells:     [always, always, no,      no,       no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
