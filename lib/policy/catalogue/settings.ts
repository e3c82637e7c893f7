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
    area: "settings", name: "View staff access", title: "View which of the provider's staff have access, why, and what they opened.", delegable: "holders",
    cells:     [always, always, no,      no,       no,    no,         no,       no],
  },
  "settings.staff-access.change": {
    area: "settings", name: "Change staff access", title: "Decide what the provider's staff may open: approve, refuse and end their access, and let support see the workspace.", delegable: "nobody",
    cells:     [always, no,     no,      no,       no,    no,         no,       no],
  },
  "settings.notices.view": {
    area: "settings", name: "View notification recipients", title: "View who gets which notifications.", delegable: "holders",
    cells:     [always, always, no,      no,       no,    no,         no,       no],
  },
} as const satisfies AreaCatalogue;
