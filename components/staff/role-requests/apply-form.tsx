import { Callout } from "@/components/ui/callout";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { rolePreset } from "@/lib/accounts/role-requests/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { RoleRequestDesk } from "@/lib/staff/role-requests/schema";
import { RoleCards } from "./role-cards";

export type ApplyFormProps = { request: RoleRequestDesk; idempotencyKey: string; action: FormAction };

/** Applies an approved request: the approved role or a smaller one, with what it changes. */
export function ApplyForm({ request, idempotencyKey, action }: ApplyFormProps) {
  const { id: requestId, version, name, role, choices, decidedByName } = request;
  if (role === "owner") return <TransferPanel request={request} idempotencyKey={idempotencyKey} action={action} />;
  const possible = choices.filter(({ refusal }) => refusal === null);
  if (possible.length === 0) {
    return (
      <Callout kind="warning" title={t("This request can't be applied")}>
        {choices.find((choice) => choice.role === role)?.refusal}
      </Callout>
    );
  }
  return (
    <Panel
      title={t("Apply")}
      description={t("{name} approved “{role}” and nothing beyond it.", {
        name: decidedByName ?? "",
        role: request.roleName,
      })}
    >
      <OperationForm
        action={action}
        hidden={{ requestId, version }}
        idempotencyKey={idempotencyKey}
        submitLabel={request.contactId === null ? t("Assign role and invite") : t("Assign role")}
        pendingLabel={t("Assigning…")}
        label={t("Apply request")}
      >
        <RoleCards choices={choices} chosen={rolePreset.parse(role)} name={name} />
        <p className="text-sm text-ink-soft">
          {t("The owner gets a receipt by email: the role, who asked, who approved it and who assigned it.")}
        </p>
      </OperationForm>
    </Panel>
  );
}

function TransferPanel({ request, idempotencyKey, action }: ApplyFormProps) {
  const { id: requestId, version, name, recordedByName } = request;
  return (
    <Panel title={t("Transfer ownership")}>
      <OperationForm
        action={action}
        hidden={{ requestId, version }}
        idempotencyKey={idempotencyKey}
        submitLabel={t("Start transfer")}
        pendingLabel={t("Sending…")}
        label={t("Start transfer")}
      >
        <p className="text-ink-soft">
          {t(
            "Recorded by {recordedBy}. As another manager, check the request before you start the transfer. {name} has 7 days to accept, and the owner can withdraw it.",
            { recordedBy: recordedByName ?? "", name },
          )}
        </p>
      </OperationForm>
    </Panel>
  );
}
