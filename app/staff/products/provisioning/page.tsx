import type { Metadata } from "next";
import { personPage } from "@/app/page-context";
import { CatalogueTabs } from "@/components/services/catalogue/catalogue-tabs";
import { EndpointForm } from "@/components/services/provisioning/endpoint-form";
import { KeyOnce } from "@/components/services/provisioning/key-once";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { placeIn } from "@/components/ui/sort-props";
import { fromStrings } from "@/lib/http/from-strings";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { listCatalogue } from "@/lib/services/catalogue/list-catalogue";
import { createEndpoint } from "@/lib/services/provisioning/create-endpoint";
import { listEndpoints } from "@/lib/services/provisioning/list-endpoints";
import { renewSecret } from "@/lib/services/provisioning/renew-secret";
import { updateEndpoint } from "@/lib/services/provisioning/update-endpoint";

export const generateMetadata = (): Metadata => ({ title: t("Provisioning") });

export default personPage(async ({ execute, may, action, search }) => {
  const list = await execute(listEndpoints, fromStrings(listEndpoints.input, placeIn(search)));
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={t("Products")}
        description={t(
          "Systems that set up services. Each paid order is sent as a signed POST request, and is a task for staff until it is answered as active.",
        )}
      />
      <CatalogueTabs active="/provisioning" opens={() => may(listCatalogue)} />
      <div className="grid gap-4">
        {list.items.map((endpoint) => (
          <Panel
            key={endpoint.id}
            title={endpoint.name}
            description={t("{count, plural, one {Chosen by # product} other {Chosen by # products}}", {
              count: endpoint.products,
            })}
          >
            <div className="grid gap-4">
              <EndpointForm endpoint={endpoint} action={action(updateEndpoint)} />
              <OperationForm
                action={action(renewSecret)}
                hidden={{ endpointId: endpoint.id }}
                submitLabel={t("Replace signing key")}
                submitVariant="secondary"
                label={t("Replace the signing key of {name}", { name: endpoint.name })}
              >
                <KeyOnce />
              </OperationForm>
            </div>
          </Panel>
        ))}
        {list.total > list.pageSize && (
          <Pagination
            {...pageLinks("/staff/products/provisioning", {}, list, [msg("system@@of"), msg("systems@@of")])}
          />
        )}
        <Panel
          title={t("Connect a system")}
          description={t(
            "Requests carry Portcullis-Signature: t=TIME,v1=HMAC-SHA256(key, TIME.BODY) and Portcullis-Delivery, the id of the message.",
          )}
        >
          <EndpointForm action={action(createEndpoint)} />
        </Panel>
      </div>
    </div>
  );
});
