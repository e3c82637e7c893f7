import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { CancellationForm } from "@/components/services/services/cancellation-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import { cancelService } from "@/lib/services/services/cancel-service";
import { previewCancellation } from "@/lib/services/services/preview-cancellation";

export const generateMetadata = (): Metadata => ({ title: t("Cancel service") });

export default accountPage(async ({ execute, action, base, params, actor }) => {
  const cancellation = await execute(previewCancellation, { serviceId: params.serviceId ?? "" });
  const { name, product, status, id } = cancellation;
  const service = `${base}/services/${id}`;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t("Cancel {name}?", { name })}
        description={product}
        breadcrumb={[
          { label: t("Services"), href: `${base}/services` },
          { label: name, href: service },
        ]}
      />
      {status === "cancelled" ? (
        <Callout
          title={t("This service is already cancelled")}
          actions={<ButtonLink href={service}>{t("View service")}</ButtonLink>}
        />
      ) : (
        <Panel tone="danger">
          <CancellationForm
            cancellation={cancellation}
            action={action(cancelService, service)}
            backHref={service}
            format={actor}
          />
        </Panel>
      )}
    </div>
  );
});
