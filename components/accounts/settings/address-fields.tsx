"use client";

import { useEffect, useState } from "react";
import { Field } from "@/components/ui/field";
import { useTyped } from "@/components/ui/form-context";
import { Input } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";
import { addressFields } from "@/lib/platform/kernel/address/address-fields";
import type { Address } from "@/lib/platform/kernel/address/address-lines";
import { t } from "@/lib/platform/language/t";

/**
 * Address fields, labelled as the selected country calls them. Without JavaScript all are shown and the server reports
 * what is missing; with it, fields the country doesn't use are hidden and keep their values.
 */
export function AddressFields({ address, countries }: { address: Address; countries: SelectOption[] }) {
  const typed = useTyped("country");
  const [chosen, choose] = useState<string>();
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const country = chosen ?? (typeof typed === "string" ? typed : address.country);
  const fields = addressFields(country);
  const shown = (has: boolean, stored: string | null) =>
    has || !live || (country === address.country && Boolean(stored));

  const postalCode = (
    <Part
      key="postalCode"
      name="postalCode"
      label={fields.postalCode}
      shown={shown(fields.hasPostalCode, address.postalCode)}
      required={live && fields.postalCodeRequired}
    >
      <Input defaultValue={address.postalCode} autoComplete="postal-code" />
    </Part>
  );
  const city = (
    <Part
      key="city"
      name="city"
      label={fields.city}
      shown={shown(fields.hasCity, address.city)}
      required={live && fields.hasCity}
    >
      <Input defaultValue={address.city} autoComplete="address-level2" />
    </Part>
  );
  return (
    <>
      <Field name="country" label={t("Country")} required>
        <Select
          defaultValue={address.country}
          options={countries}
          autoComplete="country"
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </Field>
      <Field name="addressLine1" label={t("Address line 1")} required>
        <Input defaultValue={address.addressLine1} autoComplete="address-line1" />
      </Field>
      <Field name="addressLine2" label={t("Address line 2")}>
        <Input defaultValue={address.addressLine2 ?? ""} autoComplete="address-line2" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.postalCodeFirst ? [postalCode, city] : [city, postalCode]}
      </div>
      <Part
        name="region"
        label={fields.region}
        shown={shown(fields.hasRegion, address.region)}
        required={live && (fields.regionRequired || (fields.hasRegion && !fields.hasCity && !address.city))}
      >
        <Input defaultValue={address.region ?? ""} autoComplete="address-level1" />
      </Part>
    </>
  );
}

type PartProps = { name: string; label: string; shown: boolean; required: boolean; children: React.ReactNode };

/** A hidden field keeps its value; being disabled, it is not submitted. */
function Part({ name, label, shown, required, children }: PartProps) {
  return (
    <fieldset disabled={!shown} hidden={!shown} className="contents">
      <Field name={name} label={label} required={required && shown} className={shown ? undefined : "hidden"}>
        {children}
      </Field>
    </fieldset>
  );
}
