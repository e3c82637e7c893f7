import { CopyButton } from "@/components/ui/copy-button";
import { DateTime } from "@/components/ui/date-time";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = {
  signatures: MeetingView["history"]["signatures"];
  recordHref: (number: number) => string;
  pdfHref: (number: number) => string;
  format: ViewerFormat;
};

/** Each signature with its fingerprint, and what is needed to check it. */
export const SignatureList = ({ signatures, recordHref, pdfHref, format }: Props) => (
  <ul className="flex flex-col gap-4">
    {signatures.map(({ number, signedByName, signedAt, hash, unlockedAt, unlockedByName }) => (
      <li key={number}>
        <p className="text-ink">
          {rich("Signature {number}: {name}, {when}", {
            number: String(number),
            name: signedByName,
            when: <DateTime value={signedAt} style="dateTime" format={format} />,
          })}
        </p>
        {unlockedAt !== null && (
          <p className="text-sm text-ink-soft">
            {rich("Unlocked by {name}, {when}", {
              name: unlockedByName ?? "",
              when: <DateTime value={unlockedAt} style="dateTime" format={format} />,
            })}
          </p>
        )}
        <p className="mt-1 flex items-center gap-1 text-sm text-ink-soft">
          <span className="min-w-0 font-mono break-all">{t("SHA-256: {hash}", { hash })}</span>
          <CopyButton value={hash} label={t("Copy the fingerprint")} />
        </p>
        <p className="text-sm">
          <a className="text-accent-text underline underline-offset-2" href={recordHref(number)}>
            {t("Signed record (JSON)")}
          </a>
          {" · "}
          <a className="text-accent-text underline underline-offset-2" href={pdfHref(number)}>
            {t("PDF")}
          </a>{" "}
          <span className="text-ink-soft">
            {rich("Check it with <code>node scripts/verify-minutes.mjs FILE</code>.", {
              code: (text) => <code className="font-mono">{text}</code>,
            })}
          </span>
        </p>
      </li>
    ))}
  </ul>
);
