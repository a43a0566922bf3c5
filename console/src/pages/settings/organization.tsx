import type { Account } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { Section } from "../../kit/section.tsx";
import { useAccount } from "./account-query.ts";
import { DeleteAccount } from "./delete-account.tsx";
import { OrganizationForm } from "./organization-form.tsx";

/** What the organization is called and where it is; at the end, its end. */
export function Organization() {
	const { may } = useReeve();
	return (
		<Loaded query={useAccount()}>
			{(account) => (
				<>
					<Section title="Organization">
						<Card>
							<Facts account={account} />
						</Card>
						<Card>
							<OrganizationForm account={account} />
						</Card>
					</Section>
					{may("accounts.delete") && account.kind !== "tenant" ? (
						<DeleteAccount account={account} />
					) : null}
				</>
			)}
		</Loaded>
	);
}

const kindWords: Record<Account["kind"], string> = {
	provider: "Provider, with tenants of its own",
	tenant: "Tenant of a provider",
	standalone: "Standalone",
};

function Facts({ account }: { account: Account }) {
	const { id, domain, dns_challenge } = account;
	const record = `reeve-verification=${dns_challenge}`;
	return (
		<KeyValueList
			items={[
				{ label: "Number", value: id, copy: id },
				{ label: "Kind", value: kindWords[account.kind] },
				domain !== "" && {
					label: "TXT record that proves the domain",
					value: <code>{record}</code>,
					copy: record,
				},
				{ label: "Package", value: account.package_name },
				{
					label: "Since",
					value: <Time value={account.created_at} as="date" />,
				},
			]}
		/>
	);
}
