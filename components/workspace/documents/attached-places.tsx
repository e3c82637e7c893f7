import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import { t } from "@/lib/platform/language/t";

type Props = {
  /** Of the account: `/a/0190…`. */
  base: string;
  links: { places: { kind: "meeting" | "decision"; id: string; title: string }[]; total: number };
};

/** Where files are attached: who loses access to them can no longer open them from there. */
export const AttachedPlaces = ({ base, links: { places, total } }: Props) =>
  total === 0 ? null : (
    <Callout
      kind="info"
      title={t("{count, plural, one {Attached in # place} other {Attached in # places}}", { count: total })}
    >
      <p>{t("Whoever loses access sees there only that there is a paper they can't open.")}</p>
      {places.length > 0 && (
        <ul className="mt-1 list-disc ps-5">
          {places.map(({ kind, id, title }) => (
            <li key={id} className="py-1 wrap-anywhere">
              <TextLink href={`${base}/${kind === "meeting" ? "meetings" : "decisions"}/${id}`}>{title}</TextLink>
            </li>
          ))}
        </ul>
      )}
      {places.length < total && <p className="mt-1">{t("Not listed: places beyond these, or that you can't see.")}</p>}
    </Callout>
  );
