import { type Area, catalogue, permissionKeys } from "./permissions";

/** Every area, in the order of the catalogue. */
export const areas: readonly Area[] = [...new Set(permissionKeys.map((key) => catalogue[key].area))];

/**
 * The areas an account may turn off. The others stay: without them nobody could pay, ask for help, look after the
 * people of the account, see what happened on it, or turn an area on again.
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

export type SwitchableArea = (typeof switchableAreas)[number];

export function isSwitchable(area: string): area is SwitchableArea {
  return (switchableAreas as readonly string[]).includes(area);
}

/** What people call an area. */
export function areaName(area: Area): string {
  return `${area.charAt(0).toUpperCase()}${area.slice(1)}`;
}
