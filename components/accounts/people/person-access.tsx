import { EffectiveAccess } from "@/components/accounts/access/effective-access";
import { HeldAccess } from "@/components/accounts/access/held-access";
import { Callout } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import type { PersonDetail } from "@/lib/accounts/core/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

interface PersonAccessProps {
  readonly person: PersonDetail;
  readonly format: ViewerFormat;
  /** Ends a permission for a single record; left out for viewers who may not. */
  readonly end: FormAction | undefined;
}

/** What a person was granted and what they can do as a result, for viewers who may see details. */
export function PersonAccess({ person, format, end }: PersonAccessProps) {
  const { kind, details, locked } = person;
  const member = kind === "member";
  if (details === null) {
    return (
      <Callout title={t("Details hidden")}>
        {t("To see this person's access, you need “{permission}”.", {
          permission: member ? t("View member details") : t("View notification-only contact details"),
        })}
      </Callout>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Panel title={member ? t("Roles and permissions") : t("Notifications")} description={locked ?? undefined}>
        <HeldAccess contactId={person.id} details={details} format={format} end={locked === null ? end : undefined} />
      </Panel>
      <Panel
        flush
        title={member ? t("Effective access") : t("Effective notifications")}
        description={
          details.hasLogin || !member
            ? t("Current access, with all roles, individual permissions, limits and suspensions applied.")
            : t("Access once they join, with all roles, individual permissions, limits and suspensions applied.")
        }
      >
        <EffectiveAccess areas={details.access} />
      </Panel>
    </div>
  );
}
