import Type, { type Static } from "typebox";
import { Id, nullable, object, oneOf, Timestamp } from "../../kernel/index.ts";
import {
	contactFields,
	licenceFields,
	profileExample,
	rangeFields,
} from "./profile.ts";
import { defaultSettings, Settings } from "./settings.ts";

export const accountKinds = ["provider", "tenant", "standalone"] as const;
export const accountStatuses = ["pending", "active", "suspended"] as const;

export const AccountName = Type.String({ minLength: 1, maxLength: 255 });

const DOMAIN =
	"(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))+";
const domainText = (pattern: string) =>
	Type.String({
		maxLength: 253,
		pattern,
		description: "A domain of the account, such as acme.test",
	});

export const DomainName = domainText(`^${DOMAIN}$`);
export const DomainNameOrNone = domainText(`^(${DOMAIN})?$`);

/** Which steps of the first visit are still to come. */
export const Onboarding = object({
	signup_form_pending: Type.Boolean(),
	onboarding_flow_pending: Type.Boolean(),
});

export const Account = object({
	id: Id,
	parent_id: nullable(Id),
	kind: oneOf(accountKinds),
	name: AccountName,
	status: oneOf(accountStatuses),
	domain: Type.String(),
	dns_challenge: Type.String({
		description:
			"Published as a TXT record reeve-verification=…, it proves the domain",
	}),
	activated_at: nullable(Timestamp),
	suspended_at: nullable(Timestamp),
	...contactFields,
	...licenceFields,
	package_name: Type.String(),
	subscription: nullable(Type.String()),
	...rangeFields,
	settings: Settings,
	onboarding: Onboarding,
	network_range: nullable(
		Type.String({ description: "Where endpoints get their addresses (CIDR)" }),
	),
	created_by: nullable(Id),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type Account = Static<typeof Account>;

export const accountExample: Account = {
	id: "1000007",
	parent_id: "1000001",
	kind: "tenant",
	name: "Acme",
	status: "active",
	domain: "acme.test",
	dns_challenge: "5f1d0c9ab2e34c7d8f60a1b2c3d4e5f6",
	activated_at: "2026-01-05T09:00:00.000Z",
	suspended_at: null,
	...profileExample,
	package_name: "Umbrella DNS Security Advantage",
	subscription: null,
	verified_ranges: ["203.0.113.0/24"],
	settings: defaultSettings,
	onboarding: { signup_form_pending: false, onboarding_flow_pending: true },
	network_range: "100.64.0.0/16",
	created_by: "1000003",
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
