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

export type SwitchableArea = (typeof switchableAreas)[number];

export function isSwitchable(area: string): area is SwitchableArea {
  return (switchableAreas as readonly string[]).includes(area);
}

/** The name of an area in the user interface. */
export function areaName(area: Area): string {
  if (area === "notices") return "Notifications";

  return `${area.charAt(0).toUpperCase()}${area.slice(1)}`;
}
