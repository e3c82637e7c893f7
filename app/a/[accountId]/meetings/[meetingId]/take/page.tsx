import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { PageHeader } from "@/components/ui/page-header";
import { MinuteMode } from "@/components/workspace/meetings/minute-mode";
import { t } from "@/lib/platform/language/t";
import { writeMinutes } from "@/lib/workspace/meetings/minutes/write-minutes";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";

export const generateMetadata = (): Metadata => ({ title: t("Take minutes") });

export default accountPage(async ({ execute, action, account, base, params, search }) => {
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
        saveUrl={`/api/v1/accounts/${account.id}/meetings/${meeting.id}/items/${item.id}/minutes`}
      />
    </>
  );
});
