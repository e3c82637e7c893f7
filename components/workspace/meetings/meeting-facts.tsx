import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Panel } from "@/components/ui/panel";
import { TextLink } from "@/components/ui/text-link";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = { meeting: MeetingView; here: string; format: ViewerFormat };

/** Where it is, who runs it, and what was published. */
export function MeetingFacts({ meeting, here, format }: Props) {
  const { place, url, chair, minuteTaker, createdByName, type, history } = meeting;
  return (
    <Panel title={t("Details")}>
      <KeyValueList
        items={[
          { label: t("Place"), value: place === "" ? null : place },
          ...(url === null ? [] : [{ label: t("Online"), value: <JoinLink url={url} /> }]),
          { label: t("Chair"), value: chair?.name },
          { label: t("Minute taker"), value: minuteTaker?.name },
          { label: t("Created by"), value: createdByName },
          ...(type === null ? [] : [{ label: t("Type"), value: type.name }]),
        ]}
      />
      {history.revisions.length > 1 && (
        <>
          <h3 className="mt-3 mb-1 text-sm font-medium text-ink">{t("Published agendas")}</h3>
          <ul className="flex flex-col gap-1 text-sm">
            {history.revisions.map(({ number, publishedAt, note }) => (
              <li key={number}>
                <TextLink href={`${here}/agenda/${number}`}>{t("Revision {number}", { number })}</TextLink>{" "}
                <span className="text-ink-soft">
                  <DateTime value={publishedAt} style="dateTime" format={format} />
                  {note !== "" && ` · ${note}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

/** The address is somebody's input: it opens apart, and is told nothing of where it was. */
const JoinLink = ({ url }: { url: string }) => (
  <a
    href={url}
    target="_blank"
    rel="noopener noreferrer nofollow"
    className="text-accent-text underline underline-offset-2 wrap-anywhere"
  >
    {new URL(url).host}
  </a>
);
