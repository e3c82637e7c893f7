import { randomUUID } from "node:crypto";
import { personPage } from "@/app/page-context";
import { NewAccountForm } from "@/components/staff/accounts/new-account-form";
import { PageHeader } from "@/components/ui/page-header";
import { createAccount } from "@/lib/staff/accounts/create-account";
import { viewNewAccount } from "@/lib/staff/accounts/view-new-account";

export const metadata = { title: "Create account" };

export default personPage(async ({ execute, action }) => {
  const defaults = await execute(viewNewAccount, {});
  return (
    <>
      <PageHeader
        title="Create account"
        description="A customer account and its owner, who is invited by email."
        breadcrumb={[{ label: "Accounts", href: "/staff/accounts" }]}
      />
      <NewAccountForm
        action={action(createAccount, "/staff/accounts/{id}?done=created")}
        idempotencyKey={randomUUID()}
        defaults={defaults}
      />
    </>
  );
});
