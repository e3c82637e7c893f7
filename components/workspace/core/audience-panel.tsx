import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";
import type { Audience } from "@/lib/workspace/core/schema";

type Onlooker = Audience["readers"][number];

/** Before something goes out: who will see it and why, surprises first. */
export function AudiencePanel({ title, audience }: { title: string; audience: Audience }) {
  const { readers, readerCount, shutOut, shutOutCount } = audience;
  const more = readerCount - readers.length;
  const moreShutOut = shutOutCount - shutOut.length;
  const surprising = [...readers.filter(({ surprise }) => surprise), ...shutOut];
  const expected = readers.filter(({ surprise }) => !surprise);
  return (
    <Panel title={title}>
      <ul className="divide-y divide-line">
        {[...surprising, ...expected].map((one) => (
          <Row key={one.id} {...one} />
        ))}
      </ul>
      {readers.length === 0 && <p className="text-ink-soft">{t("Nobody will see it.")}</p>}
      {moreShutOut > 0 && (
        <p className="mt-2 text-sm text-ink-soft">
          {t("{count, plural, one {# more invited person} other {# more invited people}} won't see it.", {
            count: moreShutOut,
          })}
        </p>
      )}
      {more > 0 && (
        <p className="mt-2 text-sm text-ink-soft">
          {t("{count, plural, one {# more person} other {# more people}} will see it.", { count: more })}
        </p>
      )}
    </Panel>
  );
}

function Row({ name, why, surprise }: Onlooker) {
  return (
    <li className="flex gap-3 py-2.5">
      <Avatar name={name} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 wrap-anywhere">
          <span className="font-medium">{name}</span>
          {surprise && <Badge tone="warning">{surprise}</Badge>}
        </p>
        <p className="text-sm text-ink-soft">{why}</p>
      </div>
    </li>
  );
}
