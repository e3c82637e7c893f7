import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { OperationForm } from "@/components/ui/operation-form";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

type Tag = { id: string; name: string };

export type TicketTagsProps = { ticketId: string; on: Tag[]; others: Tag[]; change: FormAction };

/** For staff: the tags of a ticket, each with a button that takes it off, and those it could get. */
export function TicketTags({ ticketId, on, others, change }: TicketTagsProps) {
  return (
    <div className="flex flex-col gap-4">
      {on.length > 0 && (
        <OperationForm action={change} hidden={{ ticketId }} label={t("Tags")}>
          <ul className="flex flex-wrap gap-1.5">
            {on.map(({ id, name }) => (
              <li key={id}>
                <Button
                  type="submit"
                  size="sm"
                  name="act"
                  value={`untag:${id}`}
                  aria-label={t("Remove tag: {name}", { name })}
                  icon={<Icon name="x" />}
                >
                  {name}
                </Button>
              </li>
            ))}
          </ul>
        </OperationForm>
      )}
      {others.length > 0 && (
        <OperationForm
          action={change}
          hidden={{ ticketId }}
          label={t("Add tag")}
          layout="inline"
          submitLabel={t("Add@@tag")}
          submitVariant="secondary"
        >
          <Field name="act" label={t("Add tag")} required className="flex-1">
            <Select options={others.map(({ id, name }) => ({ value: `tag:${id}`, label: name }))} />
          </Field>
        </OperationForm>
      )}
    </div>
  );
}
