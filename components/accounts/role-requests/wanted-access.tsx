import { DateTime } from "@/components/ui/date-time";
import { Panel } from "@/components/ui/panel";
import type { RoleChoice, RoleRequestDetail } from "@/lib/accounts/role-requests/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { RoleEffect } from "./role-effect";

export type WantedAccessProps = {
  request: RoleRequestDetail;
  /** Null: they are shown elsewhere, or can't be told yet. */
  changes: RoleChoice["changes"] | null;
  format: ViewerFormat;
};

/** Exactly what a request would give and take, and for how long. */
export function WantedAccess({ request, changes, format }: WantedAccessProps) {
  const { name, email, role, roleName, roleEndsAt, status } = request;
  const open = status === "waiting" || status === "approved";
  return (
    <Panel title={t("Access")} description={`${name} · ${email}`}>
      <div className="flex flex-col gap-3">
        <p className="text-ink">
          {roleEndsAt === null
            ? rich("{role}, without an end date", { role: <strong className="font-semibold">{roleName}</strong> })
            : rich("{role}, until {date}", {
                role: <strong className="font-semibold">{roleName}</strong>,
                date: <DateTime value={roleEndsAt} format={format} />,
              })}
        </p>
        {open && changes !== null && role !== "owner" && <RoleEffect name={name} role={roleName} changes={changes} />}
      </div>
    </Panel>
  );
}
