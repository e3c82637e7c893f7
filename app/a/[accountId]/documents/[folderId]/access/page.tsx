import type { Metadata } from "next";
import { type AccountPageContext, accountPage } from "@/app/page-context";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { OperationForm } from "@/components/ui/operation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { AudiencePanel } from "@/components/workspace/core/audience-panel";
import { AccessChangeCallout } from "@/components/workspace/documents/access-change-callout";
import { AccessFields } from "@/components/workspace/documents/access-fields";
import { AttachedPlaces } from "@/components/workspace/documents/attached-places";
import { fromStrings } from "@/lib/http/from-strings";
import { t } from "@/lib/platform/language/t";
import { changeAccess } from "@/lib/workspace/documents/change-access";
import { previewAccess } from "@/lib/workspace/documents/preview-access";
import { previewLinks } from "@/lib/workspace/documents/preview-links";
import { viewAccess } from "@/lib/workspace/documents/view-access";

export const generateMetadata = (): Metadata => ({ title: t("Change access") });

/** The choice is a GET form: it leads to the same page with what it would change, which is then confirmed. */
export default accountPage(async (page) => {
  const { execute, params, query, base } = page;
  const folderId = params.folderId ?? "";
  const now = await execute(viewAccess, { folderId });
  const asked =
    query.length === 0 ? null : (fromStrings(previewAccess.input, [...query, ["folderId", folderId]]) as Asked);
  const here = `${base}/documents/${folderId}`;
  return (
    <>
      <PageHeader
        title={t("Change access")}
        breadcrumb={[
          { label: t("Documents"), href: `${base}/documents` },
          ...(now.mayInherit ? [{ label: now.folder.name, href: here }] : []),
        ]}
      />
      <div className="flex flex-col gap-4">
        {asked !== null && (await confirmation(page, asked, here))}
        <Panel title={asked === null ? undefined : t("Choose differently")}>
          <form action={`${here}/access`} method="get" className="flex max-w-2xl flex-col gap-4">
            <AccessFields
              access={asked?.access ?? now.access}
              inheritsFrom={now.mayInherit ? (now.access === "inherit" ? now.from.name : t("the folder above")) : null}
              people={now.choices}
              chosen={asked?.people ?? now.people}
              viewOnly={asked?.viewOnly ?? now.viewOnly}
            />
            {now.more > 0 && (
              <Callout kind="warning" title={t("This list has more people than can be chosen here")}>
                {t(
                  "{count, plural, one {# person on it isn't shown and loses} other {# people on it aren't shown and lose}} access if you choose a list here.",
                  {
                    count: now.more,
                  },
                )}
              </Callout>
            )}
            <div>
              <Button type="submit" variant={asked === null ? "primary" : "secondary"}>
                {t("Preview the change")}
              </Button>
            </div>
          </form>
        </Panel>
      </div>
    </>
  );
});

type Asked = { folderId: string; access: "inherit" | "own"; people?: string[]; viewOnly?: boolean };

async function confirmation({ execute, may, action, base }: AccountPageContext, asked: Asked, here: string) {
  const { folder, change, audience } = await execute(previewAccess, asked);
  const links = change.loseCount > 0 && may(previewLinks) ? await execute(previewLinks, { folderId: folder.id }) : null;
  const { folderId, access, people = [], viewOnly = false } = asked;
  return (
    <>
      <Panel title={t("New access to “{name}”", { name: folder.name })}>
        <OperationForm
          action={action(changeAccess, here)}
          hidden={{ folderId, access, viewOnly: String(viewOnly), token: change.token }}
          submitLabel={t("Change access")}
          cancelHref={here}
        >
          {people.map((id) => (
            <input key={id} type="hidden" name="people" value={id} />
          ))}
          <AccessChangeCallout change={change} />
          {links && <AttachedPlaces base={base} links={links} />}
        </OperationForm>
      </Panel>
      <AudiencePanel title={t("Who will see it, and why")} audience={audience} />
    </>
  );
}
