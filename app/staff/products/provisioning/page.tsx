import { personPage } from "@/app/page-context";
import { CatalogueTabs } from "@/components/services/catalogue/catalogue-tabs";
import { EndpointForm } from "@/components/services/provisioning/endpoint-form";
import { KeyOnce } from "@/components/services/provisioning/key-once";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { listCatalogue } from "@/lib/services/catalogue/list-catalogue";
import { createEndpoint } from "@/lib/services/provisioning/create-endpoint";
import { listEndpoints } from "@/lib/services/provisioning/list-endpoints";
import { renewSecret } from "@/lib/services/provisioning/renew-secret";
import { updateEndpoint } from "@/lib/services/provisioning/update-endpoint";

export const metadata = { title: "Provisioning" };

export default personPage(async ({ execute, may, action }) => {
  const { items } = await execute(listEndpoints, {});
  return (
    <div className="max-w-4xl">
      <PageHeader
        title="Products"
        description="Systems that set up services. Each paid order is sent as a signed POST request, and is a task for staff until it is answered as active."
      />
      <CatalogueTabs active="/provisioning" opens={() => may(listCatalogue)} />
      <div className="grid gap-4">
        {items.map((endpoint) => (
          <Panel
            key={endpoint.id}
            title={endpoint.name}
            description={endpoint.products === 1 ? "Chosen by 1 product" : `Chosen by ${endpoint.products} products`}
          >
            <div className="grid gap-4">
              <EndpointForm endpoint={endpoint} action={action(updateEndpoint)} />
              <OperationForm
                action={action(renewSecret)}
                hidden={{ endpointId: endpoint.id }}
                submitLabel="Replace signing key"
                submitVariant="secondary"
                label={`Replace the signing key of ${endpoint.name}`}
              >
                <KeyOnce />
              </OperationForm>
            </div>
          </Panel>
        ))}
        <Panel
          title="Connect a system"
          description="Requests carry Portcullis-Signature: t=TIME,v1=HMAC-SHA256(key, TIME.BODY) and Portcullis-Delivery, the id of the message."
        >
          <EndpointForm action={action(createEndpoint)} />
        </Panel>
      </div>
    </div>
  );
});
