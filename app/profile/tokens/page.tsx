import type { Metadata } from "next";
import { NewTokenForm } from "@/components/identity/tokens/new-token-form";
import { TokensPanel } from "@/components/identity/tokens/tokens-panel";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { orderIn, sortProps } from "@/components/ui/sort-props";
import { TextLink } from "@/components/ui/text-link";
import { fromStrings } from "@/lib/http/from-strings";
import { createToken } from "@/lib/identity/tokens/create-token";
import { listHeldPermissions } from "@/lib/identity/tokens/list-held-permissions";
import { listTokens } from "@/lib/identity/tokens/list-tokens";
import { revokeToken } from "@/lib/identity/tokens/revoke-token";
import { personPage } from "../../page-context";

export const metadata: Metadata = { title: "API tokens" };

export default personPage(async ({ execute, action, actor, search, realNow: now }) => {
  const { items: tokens } = await execute(listTokens, fromStrings(listTokens.input, orderIn(search)));
  const { items: held } = await execute(listHeldPermissions, {});
  return (
    <>
      <PageHeader
        title="API tokens"
        description={
          <>
            For programs that work in your name. What there is to call:{" "}
            <TextLink href="/api/v1/openapi.json">the OpenAPI document</TextLink>.
          </>
        }
      />
      <div className="flex flex-col gap-5">
        <TokensPanel
          order={sortProps("/profile/tokens", search, { key: "created", direction: "desc" })}
          tokens={tokens}
          format={actor}
          now={now}
          revoke={action(revokeToken)}
        />
        <Panel
          title="Make a token"
          description="It can do what you choose here and no more, and only as long as you may do it yourself."
        >
          <NewTokenForm action={action(createToken)} held={held} />
        </Panel>
      </div>
    </>
  );
});
