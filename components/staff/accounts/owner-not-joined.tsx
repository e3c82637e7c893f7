import { Callout } from "@/components/ui/callout";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { StaffAccount } from "@/lib/staff/core/schema";

export type OwnerNotJoinedProps = {
  account: StaffAccount;
  idempotencyKey: string;
  /** Omitted for staff who may not do it. */
  invite?: FormAction;
};

/** The owner of a new account who hasn't set a password yet, and a new invitation for them. */
export function OwnerNotJoined({ account: { id, owner }, idempotencyKey, invite }: OwnerNotJoinedProps) {
  return (
    <Callout
      kind="warning"
      className="mb-4"
      title={t("{name} hasn't joined yet", { name: owner.name })}
      actions={
        invite && (
          <OperationForm
            action={invite}
            hidden={{ customerId: id }}
            idempotencyKey={idempotencyKey}
            layout="inline"
            label={t("Invite owner")}
            submitLabel={t("Send invitation")}
            submitSize="sm"
            submitVariant="secondary"
            pendingLabel={t("Sending…")}
          />
        )
      }
    >
      {t("They set a password with the link we email to {email}. Notifications start once they have.", {
        email: owner.email,
      })}
    </Callout>
  );
}
