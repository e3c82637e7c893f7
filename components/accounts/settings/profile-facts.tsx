import { KeyValueList } from "@/components/ui/key-value-list";
import type { AccountProfile } from "@/lib/accounts/settings/schema";
import { addressLines } from "@/lib/platform/kernel/address/address-lines";
import { countryName } from "@/lib/platform/kernel/countries";

/** The profile, for viewers who may not change it. */
export function ProfileFacts({ profile, locale }: { profile: AccountProfile; locale: string }) {
  const lines = [...addressLines(profile), countryName(profile.country, locale)];
  return (
    <KeyValueList
      items={[
        { label: "Legal name", value: profile.legalName },
        { label: "VAT ID", value: profile.vatId },
        {
          label: "Address",
          value: lines.map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          )),
        },
        { label: "Phone", value: profile.phone },
      ]}
    />
  );
}
