import { t } from "@/lib/platform/language/t";
import { account } from "./catalogue/account";
import { actions } from "./catalogue/actions";
import { activity } from "./catalogue/activity";
import { billing } from "./catalogue/billing";
import { dashboard } from "./catalogue/dashboard";
import { decisions } from "./catalogue/decisions";
import { discussions } from "./catalogue/discussions";
import { documents } from "./catalogue/documents";
import type { CatalogueEntry } from "./catalogue/entry";
import { links } from "./catalogue/links";
import { meetings } from "./catalogue/meetings";
import { notices } from "./catalogue/notices";
import { people } from "./catalogue/people";
import { profile } from "./catalogue/profile";
import { reports } from "./catalogue/reports";
import { services } from "./catalogue/services";
import { settings } from "./catalogue/settings";
import { staff } from "./catalogue/staff";
import { support } from "./catalogue/support";

/**
 * Every permission of the portal. A key is `area.resource.verb`; its first part is its area, and each area has a file.
 * Keys of the areas people, discussions, meetings, actions, decisions, documents and links follow the activities of the
 * billing contact document row by row; the others follow the account roles document.
 */
export const catalogue = {
  ...dashboard,
  ...account,
  ...settings,
  ...people,
  ...billing,
  ...services,
  ...support,
  ...notices,
  ...discussions,
  ...meetings,
  ...actions,
  ...decisions,
  ...documents,
  ...links,
  ...activity,
  ...reports,
  ...staff,
  ...profile,
} as const satisfies Record<string, CatalogueEntry>;

export type Permission = keyof typeof catalogue;
export type Area = (typeof catalogue)[Permission]["area"];

/** Every permission, in the order of the catalogue. */
export const permissionKeys = Object.keys(catalogue) as readonly Permission[];

export function isPermission(value: unknown): value is Permission {
  return typeof value === "string" && Object.hasOwn(catalogue, value);
}

/** Its name and title are the English ones, which the activity log stores: `say(entryOf(permission).name)`. */
export function entryOf(permission: Permission): CatalogueEntry & { area: Area } {
  return catalogue[permission];
}

/** The short name used in refusals and on buttons, in the reader's language: "Pay invoices". */
export function nameOf(permission: Permission): string {
  return t(catalogue[permission].name);
}

/** One sentence that says what the permission allows, in the reader's language. */
export function titleOf(permission: Permission): string {
  return t(catalogue[permission].title);
}
