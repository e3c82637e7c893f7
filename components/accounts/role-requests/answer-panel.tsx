import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { RoleRequestDetail } from "@/lib/accounts/role-requests/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

export type AnswerPanelProps = {
  request: RoleRequestDetail;
  /** Why the viewer can't approve it; null if they can. */
  locked: string | null;
  action: FormAction;
};

/** Approves or refuses a request, by buttons only: nothing that merely opens the page answers it. */
export function AnswerPanel({ request, locked, action }: AnswerPanelProps) {
  const { id: requestId, version, name, roleName, role } = request;
  return (
    <Panel title={t("Is this what you want?")}>
      <div className="flex flex-col gap-3">
        <p className="text-ink-soft">
          {role === "owner"
            ? t(
                "If you approve it, we offer the ownership of this account to {name}. Nothing changes until they accept.",
                { name },
              )
            : t("If you approve it, we give {name} the “{role}” role as shown here, and never more.", {
                name,
                role: roleName,
              })}
        </p>
        {locked !== null && (
          <Callout kind="warning" title={t("You can't approve this")}>
            {locked}
          </Callout>
        )}
        <div className="flex flex-wrap gap-2">
          {locked === null && (
            <OperationForm
              action={action}
              hidden={{ requestId, version, answer: "approve" }}
              label={t("Approve request")}
              submitLabel={t("Approve")}
              submitIcon={<Icon name="check" />}
            />
          )}
          <OperationForm
            action={action}
            hidden={{ requestId, version, answer: "refuse" }}
            label={t("Refuse request")}
            submitLabel={t("Refuse")}
            submitVariant="secondary"
            submitIcon={<Icon name="x" />}
          />
        </div>
      </div>
    </Panel>
  );
}
