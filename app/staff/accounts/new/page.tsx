import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { NewAccountForm } from "@/components/staff/accounts/new-account-form";
import { PageHeader } from "@/components/ui/page-header";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { createAccount } from "@/lib/staff/accounts/create-account";
import { viewNewAccount } from "@/lib/staff/accounts/view-new-account";

export const generateMetadata = (): Metadata => ({ title: t("Create account") });

export default personPage(async ({ execute, action }) => {
  const defaults = await execute(viewNewAccount, {});
  return (
    <>
      <PageHeader
        title={t("Create account")}
        description={t("A customer account and its owner, who is invited by email.")}
        breadcrumb={[{ label: t("Accounts"), href: "/staff/accounts" }]}
      />
      <NewAccountForm
        action={action(createAccount, "/staff/accounts/{id}?done=created")}
        locale={currentLocale()}
        idempotencyKey={randomUUID()}
        defaults={defaults}
      />
    </>
  );
});
