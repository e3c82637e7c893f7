"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { useForm } from "@/components/ui/form-context";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { AudiencePanel } from "@/components/workspace/core/audience-panel";
import { AccessChangeCallout } from "@/components/workspace/documents/access-change-callout";
import { AccessFields, type AccessFieldsProps } from "@/components/workspace/documents/access-fields";
import { AttachedPlaces } from "@/components/workspace/documents/attached-places";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { Audience } from "@/lib/workspace/core/schema";
import type { AccessChange } from "@/lib/workspace/documents/schema";

type Previewed = {
  folder: { id: string; name: string };
  asked: Pick<AccessFieldsProps, "access" | "viewOnly"> & { people: string[] };
  change: AccessChange;
  links: ComponentProps<typeof AttachedPlaces>["links"] | null;
  audience: Audience;
};

function usePreviewed(): Previewed | null {
  const { state } = useForm();
  return state.status === "done" ? (state.result as Previewed) : null;
}

type Props = {
  /** Of the account: `/a/0190…`. */
  base: string;
  /** Of the folder. */
  here: string;
  change: FormAction;
};

/** What the chosen access would change, to be confirmed: outcome of the form that asks for it. */
export function AccessPreview({ base, here, change }: Props) {
  const previewed = usePreviewed();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (previewed) box.current?.focus();
  }, [previewed]);
  if (previewed === null) return null;
  const { folder, asked, links, audience } = previewed;
  return (
    <div ref={box} tabIndex={-1} className="mb-4 flex flex-col gap-4 rounded-lg">
      <Panel title={t("New access to “{name}”", { name: folder.name })}>
        <OperationForm
          action={change}
          hidden={{
            ...{ folderId: folder.id, access: asked.access, viewOnly: String(asked.viewOnly) },
            ...{ people: asked.people, token: previewed.change.token },
          }}
          submitLabel={t("Change access")}
          cancelHref={here}
        >
          <AccessChangeCallout change={previewed.change} />
          {links && <AttachedPlaces base={base} links={links} />}
        </OperationForm>
      </Panel>
      <AudiencePanel title={t("Who will see it, and why")} audience={audience} />
    </div>
  );
}

/** The fields with what was previewed, also after a form without a script. */
export function ChosenAccess(now: AccessFieldsProps) {
  const asked = usePreviewed()?.asked;
  return (
    <AccessFields
      {...now}
      access={asked?.access ?? now.access}
      chosen={asked?.people ?? now.chosen}
      viewOnly={asked?.viewOnly ?? now.viewOnly}
    />
  );
}
