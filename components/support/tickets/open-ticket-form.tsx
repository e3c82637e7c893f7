import { ChipRadio } from "@/components/support/tickets/chip-radio";
import { AttachmentField, type AttachmentFieldProps } from "@/components/ui/attachments/attachment-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MarkdownField } from "@/components/ui/markdown-field";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { departmentNames } from "@/lib/policy/departments";
import type { TicketItem } from "@/lib/support/tickets/schema";
import { DraftKeeper } from "./draft-keeper";
import { priorityWords } from "./ticket-words";

export type OpenTicketFormProps = {
  action: FormAction;
  idempotencyKey: string;
  services: { id: string; name: string }[];
  departments: TicketItem["department"][];
  /** The service it is about, when opened from a service's page. */
  serviceId?: string;
  /** What was typed before and not sent. */
  draft: { subject: string; message: string; version: number } | null;
  /** Where the draft is kept, as a path of the API. */
  draftUrl: string;
  cancelHref: string;
  files: AttachmentFieldProps;
};

/** The ticket form: two fields are required, the rest have sensible defaults. */
export function OpenTicketForm(props: OpenTicketFormProps) {
  const { action, idempotencyKey, services, departments, serviceId, draft, draftUrl, cancelHref, files } = props;
  return (
    <OperationForm
      action={action}
      idempotencyKey={idempotencyKey}
      hidden={{ discardDraft: "true" }}
      submitLabel={t("Open ticket")}
      pendingLabel={t("Opening…")}
      cancelHref={cancelHref}
    >
      {/* What Enter in a field presses: the first button of the form, which would be the preview. */}
      <button type="submit" hidden tabIndex={-1} />
      <Field name="subject" label={t("Subject")} required>
        <Input autoFocus autoComplete="off" placeholder={t("web-02 is not responding")} defaultValue={draft?.subject} />
      </Field>
      <MarkdownField
        name="message"
        label={t("Description")}
        hint={t("When did it start, and what have you tried? Paste error messages as text.")}
        rows={6}
        className="min-h-32"
        defaultValue={draft?.message}
      >
        <DraftKeeper url={draftUrl} fields={["subject", "message"]} version={draft?.version ?? 0} />
      </MarkdownField>
      <AttachmentField {...files} />
      {services.length > 0 && (
        <Field name="serviceId" label={t("Service")}>
          <Select
            placeholder={t("No specific service")}
            options={services.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={serviceId}
          />
        </Field>
      )}
      <ChipRadio
        name="priority"
        legend={t("Priority")}
        hint={`${t(priorityWords.urgent.label)}: ${t(priorityWords.urgent.hint)}`}
        defaultValue="normal"
        options={Object.entries(priorityWords).map(([value, { label, hint }]) => ({
          value,
          label: t(label),
          hint: t(hint),
        }))}
      />
      {departments.length > 1 && (
        <ChipRadio
          name="department"
          legend={t("Department")}
          defaultValue={departments[0] ?? "support"}
          options={departments.map((value) => ({ value, label: t(departmentNames[value]) }))}
        />
      )}
      {departments.length === 1 && <input type="hidden" name="department" value={departments[0]} />}
    </OperationForm>
  );
}
