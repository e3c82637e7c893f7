import { cellOf } from "@/lib/policy/matrix";
import { catalogue, permissionKeys } from "@/lib/policy/permissions";
import { roleKeys } from "@/lib/policy/roles";

/** Prints the whole policy as JSON: a key missing from a role's cells means no. */
const permissions = permissionKeys.map((key) => {
  const { area, title, delegable } = catalogue[key];
  return { key, area, title, delegable };
});

const matrix = Object.fromEntries(
  roleKeys.map((role) => {
    const cells = permissionKeys.flatMap((key) => {
      const cell = cellOf(key, role);
      return cell ? [[key, cell]] : [];
    });
    return [role, Object.fromEntries(cells)];
  }),
);

console.log(JSON.stringify({ permissions, roles: roleKeys, matrix }, null, 2));
