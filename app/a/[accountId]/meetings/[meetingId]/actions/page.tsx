import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { EmptyState } from "@/components/ui/empty-state";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { TrackedActions } from "@/components/workspace/actions/tracked-actions";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listOfMeeting } from "@/lib/workspace/actions/list-of-meeting";
import { setActionStatus } from "@/lib/workspace/actions/set-status";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { MeetingFrame } from "../meeting-frame";

export const generateMetadata = (): Metadata => ({ title: t("Actions of the meeting") });

/** What was agreed here, and what is still open from the meetings of the same type before. `?cursor=` pages the latter. */
export default accountPage(async ({ execute, action, base, params, search, actor, realNow: now }) => {
  const meeting = await execute(viewMeeting, { meetingId: params.meetingId ?? "" });
  const { id: meetingId, type } = meeting;
  const [agreed, earlier] = await Promise.all([
    execute(listOfMeeting, { meetingId, which: "agreed" }),
    execute(
      listOfMeeting,
      fromStrings(listOfMeeting.input, [...Object.entries(search), ["meetingId", meetingId], ["which", "earlier"]]) as {
        meetingId: string;
        which: "earlier";
      },
    ),
  ]);
  const here = `${base}/meetings/${meetingId}/actions`;
  const rows = { base, format: actor, setStatus: action(setActionStatus) };
  return (
    <MeetingFrame meeting={meeting} base={base} at="actions" now={now} format={actor}>
      <LiveRefresh of="action" />
      <div className="flex flex-col gap-4">
        <Panel
          title={t("Open from earlier meetings")}
          description={
            type && t("Actions from earlier meetings of the type “{type}” that aren't done yet.", { type: type.name })
          }
          flush
        >
          {earlier.items.length > 0 ? (
            <>
              <TrackedActions actions={earlier.items} withMeeting {...rows} />
              <Pagination {...pageLinks(here, search, earlier, [msg("action@@of"), msg("actions@@of")])} />
            </>
          ) : (
            <EmptyState title={t("Nothing is open")}>
              {type
                ? t("What earlier meetings agreed is done, or isn't yours to see.")
                : t("Give this meeting a type to follow up on the actions of earlier meetings here.")}
            </EmptyState>
          )}
        </Panel>
        <Panel title={t("Agreed in this meeting")} flush>
          {agreed.items.length > 0 ? (
            <TrackedActions actions={agreed.items} {...rows} />
          ) : (
            <EmptyState title={t("No actions yet")}>
              {t("Actions are written down with the minutes of an agenda item.")}
            </EmptyState>
          )}
          {agreed.hasNext && (
            <p className="px-4 py-3 text-sm text-ink-soft">{t("The minutes show all actions of this meeting.")}</p>
          )}
        </Panel>
      </div>
    </MeetingFrame>
  );
});
