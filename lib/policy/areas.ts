import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { type Area, catalogue, permissionKeys } from "./permissions";

/** Every area, in the order of the catalogue. */
export const areas: readonly Area[] = [...new Set(permissionKeys.map((key) => catalogue[key].area))];

/**
 * The areas an account can turn off. The others are always on: without them nobody could pay, get help, manage people,
 * review activity or turn an area back on.
 */
export const switchableAreas = [
  "discussions",
  "meetings",
  "actions",
  "decisions",
  "documents",
  "links",
  "reports",
] as const satisfies readonly Area[];

/** The account's own business: staff see it, and what happened there, only if the account's owner lets them. */
export const workspaceAreas = [
  "discussions",
  "meetings",
  "actions",
  "decisions",
  "documents",
  "links",
] as const satisfies readonly Area[];

export type SwitchableArea = (typeof switchableAreas)[number];

export function isSwitchable(area: string): area is SwitchableArea {
  return (switchableAreas as readonly string[]).includes(area);
}

/** For the activity log: `say(String(areaNames[area]))`. */
export const areaNames: Readonly<Record<Area, Sentence>> = {
  dashboard: msg("Dashboard"),
  account: msg("Account"),
  settings: msg("Settings"),
  people: msg("People"),
  billing: msg("Billing"),
  services: msg("Services"),
  support: msg("Support"),
  notices: msg("Notifications"),
  discussions: msg("Discussions"),
  meetings: msg("Meetings"),
  actions: msg("Actions@@area"),
  decisions: msg("Decisions"),
  documents: msg("Documents"),
  links: msg("Links"),
  activity: msg("Activity"),
  reports: msg("Reports"),
  staff: msg("Staff"),
  profile: msg("Profile"),
};

/** The name of an area in the user interface, in the reader's language. */
export function areaName(area: Area): string {
  return t(areaNames[area]);
}
