import { cellOf } from "../matrix";
import { catalogue, type Permission, permissionKeys } from "../permissions";
import { type CapabilityRow, capabilityRows, notForAdministrators } from "./capabilities";
import { keysOfArea } from "./keys-of-area";

const ofOwner = permissionKeys.filter((key) => cellOf(key, "owner") !== undefined);
const named = new Set(capabilityRows.flatMap(({ keys }) => (typeof keys === "string" ? [] : keys)));
const isBilling = (key: Permission) => catalogue[key].area === "billing";

/** The permissions that a row of the account roles document speaks of. */
export function keysOfCapability({ keys }: CapabilityRow): readonly Permission[] {
  if (keys === "billing") return keysOfArea("billing");
  if (keys !== "rest") return keys;
  return ofOwner.filter((key) => !named.has(key) && !isBilling(key) && !notForAdministrators.includes(key));
}
