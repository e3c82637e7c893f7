import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";
import type { Permission } from "@/lib/policy/permissions";
import type { Role } from "@/lib/policy/roles";
import { cellWords } from "./cell-words";

export type PermissionCellProps = { permission: Permission; role: Role; className?: string };

/** Whether a role has a permission: yes, no, or the condition. */
export function PermissionCell({ permission, role, className }: PermissionCellProps) {
  const words = cellWords(permission, role);
  return (
    <td
      data-permission={permission}
      data-role={role}
      className={cx("border-b border-line px-2 py-2 text-center align-top text-sm", className)}
    >
      {words === null && (
        <span className="text-ink-faint">
          <span aria-hidden="true">–</span>
          <span className="sr-only">{t("No")}</span>
        </span>
      )}
      {words === "" && (
        <>
          <Icon name="check" className="mx-auto mt-0.5 size-4 text-success-text" />
          <span className="sr-only">{t("Yes")}</span>
        </>
      )}
      {words && <span className="text-ink">{words}</span>}
    </td>
  );
}
