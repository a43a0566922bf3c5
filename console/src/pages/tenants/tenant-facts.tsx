import type { Tenant } from "../../../../generated/client.ts";
import { listOf } from "../../format/lists.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { Section } from "../../kit/section.tsx";
import { licenceTypes } from "./licence-words.ts";

const SHOWN_MAX = 8;

/** What is known about a tenant. */
export function TenantFacts({ tenant }: { tenant: Tenant }) {
	return (
		<Section title="Facts">
			<Card>
				<KeyValueList items={[...whoFacts(tenant), ...whatFacts(tenant)]} />
			</Card>
		</Section>
	);
}

function whoFacts(tenant: Tenant) {
	const { id, domain, admin_emails, verified_ranges } = tenant;
	return [
		{ label: "Number", value: id, copy: id },
		{
			label: "Domain",
			value: domain,
			...(domain === "" ? {} : { copy: domain }),
		},
		{
			label: "Contacts",
			value: listOf(admin_emails, SHOWN_MAX),
			...(admin_emails.length > 0 ? { copy: admin_emails.join(", ") } : {}),
		},
		{ label: "Address", value: addressOf(tenant) },
		{ label: "Own ranges", value: listOf(verified_ranges, SHOWN_MAX) },
	];
}

function addressOf(tenant: Tenant): string {
	const { street_address, street_address2, city, state, zip_code } = tenant;
	return [
		street_address,
		street_address2,
		`${zip_code} ${city}`.trim(),
		state,
		tenant.country_code,
	]
		.filter(Boolean)
		.join(", ");
}

function whatFacts(tenant: Tenant) {
	return [
		{ label: "Seats", value: formatNumber(tenant.seats) },
		{
			label: "Package",
			value: `${tenant.package_name}${tenant.is_trial ? " · trial" : ""}`,
		},
		{ label: "Licence", value: licenceTypes[tenant.license_type] },
		{ label: "Plan", value: tenant.subscription ?? "" },
		{ label: "Created", value: <Time value={tenant.created_at} /> },
		tenant.domain !== "" && {
			label: "Proven",
			value: <Time value={tenant.activated_at} />,
		},
	];
}
