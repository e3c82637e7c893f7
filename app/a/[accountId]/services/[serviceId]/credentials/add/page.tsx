import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { LoginForm } from "@/components/services/login-details/login-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { addCredential } from "@/lib/services/login-details/add-credential";
import { listCredentials } from "@/lib/services/login-details/list-credentials";

export const generateMetadata = (): Metadata => ({ title: t("Add credentials") });

export default accountPage(async ({ execute, action, base, params }) => {
  const { service } = await execute(listCredentials, { serviceId: params.serviceId ?? "" });
  const list = `${base}/services/${service.id}/credentials`;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("Add credentials")}
        breadcrumb={[
          { label: t("Services"), href: `${base}/services` },
          { label: service.name, href: `${base}/services/${service.id}` },
          { label: t("Credentials"), href: list },
        ]}
      />
      <Panel>
        <LoginForm serviceId={service.id} action={action(addCredential, list)} cancelHref={list} />
      </Panel>
    </div>
  );
});
