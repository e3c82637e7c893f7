import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { FoldedPanel } from "@/components/ui/folded-panel";
import { AgreedActionForm } from "@/components/workspace/meetings/agreed-action-form";
import { AgreedActions } from "@/components/workspace/meetings/agreed-actions";
import { AttendanceForm } from "@/components/workspace/meetings/attendance-form";
import { CalmFrame } from "@/components/workspace/meetings/calm-frame";
import { MinuteMode } from "@/components/workspace/meetings/minute-mode";
import { t } from "@/lib/platform/language/t";
import { createForItem } from "@/lib/workspace/actions/create-for-item";
import { recordAttendance } from "@/lib/workspace/meetings/attendees/record-attendance";
import { writeMinutes } from "@/lib/workspace/meetings/minutes/write-minutes";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";

export const generateMetadata = (): Metadata => ({ title: t("Take minutes") });

export default accountPage(async ({ execute, action, account, base, params, search, actor }) => {
  const meeting = await execute(viewMeeting, { meetingId: params.meetingId ?? "" });
  const { items } = meeting.agenda;
  const index = search.item === undefined ? 0 : items.findIndex(({ id }) => id === search.item);
  const item = items[index];
  const open = meeting.status !== "cancelled" && meeting.minutesStatus !== "signed";
  if (!meeting.allowed.takeMinutes || !open || item === undefined) notFound();
  const here = `${base}/meetings/${meeting.id}`;
  const hrefOf = (at: number) => items[at] && `${here}/take?item=${items[at].id}`;
  const atHand = search.attendance === "1";
  const itemHref = `${here}/take?item=${item.id}`;
  return (
    <CalmFrame
      title={meeting.title}
      closeHref={`${here}/minutes`}
      attendanceHref={atHand ? itemHref : `${itemHref}&attendance=1`}
      atHand={atHand}
      looking={actor.look !== undefined}
    >
      {atHand && (
        <section aria-label={t("Attendance")} className="mb-6 rounded-lg border border-line bg-surface p-4">
          <p className="mb-3 text-sm text-ink-soft">{t("Who was there. Times are in the meeting's time zone.")}</p>
          <AttendanceForm meeting={meeting} record={action(recordAttendance)} />
        </section>
      )}
      <MinuteMode
        meetingId={meeting.id}
        item={item}
        place={index + 1}
        focused={!atHand}
        items={items.map(({ id, number, title }) => ({ id, number, title, href: `${here}/take?item=${id}` }))}
        previousHref={hrefOf(index - 1)}
        nextHref={hrefOf(index + 1)}
        doneHref={`${here}/minutes`}
        write={action(writeMinutes)}
        actions={
          <>
            <AgreedActions actions={item.actions} locale={actor.locale} base={base} />
            {meeting.allowed.addAction && (
              <FoldedPanel key={item.id} title={t("Add an action")}>
                <AgreedActionForm
                  meeting={meeting}
                  itemId={item.id}
                  add={action(createForItem)}
                  idempotencyKey={randomUUID()}
                />
              </FoldedPanel>
            )}
          </>
        }
        saveUrl={`/api/v1/accounts/${account.id}/meetings/${meeting.id}/items/${item.id}/minutes`}
      />
    </CalmFrame>
  );
});
