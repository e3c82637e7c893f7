import { Emergencies } from "@/components/accounts/staff-visits/emergencies";
import { EmergencyForm } from "@/components/accounts/staff-visits/emergency-form";
import { OwnVisit } from "@/components/accounts/staff-visits/own-visit";
import { VisitForm } from "@/components/accounts/staff-visits/visit-form";
import { PageHeader } from "@/components/ui/page-header";
import { confirmEmergency } from "@/lib/accounts/staff-visits/confirm-emergency";
import { leaveVisit } from "@/lib/accounts/staff-visits/leave-visit";
import { startEmergency } from "@/lib/accounts/staff-visits/start-emergency";
import { startVisit } from "@/lib/accounts/staff-visits/start-visit";
import { viewOwnVisit } from "@/lib/accounts/staff-visits/view-own-visit";
import { fieldLimits } from "@/lib/http/field-limits";
import type { Actor } from "@/lib/platform/db/credential";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { Execute, RequestContext } from "@/lib/platform/operations/execute";
import { mayExecute } from "@/lib/platform/operations/may-execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { submit } from "./submit";

interface Visited {
  readonly execute: Execute;
  readonly may: (operation: AnyOperation) => boolean;
  readonly actor: Actor;
}

interface Needed {
  readonly title: string;
  readonly detail: string;
  readonly asks: boolean;
  /** The page outside of the account that needs it, to go back to. */
  readonly back?: string | undefined;
}

/**
 * What a page of an account shows to staff who haven't said yet why they need it, or need an approval. The same form is on the page
 * of their access. Once it is answered, the page itself comes.
 */
export async function visitNeeded(
  { execute, may, actor }: Visited,
  accountId: string,
  { title, detail, asks, back }: Needed,
) {
  const { approval, visit, tickets, emergencies } = await execute(viewOwnVisit, {});
  const base = `/a/${accountId}`;
  const action = (operation: AnyOperation, then: string | null = null): FormAction => ({
    send: submit.bind(null, operation.name, accountId, then),
    limits: fieldLimits(operation.input),
  });
  const waits = visit?.state === "waiting";
  const asksOwner = asks || approval === "everything";
  return (
    <>
      <PageHeader title={title} description={detail} />
      <div className="flex flex-col gap-5">
        {visit && <OwnVisit visit={visit} base={base} format={actor} leave={action(leaveVisit)} />}
        <Emergencies emergencies={emergencies} base={base} confirm={action(confirmEmergency)} />
        {!waits && (
          <VisitForm action={action(startVisit, asksOwner ? null : back)} tickets={tickets} asks={asksOwner} />
        )}
        {may(startEmergency) && (asksOwner || waits) && <EmergencyForm action={action(startEmergency)} />}
      </div>
    </>
  );
}

/** The same in place of a page that was refused. */
export function refusedVisit({ execute, scope }: RequestContext, accountId: string, detail: string, asks: boolean) {
  const may = (operation: AnyOperation) => mayExecute(scope.viewer, operation);
  const title = asks ? t("This needs an approval") : t("Why do you need this account?");
  return visitNeeded({ execute, may, actor: scope.actor }, accountId, { title, detail, asks });
}
