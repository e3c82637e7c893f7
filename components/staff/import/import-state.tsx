import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ImportDetail } from "@/lib/staff/import/schema";

const counted = (count: number, noun: string) => `${count} ${count === 1 ? noun : `${noun}s`}`;

/** What an import is waiting for, or how far it has come. */
export function ImportState({ detail, start }: { detail: ImportDetail; start: FormAction }) {
  const { status, counts, stoppedBecause } = detail;
  const handled = counts.created + counts.failed + counts.exists;
  if (status === "running") {
    return (
      <Callout className="mb-4" title="Import running" role="status">
        {counted(counts.created, "account")} created, {counts.ready} to go. You can leave this page.
        <progress className="mt-2 block w-full" aria-label="Progress" value={handled} max={handled + counts.ready} />
        <AutoRefresh everyMs={2_000} times={600} />
      </Callout>
    );
  }
  if (status === "done") {
    return (
      <Callout className="mb-4" kind="success" title={`${counted(counts.created, "account")} created`} role="status">
        {counts.failed + counts.invalid > 0 &&
          `${counted(counts.failed + counts.invalid, "row")} couldn't be imported. Download them, correct them, and import that file.`}
      </Callout>
    );
  }
  return (
    <>
      {stoppedBecause && (
        <Callout className="mb-4" kind="warning" title="Import stopped">
          {stoppedBecause}
        </Callout>
      )}
      {counts.ready === 0 ? (
        <Callout className="mb-4" kind="warning" title="Nothing to import">
          No row of this file can be imported. Correct the file and check it again.
        </Callout>
      ) : (
        <Ready detail={detail} start={start} />
      )}
    </>
  );
}

function Ready({ detail: { id, counts }, start }: { detail: ImportDetail; start: FormAction }) {
  return (
    <Callout className="mb-4" title={`Nothing has been created yet. ${counted(counts.ready, "account")} can be.`}>
      <OperationForm
        action={start}
        hidden={{ importId: id }}
        submitLabel={`Import ${counted(counts.ready, "account")}`}
        pendingLabel="Starting…"
        label="Import"
      >
        <Checkbox
          name="invite"
          label="Email the owners how to sign in"
          hint="Otherwise invite each from their account, or tell them to use “Forgot password”."
        />
      </OperationForm>
    </Callout>
  );
}
