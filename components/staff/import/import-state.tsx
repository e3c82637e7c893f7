import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { ImportDetail } from "@/lib/staff/import/schema";

/** What an import is waiting for, or how far it has come. */
export function ImportState({ detail, start }: { detail: ImportDetail; start: FormAction }) {
  const { status, counts, stoppedBecause } = detail;
  const handled = counts.created + counts.failed + counts.exists;
  if (status === "running") {
    return (
      <Callout className="mb-4" title={t("Import running")} role="status">
        {t("{count, plural, one {# account} other {# accounts}} created, {ready} to go. You can leave this page.", {
          count: counts.created,
          ready: counts.ready,
        })}
        <progress
          className="mt-2 block w-full"
          aria-label={t("Progress")}
          value={handled}
          max={handled + counts.ready}
        />
        <AutoRefresh everyMs={2_000} times={600} />
      </Callout>
    );
  }
  if (status === "done") {
    return (
      <Callout
        className="mb-4"
        kind="success"
        title={t("{count, plural, one {# account} other {# accounts}} created", { count: counts.created })}
        role="status"
      >
        {counts.failed + counts.invalid > 0 &&
          t(
            "{count, plural, one {# row} other {# rows}} couldn't be imported. Download them, correct them, and import that file.",
            { count: counts.failed + counts.invalid },
          )}
      </Callout>
    );
  }
  return (
    <>
      {stoppedBecause && (
        <Callout className="mb-4" kind="warning" title={t("Import stopped")}>
          {stoppedBecause}
        </Callout>
      )}
      {counts.ready === 0 ? (
        <Callout className="mb-4" kind="warning" title={t("Nothing to import")}>
          {t("No row of this file can be imported. Correct the file and check it again.")}
        </Callout>
      ) : (
        <Ready detail={detail} start={start} />
      )}
    </>
  );
}

function Ready({ detail: { id, counts }, start }: { detail: ImportDetail; start: FormAction }) {
  return (
    <Callout
      className="mb-4"
      title={t("Nothing has been created yet. {count, plural, one {# account} other {# accounts}} can be.", {
        count: counts.ready,
      })}
    >
      <OperationForm
        action={start}
        hidden={{ importId: id }}
        submitLabel={t("Import {count, plural, one {# account} other {# accounts}}", { count: counts.ready })}
        pendingLabel={t("Starting…")}
        label={t("Import")}
      >
        <Checkbox
          name="invite"
          label={t("Email the owners how to sign in")}
          hint={t("Otherwise invite each from their account, or tell them to use “Forgot password”.")}
        />
      </OperationForm>
    </Callout>
  );
}
