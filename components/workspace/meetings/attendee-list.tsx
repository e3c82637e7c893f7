import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";
import { answerWords, earlierAnswerWords } from "./meeting-words";

type Props = {
  meeting: MeetingView;
  uninvite?: FormAction;
  /** Where the meeting is shown as an attendee sees it, for whoever runs it. */
  seenHref?: (contactId: string) => string;
};

/** The attendees with their answers. */
export const AttendeeList = ({ meeting, uninvite, seenHref }: Props) => (
  <ul className="divide-y divide-line">
    {meeting.attendees.map((one) => (
      <li key={one.contactId} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
        <div className="min-w-0 flex-[1_1_12rem]">
          <span className="flex flex-wrap items-center gap-2 font-medium text-ink">
            <span className="wrap-anywhere">{one.name}</span>
            {one.isChair && <Badge tone="accent">{t("Chair")}</Badge>}
            {one.isMinuteTaker && <Badge>{t("Minute taker")}</Badge>}
          </span>
          {one.note !== "" && <span className="block text-sm text-ink-soft wrap-anywhere">{one.note}</span>}
        </div>
        <span className="text-sm text-ink-soft">
          {t(one.earlierAnswer ? earlierAnswerWords[one.earlierAnswer] : answerWords[one.answer])}
        </span>
        {seenHref && one.contactId !== meeting.me && (
          <TextLink href={seenHref(one.contactId)} className="text-sm">
            {t("View as {name}", { name: one.name })}
          </TextLink>
        )}
        {uninvite && !one.isChair && !one.isMinuteTaker && (
          <ConfirmDialog
            id={`uninvite-${one.contactId}`}
            action={uninvite}
            hidden={{ meetingId: meeting.id, contactId: one.contactId }}
            trigger={t("Remove")}
            triggerProps={{ size: "sm" }}
            title={t("Remove {name} from this meeting?", { name: one.name })}
            consequences={[
              t("They can no longer see the meeting, and it's removed from their calendar."),
              t("Anything this meeting allowed them beyond their role ends."),
            ]}
            confirmLabel={t("Remove")}
          />
        )}
      </li>
    ))}
  </ul>
);
