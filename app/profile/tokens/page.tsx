import type { Metadata } from "next";
import { NewTokenForm } from "@/components/identity/tokens/new-token-form";
import { TokensPanel } from "@/components/identity/tokens/tokens-panel";
import { PageHeader } from "@/components/ui/page-header";
import { pageLinks } from "@/components/ui/page-links";
import { Panel } from "@/components/ui/panel";
import { askedConfirm } from "@/components/ui/row-confirm";
import { orderIn, placeIn, sortProps } from "@/components/ui/sort-props";
import { TextLink } from "@/components/ui/text-link";
import { fromStrings } from "@/lib/http/from-strings";
import { createToken } from "@/lib/identity/tokens/create-token";
import { listHeldPermissions } from "@/lib/identity/tokens/list-held-permissions";
import { listTokens } from "@/lib/identity/tokens/list-tokens";
import { revokeToken } from "@/lib/identity/tokens/revoke-token";
import { msg } from "@/lib/platform/language/msg";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { personPage } from "../../page-context";

export const generateMetadata = (): Metadata => ({ title: t("API tokens") });

export default personPage(async ({ execute, action, actor, search, realNow: now }) => {
  const [list, { items: held }] = await Promise.all([
    execute(listTokens, fromStrings(listTokens.input, [...orderIn(search), ...placeIn(search)])),
    execute(listHeldPermissions, {}),
  ]);
  const asked = askedConfirm("/profile/tokens", search);
  return (
    <>
      <PageHeader
        title={t("API tokens")}
        description={rich(
          "For scripts and integrations that act on your behalf. See the <link>API reference (OpenAPI)</link>.",
          { link: (text) => <TextLink href="/api/v1/openapi.json">{text}</TextLink> },
        )}
      />
      <div className="flex flex-col gap-5">
        <TokensPanel
          order={sortProps("/profile/tokens", asked.params, { key: "created", direction: "desc" })}
          tokens={list.items}
          pages={pageLinks("/profile/tokens", asked.params, list, [msg("token@@of"), msg("tokens@@of")])}
          format={actor}
          now={now}
          revoke={action(revokeToken)}
          asked={asked}
        />
        <Panel
          title={t("Create a token")}
          description={t("Limited to the permissions you choose, and never more than your own.")}
        >
          <NewTokenForm action={action(createToken)} held={held} />
        </Panel>
      </div>
    </>
  );
});
