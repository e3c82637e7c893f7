import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { TransferForm } from "@/components/staff/accounts/transfer-form";
import { PageHeader } from "@/components/ui/page-header";
import { transferOwnership } from "@/lib/staff/accounts/transfer-ownership";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";

export const metadata = { title: "Transfer an account" };

export default accountPage(async ({ execute, action, account: { id } }) => {
  const account = await execute(viewStaffAccount, {});
  const here = `/staff/accounts/${id}`;
  if (account.transferCandidates.length === 0 || account.offer) redirect(here);
  return (
    <>
      <PageHeader
        title={`Transfer ${account.name}`}
        description={`${account.owner.name} owns it now.`}
        breadcrumb={[
          { label: "Accounts", href: "/staff/accounts" },
          { label: account.name, href: here },
        ]}
      />
      <TransferForm
        account={account}
        idempotencyKey={randomUUID()}
        cancelHref={here}
        action={action(transferOwnership, `${here}?done=offered`)}
      />
    </>
  );
});
