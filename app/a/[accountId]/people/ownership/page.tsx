import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { OfferForm } from "@/components/accounts/ownership/offer-form";
import { OfferToYou } from "@/components/accounts/ownership/offer-to-you";
import { OpenOffer } from "@/components/accounts/ownership/open-offer";
import { Panel } from "@/components/ui/panel";
import { Person } from "@/components/ui/person";
import { acceptOwnership } from "@/lib/accounts/ownership/accept-ownership";
import { declineOwnership } from "@/lib/accounts/ownership/decline-ownership";
import { offerOwnership } from "@/lib/accounts/ownership/offer-ownership";
import { viewOwnership } from "@/lib/accounts/ownership/view-ownership";
import { withdrawOffer } from "@/lib/accounts/ownership/withdraw-offer";
import { t } from "@/lib/platform/language/t";
import { peopleFrame } from "../people-frame";

export const generateMetadata = (): Metadata => ({ title: t("Ownership") });

export default accountPage(async (page) => {
  const { execute, may, action, account, base, search, actor } = page;
  return peopleFrame(page, "ownership", async () => {
    const asked = { q: search.q ?? "", to: search.to };
    const { owner, youAreOwner, offer, candidates, hasMoreCandidates } = await execute(viewOwnership, asked);
    const here = `${base}/people/ownership`;
    return (
      <div className="flex max-w-3xl flex-col gap-4">
        {offer?.toYou && (
          <OfferToYou
            offer={offer}
            accountName={account.name}
            accept={action(acceptOwnership, `${here}?done=accepted`)}
            decline={action(declineOwnership, `${here}?done=declined`)}
            format={actor}
          />
        )}
        <Panel
          title={t("Account owner")}
          description={t(
            "Full control of the account. Only the owner can order or cancel services, transfer ownership or close the account.",
          )}
        >
          {owner ? (
            <Person name={owner.name} detail={youAreOwner ? t("You") : undefined} />
          ) : (
            <p className="text-ink-soft">
              {t("To see who the owner is, you need “{permission}”.", { permission: t("View members") })}
            </p>
          )}
        </Panel>
        {offer && !offer.toYou && (
          <OpenOffer offer={offer} withdraw={action(withdrawOffer, `${here}?done=withdrawn`)} format={actor} />
        )}
        {may(offerOwnership) && youAreOwner && (!offer || offer.over) && (
          <OfferForm
            candidates={candidates}
            search={search.q || hasMoreCandidates ? { href: here, q: search.q } : undefined}
            chosen={search.to}
            action={action(offerOwnership, `${here}?done=offered`)}
            inviteHref={`${base}/people/invite`}
          />
        )}
      </div>
    );
  });
});
