import { Callout } from "@/components/ui/callout";
import { t } from "@/lib/platform/language/t";
import type { AccessChange } from "@/lib/workspace/documents/schema";

/** What a move or another list would change: who loses, who gets access, and what becomes of links. */
export function AccessChangeCallout({ change }: { change: AccessChange }) {
  const { lose, loseCount, gain, gainCount, files } = change;
  const nothing = loseCount === 0 && gainCount === 0;
  const about = t("{count, plural, =0 {no files} one {# file} other {# files}}", { count: files });
  return (
    <Callout
      kind={loseCount > 0 || gainCount > 0 ? "warning" : "info"}
      title={
        nothing
          ? t("Nobody loses or gets access")
          : t(
              "{lose, plural, =0 {Nobody loses} one {# person loses} other {# people lose}} and {gain, plural, =0 {nobody gets} one {# person gets} other {# people get}} access to {about}",
              { lose: loseCount, gain: gainCount, about },
            )
      }
    >
      {loseCount > 0 && <Names label={t("Lose access")} people={lose} count={loseCount} />}
      {gainCount > 0 && <Names label={t("Get access")} people={gain} count={gainCount} />}
      <p>
        {loseCount > 0
          ? t("Links to these files stay the same. They stop working for those who lose access.")
          : t("Links to these files stay the same and keep working.")}
      </p>
    </Callout>
  );
}

const SHOWN = 20;

function Names({ label, people, count }: { label: string; people: AccessChange["lose"]; count: number }) {
  const names = people.slice(0, SHOWN).map(({ name }) => name);
  const more = count - names.length;
  return (
    <p className="wrap-anywhere">
      <strong className="font-semibold">{label}:</strong> {names.join(", ")}
      {more > 0 && ` ${t("and {count} more", { count: more })}`}
    </p>
  );
}
