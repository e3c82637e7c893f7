import type { ReactNode } from "react";
import type { AccountPageContext } from "@/app/page-entrance";
import type { AccessDraft } from "@/components/people/access-draft";
import { AccessFields } from "@/components/people/access-fields";
import { NoticeFields } from "@/components/people/notice-fields";
import { ReviewForm } from "@/components/people/review-form";
import type { FormState } from "@/lib/kernel/form-state";
import { localDay } from "@/lib/kernel/local-day";
import type { AccessChoices, PersonDetail } from "@/lib/people/schema";

/** The first step: what the person is to have. It carries the version that it started from. */
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
    <ReviewForm action={`${here}/access`} label={`Access of ${person.name}`} state={state} cancelHref={here}>
      <input type="hidden" name="version" value={search.version ?? person.version} />
      {person.kind === "member" ? (
        <AccessFields {...{ choices, draft, today }} rolesAs="rows" format={actor} />
      ) : (
        <NoticeFields {...{ choices, draft, today }} />
      )}
    </ReviewForm>
  );
}
