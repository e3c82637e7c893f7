import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Markdown } from "@/components/ui/markdown";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { ShownItem } from "@/lib/workspace/meetings/agenda/schema";

type Props = { meetingId: string; papers: ShownItem["papers"]; remove: FormAction; runsIt: boolean };

/** Papers, folded: an agenda stays readable. */
export const Papers = ({ meetingId, papers, remove, runsIt }: Props) =>
  papers.length === 0 ? null : (
    <ul className="mt-2 flex flex-col gap-1">
      {papers.map(({ id, title, body, addedByName, mine }) => (
        <li key={id} className="rounded-md border border-line">
          <details>
            <summary className="fold cursor-pointer px-3 py-2 wrap-anywhere pointer-coarse:min-h-11">
              {title} <span className="text-sm text-ink-soft">· {addedByName}</span>
            </summary>
            <div className="border-t border-line px-3 py-2">
              <Markdown text={body} />
              {(mine || runsIt) && (
                <ConfirmDialog
                  id={`paper-${id}`}
                  action={remove}
                  hidden={{ meetingId, paperId: id }}
                  trigger={t("Remove paper")}
                  triggerProps={{ size: "sm" }}
                  title={t("Remove “{title}”?", { title })}
                  confirmLabel={t("Remove paper")}
                />
              )}
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
