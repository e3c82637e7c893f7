import { DateTime } from "@/components/ui/date-time";
import { Dotted } from "@/components/ui/dotted";
import { TextLink } from "@/components/ui/text-link";
import { t } from "@/lib/platform/language/t";
import type { AgreedAction } from "@/lib/workspace/meetings/agenda/schema";

type Props = {
  actions: readonly (Omit<AgreedAction, "id"> & { id?: AgreedAction["id"] })[];
  locale: string;
  /** Of the account: `/a/0190…`. Without it, or without an id, an action is no link. */
  base?: string;
};

/** What was agreed under an agenda item, by whom and until when. */
export const AgreedActions = ({ actions, locale, base }: Props) =>
  actions.length === 0 ? null : (
    <div className="mt-2">
      <h4 className="text-sm font-medium text-ink-soft">{t("Actions agreed")}</h4>
      <ul className="mt-1 flex flex-col gap-1">
        {actions.map(({ id, number, title, assignees, dueOn }) => (
          <li key={number} className="wrap-anywhere">
            {id && base ? <TextLink href={`${base}/actions/${id}`}>{title}</TextLink> : title}
            <Dotted className="text-sm text-ink-soft">
              {`#${number}`}
              {assignees.length === 0 ? t("Nobody assigned") : assignees.join(", ")}
              {dueOn !== null && (
                <>
                  {t("due@@action")} <DateTime value={dueOn} format={{ locale, timeZone: "UTC" }} />
                </>
              )}
            </Dotted>
          </li>
        ))}
      </ul>
    </div>
  );
