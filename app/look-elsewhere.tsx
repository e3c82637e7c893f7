import { MessagePage } from "@/components/shell/message-page";
import { ButtonLink } from "@/components/ui/button-link";
import { OperationForm } from "@/components/ui/operation-form";
import { endLook } from "@/lib/accounts/looks/end-look";
import { fieldLimits } from "@/lib/http/field-limits";
import { t } from "@/lib/platform/language/t";
import { submit } from "./submit";

/** What a page shows that belongs to the person themselves or to another account while they look as somebody else. */
export function LookElsewhere({ detail, accountId }: { detail: string; accountId: string }) {
  const leave = { send: submit.bind(null, endLook.name, accountId, "/"), limits: fieldLimits(endLook.input) };
  return (
    <MessagePage
      title={t("Not while you view as someone else")}
      actions={
        <>
          <OperationForm action={leave} label={t("Leave the view")} submitLabel={t("Leave the view")} />
          <ButtonLink href={`/a/${accountId}`}>{t("Back to the view")}</ButtonLink>
        </>
      }
    >
      <p>{detail}</p>
    </MessagePage>
  );
}
