import { Bell } from "lucide-react";
import type { Metadata } from "next";
import { NoticesForm } from "@/components/identity/profile/notices-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { chooseNotices } from "@/lib/identity/profile/choose-notices";
import { listNotices } from "@/lib/identity/profile/list-notices";
import { personPage } from "../../page-context";
import { submit } from "../../submit";

export const metadata: Metadata = { title: "Notices" };

export default personPage(async ({ execute, actor }) => {
  const { items } = await execute(listNotices, {});
  return (
    <>
      <PageHeader title="Notices" description={`What each account writes to you, at ${actor.email}.`} />
      <div className="flex flex-col gap-5">
        {items.length === 0 && (
          <Panel flush>
            <EmptyState icon={<Bell />} title="No notices come to you">
              Your access on your accounts brings none. Mail about your own login is always sent.
            </EmptyState>
          </Panel>
        )}
        {items.map((account) => (
          <Panel key={account.accountId} title={account.accountName}>
            <NoticesForm action={submit.bind(null, chooseNotices.name, account.accountId, null)} account={account} />
          </Panel>
        ))}
      </div>
    </>
  );
});
