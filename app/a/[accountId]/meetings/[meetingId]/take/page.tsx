import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { FoldedPanel } from "@/components/ui/folded-panel";
import { PageHeader } from "@/components/ui/page-header";
import { AgreedActionForm } from "@/components/workspace/meetings/agreed-action-form";
import { AgreedActions } from "@/components/workspace/meetings/agreed-actions";
import { MinuteMode } from "@/components/workspace/meetings/minute-mode";
import { t } from "@/lib/platform/language/t";
import { createForItem } from "@/lib/workspace/actions/create-for-item";
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
  const list = `${base}/meetings`;
  const here = `${list}/${meeting.id}`;
  const hrefOf = (at: number) => items[at] && `${here}/take?item=${items[at].id}`;
  const previousHref = hrefOf(index - 1);
  const nextHref = hrefOf(index + 1);
  return (
    <>
      <PageHeader
        title={t("Take minutes")}
        breadcrumb={[
          { label: t("Meetings"), href: list },
          { label: meeting.title, href: here },
        ]}
      />
      <MinuteMode
        meetingId={meeting.id}
        item={item}
        place={index + 1}
        total={items.length}
        {...(previousHref && { previousHref })}
        {...(nextHref && { nextHref })}
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
    </>
  );
});
