import { Badge } from "@/components/ui/badge";
import type { PersonItem } from "@/lib/accounts/core/schema";

/** A summary of a person's access: roles, number of individual permissions, service limit. */
export function RoleBadges({ details }: { details: NonNullable<PersonItem["details"]> }) {
  const { roles, singlePermissions, notices, limitedToServices } = details;
  const single = [
    singlePermissions > 0 && `${singlePermissions} individual permission${singlePermissions === 1 ? "" : "s"}`,
    notices.length > 0 && `${notices.length} notification${notices.length === 1 ? "" : "s"}`,
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
      {limitedToServices && <span className="text-sm text-ink-soft">Selected services only</span>}
      {nothing && <span className="text-ink-faint">No access</span>}
    </span>
  );
}
