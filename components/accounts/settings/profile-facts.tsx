import { KeyValueList } from "@/components/ui/key-value-list";
import type { AccountProfile } from "@/lib/accounts/settings/schema";
import { addressLines } from "@/lib/platform/kernel/address/address-lines";
import { countryName } from "@/lib/platform/kernel/countries";
import { t } from "@/lib/platform/language/t";

/** The profile, for viewers who may not change it. */
export function ProfileFacts({ profile, locale }: { profile: AccountProfile; locale: string }) {
  const lines = [...addressLines(profile), countryName(profile.country, locale)];
  return (
    <KeyValueList
      items={[
        { label: t("Legal name"), value: profile.legalName },
        { label: t("VAT ID"), value: profile.vatId },
        {
          label: t("Address"),
          value: lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          )),
        },
        { label: t("Phone"), value: profile.phone },
      ]}
    />
  );
}
