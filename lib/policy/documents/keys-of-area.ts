import { cellOf } from "../matrix";
import { type Area, catalogue, type Permission, permissionKeys } from "../permissions";

/** The permissions of an area that somebody on an account can hold; those of staff alone are not in the documents. */
export const keysOfArea = (area: Area): readonly Permission[] =>
  permissionKeys.filter((key) => catalogue[key].area === area && cellOf(key, "owner") !== undefined);
