import { DateTime } from "@/components/ui/date-time";
import { Dotted } from "@/components/ui/dotted";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Markdown } from "@/components/ui/markdown";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import { presenceWords } from "@/lib/workspace/meetings/attendees/schema";
import type { SignedMinutesView } from "@/lib/workspace/meetings/minutes/schema";
import { AgreedActions } from "./agreed-actions";

type Props = { minutes: SignedMinutesView; format: ViewerFormat };

/** Minutes as they were signed. */
export const SignedMinutes = ({ minutes: { record, items }, format }: Props) => (
  <div>
    <div className="px-4 pt-1">
      <KeyValueList
        items={[
          { label: t("Chair"), value: record.chair },
          { label: t("Minute taker"), value: record.minuteTaker },
          {
            label: t("Attendance"),
            value: <Attendance record={record} format={{ ...format, timeZone: record.zone }} />,
          },
          ...(record.guests === "" ? [] : [{ label: t("Others who were there"), value: record.guests }]),
        ]}
      />
    </div>
    <ol className="divide-y divide-line border-t border-line">
      {items.map(({ sha256, signed, neutralTitle, recused }) => (
        <li key={sha256} className="px-4 py-3">
          <h3 className="font-medium text-ink wrap-anywhere">
            {typeof signed?.number === "number" && (
              <span className="text-ink-soft tabular-nums">{signed.number}. </span>
            )}
            {signed?.title ?? neutralTitle}
          </h3>
          {signed?.recused?.map(({ name, reason }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people can share a name, and the list never changes in place
            <p key={index} className="text-sm text-ink-soft wrap-anywhere">
              {t("{name} was recused from this item: {reason}", { name, reason })}
            </p>
          ))}
          {signed === null ? (
            <p className="text-ink-soft">
              {recused ? t("You are recused from this item.") : t("These minutes are confidential.")}
            </p>
          ) : (
            <>
              <Markdown text={signed.minutes} className="mt-1" />
              <AgreedActions actions={signed.actions ?? []} locale={format.locale} />
            </>
          )}
        </li>
      ))}
    </ol>
  </div>
);

function Attendance({ record, format }: { record: Props["minutes"]["record"]; format: ViewerFormat }) {
  return (
    <ul className="flex flex-col gap-0.5">
      {record.attendance.map(({ name, presence, arrivedAt, leftAt }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people can share a name, and the list never changes in place
        <li key={index}>
          <Dotted>
            {name}
            {presence !== null && <span className="text-ink-soft">{t(presenceWords[presence])}</span>}
            {arrivedAt !== null && (
              <span className="text-ink-soft">
                {t("from@@time")} <DateTime value={arrivedAt} style="time" format={format} />
              </span>
            )}
            {leftAt !== null && (
              <span className="text-ink-soft">
                {t("until@@time")} <DateTime value={leftAt} style="time" format={format} />
              </span>
            )}
          </Dotted>
        </li>
      ))}
    </ul>
  );
}
