import type { ReactNode } from "react";
import type { AccountPageContext } from "@/app/page-context";
import type { AccessDraft } from "@/components/accounts/access/access-draft";
import { AccessFields } from "@/components/accounts/access/access-fields";
import { NoticeFields } from "@/components/accounts/access/notice-fields";
import { ReviewForm } from "@/components/accounts/access/review-form";
import type { AccessChoices, PersonDetail } from "@/lib/accounts/core/schema";
import type { FormState } from "@/lib/platform/kernel/form-state";
import { localDay } from "@/lib/platform/kernel/local-day";
import { t } from "@/lib/platform/language/t";

/** Step 1: choose the access. Sends the version it started from, so that concurrent changes are noticed. */
export function accessForm(
  { base, search, actor, now }: AccountPageContext,
  person: PersonDetail,
  choices: AccessChoices,
  draft: AccessDraft,
  state: FormState,
): ReactNode {
  const here = `${base}/people/${person.id}`;
  const today = localDay(now, actor.timeZone);
  return (
    <ReviewForm
      action={`${here}/access`}
      label={t("Access for {name}", { name: person.name })}
      state={state}
      cancelHref={here}
    >
      <input type="hidden" name="version" value={search.version ?? person.version} />
      {person.kind === "member" ? (
        <AccessFields {...{ choices, draft, today }} rolesAs="rows" format={actor} />
      ) : (
        <NoticeFields {...{ choices, draft, today }} />
      )}
    </ReviewForm>
  );
}
