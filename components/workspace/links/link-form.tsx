import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { LinkItem } from "@/lib/workspace/links/schema";

export type LinkFormProps = { action: FormAction; cancelHref?: string; link?: LinkItem; idempotencyKey?: string };

/** A link to change, or a new one. */
export function LinkForm({ action, cancelHref, link, idempotencyKey }: LinkFormProps) {
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      hidden={link && { linkId: link.id, version: link.version }}
      submitLabel={link ? t("Save") : t("Add link")}
      pendingLabel={t("Saving…")}
      cancelHref={cancelHref}
      label={link ? t("Edit link") : t("Add link")}
      doneMessage={link ? t("Saved.") : t("Added.")}
      resetOnDone={link === undefined}
    >
      <Field
        name="url"
        label={t("Web address")}
        required
        hint={t("An http or https address, without a user name or password in it. The portal itself never opens it.")}
      >
        <Input inputMode="url" autoComplete="off" autoCapitalize="off" spellCheck={false} defaultValue={link?.url} />
      </Field>
      <Field name="title" label={t("Title")} required>
        <Input autoComplete="off" defaultValue={link?.title} />
      </Field>
      <Field name="description" label={t("Description")}>
        <Textarea rows={3} defaultValue={link?.description} />
      </Field>
    </OperationForm>
  );
}
