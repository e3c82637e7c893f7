import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { t } from "@/lib/platform/language/t";

type Someone = { id: string; name: string; why: string };

type Props = {
  items: {
    id: string;
    number: number | null;
    title: string;
    confidential: boolean;
    shutOut: Someone[];
    shutOutCount: number;
    unexpected: Someone[];
    unexpectedCount: number;
  }[];
};

/** The items that not everybody who sees the meeting sees: who does not, and who does without being invited. */
export const ItemAudience = ({ items }: Props) => (
  <Panel
    title={t("Items that not everybody sees")}
    description={items.length === 0 && t("Everybody who sees the meeting sees the whole agenda.")}
    flush={items.length > 0}
  >
    {items.length > 0 && (
      <ul className="divide-y divide-line">
        {items.map(({ id, number, title, confidential, shutOut, shutOutCount, unexpected, unexpectedCount }) => (
          <li key={id} className="px-4 py-3">
            <h3 className="flex flex-wrap items-center gap-2 font-medium text-ink wrap-anywhere">
              {number !== null && <span className="text-ink-soft tabular-nums">{number}.</span>}
              {title}
              {confidential && <Badge tone="warning">{t("Confidential")}</Badge>}
            </h3>
            <ul className="mt-1 flex flex-col gap-1 text-sm">
              {shutOut.map((one) => (
                <Line key={one.id} {...one} badge={t("Won't see it")} />
              ))}
              <More count={shutOutCount - shutOut.length} />
              {unexpected.map((one) => (
                <Line key={one.id} {...one} badge={t("Will see it")} />
              ))}
              <More count={unexpectedCount - unexpected.length} />
            </ul>
            {shutOut.length + unexpected.length === 0 && (
              <p className="text-sm text-ink-soft">{t("Everybody who sees the meeting is among its readers.")}</p>
            )}
          </li>
        ))}
      </ul>
    )}
  </Panel>
);

const More = ({ count }: { count: number }) =>
  count > 0 && <li className="text-ink-soft">{t("and {count} more", { count })}</li>;

const Line = ({ name, why, badge }: Someone & { badge: string }) => (
  <li className="flex flex-wrap items-center gap-x-2 gap-y-1 wrap-anywhere">
    {name} <Badge tone="warning">{badge}</Badge> <span className="text-ink-soft">{why}</span>
  </li>
);
