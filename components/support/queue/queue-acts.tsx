import { priorityWords } from "@/components/support/tickets/ticket-words";
import { DialogButton } from "@/components/ui/dialog-button";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { t } from "@/lib/platform/language/t";
import { KEYS_DIALOG } from "./keys-dialog-id";

export type QueueActsProps = { tags: { id: string; name: string }[] };

/** What can be done with the chosen tickets. A button's own act comes after the select, so it wins. */
export function QueueActs({ tags }: QueueActsProps) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Select
        name="act"
        aria-label={t("Change the selected tickets")}
        placeholder={t("Change selected…")}
        options={[...choices(), ...tagChoices(tags)]}
        className="max-sm:basis-full sm:w-56"
      />
      <SubmitButton variant="secondary">{t("Apply")}</SubmitButton>
      <SubmitButton variant="secondary" name="act" value="assign:me">
        {t("Assign to me")}
      </SubmitButton>
      <SubmitButton variant="secondary" name="act" value="status:closed">
        {t("Close")}
      </SubmitButton>
      <DialogButton opens={KEYS_DIALOG} variant="ghost" className="ms-auto max-sm:hidden">
        {t("Keyboard shortcuts")}
      </DialogButton>
    </div>
  );
}

const choices = () => [
  { value: "assign:nobody", label: t("Unassign") },
  ...Object.entries(priorityWords).map(([value, { label }]) => ({
    value: `priority:${value}`,
    label: t("Priority: {priority}", { priority: t(label) }),
  })),
];

const tagChoices = (tags: QueueActsProps["tags"]) => [
  ...tags.map(({ id, name }) => ({ value: `tag:${id}`, label: t("Tag: {name}", { name }) })),
  ...tags.map(({ id, name }) => ({ value: `untag:${id}`, label: t("Remove tag: {name}", { name }) })),
];
