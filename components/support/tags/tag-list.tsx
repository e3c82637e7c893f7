import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

export type TagListProps = { tags: { id: string; name: string }[]; remove?: FormAction };

export function TagList({ tags, remove }: TagListProps) {
  if (tags.length === 0) return <p className="text-ink-soft">{t("No tags yet.")}</p>;
  return (
    <ul className="divide-y divide-line">
      {tags.map(({ id, name }) => (
        <li key={id} className="flex items-center justify-between gap-4 py-2">
          <span className="min-w-0 wrap-anywhere">{name}</span>
          {remove && (
            <ConfirmDialog
              id={`delete-${id}`}
              action={remove}
              hidden={{ tagId: id }}
              trigger={t("Delete")}
              triggerProps={{ size: "sm", "aria-label": t("Delete {name}", { name }) }}
              title={t("Delete {name}?", { name })}
              consequences={[t("It is taken off all tickets.")]}
              confirmLabel={t("Delete")}
              doneMessage={t("Deleted.")}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
