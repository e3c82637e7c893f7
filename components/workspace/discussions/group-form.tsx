import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { GroupDetail } from "@/lib/workspace/discussions/schema";

export type GroupFormProps = {
  action: FormAction;
  cancelHref: string;
  /** To change one; without it, the form is for a new one. */
  group?: GroupDetail;
  idempotencyKey?: string;
  /** The people to invite to a new one. */
  children?: ReactNode;
};

/** A group's name, description and visibility. */
export function GroupForm({ action, cancelHref, group, idempotencyKey, children }: GroupFormProps) {
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      hidden={group && { groupId: group.id, version: group.version }}
      submitLabel={group ? t("Save") : t("Create group")}
      pendingLabel={t("Saving…")}
      cancelHref={cancelHref}
    >
      <Field name="name" label={t("Name")} required>
        <Input autoComplete="off" defaultValue={group?.name} />
      </Field>
      <Field name="description" label={t("Description")} hint={t("What is discussed in it.")}>
        <Textarea rows={3} defaultValue={group?.description} />
      </Field>
      <RadioGroup
        name="isPrivate"
        legend={t("Visibility")}
        required
        defaultValue={String(group?.isPrivate ?? false)}
        options={[
          {
            value: "false",
            label: t("Public"),
            hint: t("Everyone on this account who can use discussions can read, join and write."),
            disabled: group?.isPrivate === true,
          },
          {
            value: "true",
            label: t("Private"),
            hint: t(
              "Only people who are invited know of it, besides the account's owner and administrators. It can't be made public later.",
            ),
          },
        ]}
      />
      {children}
    </OperationForm>
  );
}
