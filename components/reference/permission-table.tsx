import { cx } from "@/components/ui/cx";
import { t } from "@/lib/platform/language/t";
import { areaName, areas } from "@/lib/policy/areas";
import {
  type Area,
  catalogue,
  entryOf,
  nameOf,
  type Permission,
  permissionKeys,
  titleOf,
} from "@/lib/policy/permissions";
import { type Role, roleKeys, roles } from "@/lib/policy/roles";
import { particulars } from "./cell-words";
import { PermissionCell } from "./permission-cell";

export type PermissionTableProps = {
  /** The one role shown on narrow screens. */
  chosen: Role;
  /** The permissions that nothing in the portal asks yet. */
  notInUse: readonly Permission[];
};

/** The whole matrix by area: one row per permission, one column per role. Narrow screens show the chosen role only. */
export function PermissionTable({ chosen, notInUse }: PermissionTableProps) {
  return (
    <table className="w-full border-separate border-spacing-0">
      <caption className="sr-only">{t("Permissions by role")}</caption>
      <thead>
        <tr>
          <th scope="col" className={cx(headClass, "text-start")}>
            {t("Permission")}
          </th>
          {roleKeys.map((role) => (
            <th
              key={role}
              scope="col"
              title={t(roles[role].title)}
              className={cx(headClass, "w-24", widthOf(role, chosen))}
            >
              {t(roles[role].name)}
            </th>
          ))}
        </tr>
      </thead>
      {areas.map((area) => (
        <AreaRows key={area} area={area} chosen={chosen} notInUse={notInUse} />
      ))}
    </table>
  );
}

const headClass =
  "sticky top-0 z-10 border-b border-line-strong bg-canvas px-2 py-2 align-bottom text-sm font-medium text-ink";

const widthOf = (role: Role, chosen: Role): string | undefined => (role === chosen ? undefined : "max-lg:hidden");

function AreaRows({ area, chosen, notInUse }: PermissionTableProps & { area: Area }) {
  const permissions = permissionKeys.filter((key) => catalogue[key].area === area);
  return (
    <tbody id={area} className="scroll-mt-12">
      <tr>
        <th
          scope="rowgroup"
          colSpan={roleKeys.length + 1}
          className="px-2 pt-6 pb-1.5 text-start font-semibold text-ink"
        >
          {areaName(area)}
        </th>
      </tr>
      {permissions.map((permission) => (
        <tr key={permission} className="hover:bg-hover">
          <th scope="row" className="border-b border-line px-2 py-2 text-start align-top font-normal">
            <PermissionText permission={permission} inUse={!notInUse.includes(permission)} />
          </th>
          {roleKeys.map((role) => (
            <PermissionCell
              key={role}
              permission={permission}
              role={role}
              className={cx(widthOf(role, chosen), role === "agent" && "lg:border-s lg:border-s-line")}
            />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function PermissionText({ permission, inUse }: { permission: Permission; inUse: boolean }) {
  const more = particulars(permission);
  return (
    <>
      <span className="block font-medium text-ink">{nameOf(permission)}</span>
      <span className="block text-sm text-ink-soft">
        {titleOf(permission)}
        {!inUse && ` ${t("Not in use yet.")}`}
        {more.length > 0 && <span className="text-ink-faint"> {capitalised(more.join(", "))}.</span>}
      </span>
      <code id={permission} className="font-mono text-xs text-ink-faint" data-area={entryOf(permission).area}>
        {permission}
      </code>
    </>
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
