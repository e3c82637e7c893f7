import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { accountPage } from "@/app/page-context";
import { CandidateSearch } from "@/components/accounts/ownership/candidate-search";
import { TransferForm } from "@/components/staff/accounts/transfer-form";
import { PageHeader } from "@/components/ui/page-header";
import { t } from "@/lib/platform/language/t";
import { transferOwnership } from "@/lib/staff/accounts/transfer-ownership";
import { viewStaffAccount } from "@/lib/staff/accounts/view-account";

export const generateMetadata = (): Metadata => ({ title: t("Transfer ownership") });

export default accountPage(async ({ execute, action, search, account: { id } }) => {
  const account = await execute(viewStaffAccount, { q: search.q ?? "" });
  const here = `/staff/accounts/${id}`;
  if ((account.transferCandidates.length === 0 && !search.q) || account.offer) redirect(here);
  return (
    <>
      <PageHeader
        title={t("Transfer ownership of {name}", { name: account.name })}
        description={t("Current owner: {name}", { name: account.owner.name })}
        breadcrumb={[
          { label: t("Accounts"), href: "/staff/accounts" },
          { label: account.name, href: here },
        ]}
      />
      <CandidateSearch
        search={search.q || account.hasMoreCandidates ? { href: `${here}/transfer`, q: search.q } : undefined}
      />
      <TransferForm
        account={account}
        idempotencyKey={randomUUID()}
        cancelHref={here}
        action={action(transferOwnership, `${here}?done=transfer`)}
      />
    </>
  );
});
