import { Fieldset } from "@/components/ui/fieldset";
import type { AccessChoices } from "@/lib/accounts/core/schema";
import { t } from "@/lib/platform/language/t";
import type { AccessDraft } from "./access-draft";

export type ServiceChoiceProps = { services: AccessChoices["services"]; draft: AccessDraft };

/** All services, or selected ones. */
export function ServiceChoice({ services, draft }: ServiceChoiceProps) {
  const radio = (value: boolean, label: string) => (
    <label className="flex min-h-6 items-center gap-2.5 pointer-coarse:min-h-11">
      <input
        type="radio"
        name="limitedToServices"
        value={String(value)}
        defaultChecked={draft.limitedToServices === value}
        className="tick rounded-full"
      />
      {label}
    </label>
  );
  return (
    <Fieldset
      name="serviceIds"
      legend={t("Services")}
      hint={t("Applies to services, their credentials and prices, and tickets about them.")}
    >
      <div className="group/limit flex flex-col gap-1.5">
        {radio(false, t("All current and future services"))}
        {radio(true, t("Selected services only"))}
        <div className="ms-6.5 flex flex-wrap gap-1.5 pt-1 group-has-[[name=limitedToServices][value=false]:checked]/limit:hidden">
          {services.map(({ id, name }) => (
            <label key={id} className="chip pointer-coarse:min-h-11">
              <input
                type="checkbox"
                name="serviceIds"
                value={id}
                defaultChecked={draft.serviceIds.includes(id)}
                className="tick rounded-sm"
              />
              <span className="wrap-anywhere">{name}</span>
            </label>
          ))}
          {services.length === 0 && <p className="text-sm text-ink-soft">{t("No services yet.")}</p>}
        </div>
      </div>
    </Fieldset>
  );
}
