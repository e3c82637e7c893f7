import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { LiveRefresh } from "@/components/shell/live/live-refresh";
import { ButtonLink } from "@/components/ui/button-link";
import { DateTime } from "@/components/ui/date-time";
import { FoldedPanel } from "@/components/ui/folded-panel";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Markdown } from "@/components/ui/markdown";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Panel } from "@/components/ui/panel";
import { ActionHistory } from "@/components/workspace/actions/action-history";
import { ActionOrigin } from "@/components/workspace/actions/action-origin";
import { ActionStatus } from "@/components/workspace/actions/action-status";
import { AssigneeList } from "@/components/workspace/actions/assignee-list";
import { CommentForm } from "@/components/workspace/actions/comment-form";
import { Comments } from "@/components/workspace/actions/comments";
import { DueDate } from "@/components/workspace/actions/due-date";
import { ProgressForm } from "@/components/workspace/actions/progress-form";
import { StatusForm } from "@/components/workspace/actions/status-form";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { commentOnAction } from "@/lib/workspace/actions/comment-on-action";
import { deleteComment } from "@/lib/workspace/actions/delete-comment";
import { listHistory } from "@/lib/workspace/actions/list-history";
import { reportProgress } from "@/lib/workspace/actions/report-progress";
import { resendActionNotice } from "@/lib/workspace/actions/resend-notice";
import { setActionStatus } from "@/lib/workspace/actions/set-status";
import { viewAction } from "@/lib/workspace/actions/view-action";

export const generateMetadata = (): Metadata => ({ title: t("Action") });

/** `?history=` is the page of the history; `?page=` that of the comments. */
export default accountPage(async ({ execute, action: form, base, params, search, actor }) => {
  const { history, ...asked } = search;
  const actionId = params.actionId ?? "";
  const input = fromStrings(viewAction.input, [...Object.entries(asked), ["actionId", actionId]]);
  const place = history ? [["page", history] as const] : [];
  const [action, changes] = await Promise.all([
    execute(viewAction, input as { actionId: string }),
    execute(listHistory, fromStrings(listHistory.input, [["actionId", actionId], ...place]) as { actionId: string }),
  ]);
  const { allowed, comments, assignees, number } = action;
  const list = `${base}/actions`;
  const here = `${list}/${action.id}`;
  const pages = pageLinks(here, asked, comments, [msg("comment@@of"), msg("comments@@of")]);
  const mine = assignees.find((one) => one.mine);
  const historyHref = (page: number) => `${here}?history=${page}#history`;
  return (
    <>
      <LiveRefresh of="action" />
      <PageHeader
        title={action.title}
        mark={<ActionStatus status={action.status} />}
        description={t("Action #{number}", { number })}
        breadcrumb={[{ label: t("Actions@@area"), href: list }]}
        actions={
          <>
            {allowed.resend && assignees.length > 0 && (
              <OperationForm
                action={form(resendActionNotice)}
                hidden={{ actionId: action.id }}
                submitLabel={t("Remind assignees")}
                submitVariant="secondary"
                doneMessage={t("Assignees were reminded.")}
              />
            )}
            {allowed.assign && <ButtonLink href={`${here}/edit`}>{t("Edit")}</ButtonLink>}
          </>
        }
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {action.details && (
            <Panel title={t("Description")}>
              <Markdown text={action.details} />
            </Panel>
          )}
          {mine && allowed.update && (
            <Panel title={t("Your part")}>
              <ProgressForm actionId={action.id} part={mine} send={form(reportProgress)} />
            </Panel>
          )}
          <section aria-label={t("Comments")} className="flex flex-col items-stretch gap-3">
            <Comments
              actionId={action.id}
              comments={comments.items}
              earlierHref={pages.nextHref}
              laterHref={pages.previousHref}
              remove={form(deleteComment)}
              format={actor}
            />
          </section>
          {allowed.update && (
            <Panel>
              <CommentForm actionId={action.id} send={form(commentOnAction)} idempotencyKey={randomUUID()} />
            </Panel>
          )}
          <div id="history">
            <FoldedPanel title={t("History")} detail={changes.total}>
              <ActionHistory changes={changes.items} format={actor} />
              <div className="mt-2 flex gap-2">
                {changes.page > 1 && <ButtonLink href={historyHref(changes.page - 1)}>{t("Later changes")}</ButtonLink>}
                {changes.hasNext && (
                  <ButtonLink href={historyHref(changes.page + 1)}>{t("Earlier changes")}</ButtonLink>
                )}
              </div>
            </FoldedPanel>
          </div>
        </div>
        <div className="flex flex-col gap-4">
          <Panel title={t("Assignees")}>
            <AssigneeList assignees={assignees} />
          </Panel>
          <Panel title={t("Details")}>
            <KeyValueList
              items={[
                {
                  label: t("Due date"),
                  value: <DueDate dueOn={action.dueOn} overdue={action.overdue} locale={actor.locale} />,
                },
                ...(action.fromMeeting
                  ? [{ label: t("Meeting"), value: <ActionOrigin action={action} base={base} format={actor} /> }]
                  : []),
                { label: t("Created by"), value: action.createdByName },
                {
                  label: t("Created@@on"),
                  value: <DateTime value={action.createdAt} style="dateTime" format={actor} />,
                },
              ]}
            />
          </Panel>
          {allowed.update && (
            <Panel title={t("Status")}>
              <StatusForm action={action} send={form(setActionStatus)} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
});
