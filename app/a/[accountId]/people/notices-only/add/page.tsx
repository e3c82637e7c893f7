import { randomUUID } from "node:crypto";
import { accountPage } from "@/app/page-context";
import { NoticesForm } from "@/components/accounts/access/notices-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { viewNoticeChoices } from "@/lib/accounts/access/notice-choices";
import { addNonMember } from "@/lib/accounts/people/add-non-member";

export const metadata = { title: "Add for notices only" };

export default accountPage(async ({ execute, action, base }) => {
  const { notices } = await execute(viewNoticeChoices, {});
  const list = `${base}/people/notices-only`;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Add somebody for notices only"
        description="They receive mail and get no login. A mailbox of a department will do as well as a person."
        breadcrumb={[
          { label: "People", href: `${base}/people` },
          { label: "Notices only", href: list },
        ]}
      />
      <Panel>
        <NoticesForm
          action={action(addNonMember, `${base}/people/{contactId}?done=added`)}
          notices={notices}
          idempotencyKey={randomUUID()}
          cancelHref={list}
        />
      </Panel>
    </div>
  );
});
