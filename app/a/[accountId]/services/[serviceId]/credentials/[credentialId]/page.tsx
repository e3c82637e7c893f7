import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { LoginForm } from "@/components/services/login-details/login-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { listCredentials } from "@/lib/services/login-details/list-credentials";
import { replaceCredential } from "@/lib/services/login-details/replace-credential";

export const generateMetadata = (): Metadata => ({ title: t("Replace credentials") });

export default accountPage(async ({ execute, action, base, params }) => {
  const { service, items } = await execute(listCredentials, { serviceId: params.serviceId ?? "" });
  const login = items.find(({ id }) => id === params.credentialId);
  if (login === undefined) throw notFound();
  const list = `${base}/services/${service.id}/credentials`;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t("Replace {label}", { label: login.label })}
        description={t(
          "Enter everything anew: what is stored can't be read here. Links that were sent and not used yet end.",
        )}
        breadcrumb={[
          { label: t("Services"), href: `${base}/services` },
          { label: service.name, href: `${base}/services/${service.id}` },
          { label: t("Credentials"), href: list },
        ]}
      />
      <Panel>
        <LoginForm serviceId={service.id} replaces={login} action={action(replaceCredential, list)} cancelHref={list} />
      </Panel>
    </div>
  );
});
