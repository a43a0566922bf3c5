import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { CodeBlock } from "../../kit/code-block.tsx";
import { useAccount } from "./account-query.ts";

/** What a tenant publishes for its domains before it may claim them; the operator's own accounts prove nothing. */
export function DomainRecord() {
	const { account } = useReeve();
	return account.kind === "tenant" ? <Record /> : null;
}

function Record() {
	return (
		<Loaded query={useAccount()}>
			{({ dns_challenge }) => (
				<CodeBlock
					label="TXT record to publish for each domain, before saving"
					code={`reeve-verification=${dns_challenge}`}
					wrap
				/>
			)}
		</Loaded>
	);
}
