import { Badge } from "@/components/ui/badge";
import type { PersonItem } from "@/lib/accounts/core/schema";
import { t } from "@/lib/platform/language/t";

/** A summary of a person's access: roles, number of individual permissions, service limit. */
export function RoleBadges({ details }: { details: NonNullable<PersonItem["details"]> }) {
  const { roles, singlePermissions, notices, limitedToServices } = details;
  const single = [
    singlePermissions > 0 &&
      t("{count, plural, one {# individual permission} other {# individual permissions}}", {
        count: singlePermissions,
      }),
    notices.length > 0 && t("{count, plural, one {# notification} other {# notifications}}", { count: notices.length }),
  ].filter(Boolean);
  const nothing = roles.length + single.length === 0;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {roles.map(({ role, name }) => (
        <Badge key={role} tone={role === "owner" ? "accent" : "neutral"}>
          {name}
        </Badge>
      ))}
      {single.length > 0 && <span className="text-sm text-ink-soft">{single.join(", ")}</span>}
      {limitedToServices && <span className="text-sm text-ink-soft">{t("Selected services only")}</span>}
      {nothing && <span className="text-ink-faint">{t("No access")}</span>}
    </span>
  );
}
