import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { RelativeTime } from "@/components/ui/relative-time";
import { Textarea } from "@/components/ui/textarea";
import { askForPermission } from "@/lib/accounts/access/ask-for-permission";
import { listOwnRequests } from "@/lib/accounts/access/own-requests";
import { callerOfPage } from "@/lib/http/caller-of-page";
import { fieldLimits } from "@/lib/http/field-limits";
import { Problem } from "@/lib/platform/kernel/problem";
import { execute } from "@/lib/platform/operations/execute";
import { catalogue, isPermission } from "@/lib/policy/permissions";
import { submit } from "./submit";

export interface RequestAccessProps {
  readonly accountId: string;
  /** Key of the catalogue. */
  readonly permission: string;
}

/**
 * Lets a denied person request the permission from those who can grant it, or shows that they have. Nothing if it
 * can't be granted, or for staff.
 */
export async function RequestAccess({ accountId, permission }: RequestAccessProps) {
  if (!isPermission(permission) || catalogue[permission].delegable === "nobody") return null;
  const asked = await ownRequests(accountId);
  if (asked === null) return null;
  const open = asked.find((one) => one.permission === permission);
  if (open) {
    return (
      <p role="status">
        You requested access <RelativeTime value={open.createdAt} />. You'll be emailed when it's decided.
      </p>
    );
  }
  return (
    <OperationForm
      action={{
        send: submit.bind(null, askForPermission.name, accountId, null),
        limits: fieldLimits(askForPermission.input),
      }}
      hidden={{ permission }}
      label="Request access"
      submitLabel="Request access"
      pendingLabel="Requesting…"
      className="w-80 max-w-full text-start"
    >
      <Field name="message" label="Why do you need access?">
        <Textarea rows={2} />
      </Field>
    </OperationForm>
  );
}

/** Null for those who can't request access: suspended people and people outside this account. */
async function ownRequests(accountId: string) {
  const caller = await callerOfPage("page");
  try {
    const { mayAsk, items } = await execute(caller, accountId, listOwnRequests, {});
    return mayAsk ? items : null;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
