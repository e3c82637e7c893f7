import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Pagination, type PaginationProps } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import type { VisitItem } from "@/lib/accounts/staff-visits/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { hourOptions, hoursInWords } from "./hours-in-words";
import { VisitWhy } from "./visit-why";

interface WaitingPanelProps {
  readonly visits: readonly VisitItem[];
  readonly total: number;
  readonly pages: PaginationProps;
  readonly base: string;
  readonly now: Date;
  readonly format: ViewerFormat;
  /** Undefined for those who may only see it. */
  readonly answer: FormAction | undefined;
}

/** Who of staff asks for access. Answered by buttons only: nothing that merely opens the page answers it. */
export function WaitingPanel({ visits, total, pages, base, now, format, answer }: WaitingPanelProps) {
  if (total === 0) return null;
  return (
    <Panel title={t("Waiting for your answer")}>
      <ul className="flex flex-col gap-4">
        {visits.map((visit) => (
          <li key={visit.id} className="flex flex-col gap-2 border-line not-last:border-b not-last:pb-4">
            <p>
              {rich("{name} asks for {hours}, {time}.", {
                name: <strong className="font-semibold text-ink">{visit.staffName}</strong>,
                hours: hoursInWords(visit.hours),
                time: <RelativeTime value={visit.startedAt} now={now} format={format} />,
              })}
            </p>
            <VisitWhy why={visit} base={base} />
            <Answer visit={visit} answer={answer} />
          </li>
        ))}
      </ul>
      {(pages.previousHref || pages.nextHref) && (
        <Pagination {...pages} label={t("Pages of those who wait for your answer")} />
      )}
    </Panel>
  );
}

function Answer({ visit, answer }: { visit: VisitItem; answer: FormAction | undefined }) {
  if (visit.emergency) return <p className="text-ink-soft">{t("Another manager of ours has to confirm it.")}</p>;
  if (answer === undefined) return <p className="text-ink-soft">{t("Only the account owner can answer.")}</p>;
  const hidden = { visitId: visit.id };
  const options = [1, 4, 8, 24, 72, 168];
  return (
    <div className="flex flex-wrap items-end gap-2">
      <OperationForm
        action={answer}
        hidden={{ ...hidden, answer: "approve" }}
        label={t("Approve access of {name}", { name: visit.staffName })}
        submitLabel={t("Approve")}
      >
        <Field name="hours" label={t("For how long?")} required className="w-40">
          <Select
            options={hourOptions(options)}
            defaultValue={String(options.find((hours) => hours >= visit.hours) ?? 4)}
          />
        </Field>
      </OperationForm>
      <OperationForm
        action={answer}
        hidden={{ ...hidden, answer: "refuse" }}
        label={t("Refuse access of {name}", { name: visit.staffName })}
        submitLabel={t("Refuse")}
        submitVariant="secondary"
      />
    </div>
  );
}
