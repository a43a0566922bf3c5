import { useState } from "react";
import type { Tenant } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Banner } from "../../kit/banner.tsx";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { CodeBlock } from "../../kit/code-block.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { Section } from "../../kit/section.tsx";
import { toast } from "../../kit/toast.ts";
import { formatTime } from "./clock-time.ts";
import classes from "./tenants.module.css";

/** How a tenant proves that its domain is its own: the record to publish, and the button that looks for it. */
export function DomainProof({ tenant }: { tenant: Tenant }) {
	const { domain, dns_challenge } = tenant;
	const { may } = useReeve();
	const { write, missedAt } = useCheck(tenant);
	return (
		<Section
			title={`Prove that ${domain} is theirs`}
			description="The tenant works already. Proven, nobody else can claim the domain."
			actions={
				may("tenants.verify_domain") ? (
					<Button
						onClick={() => write.mutate(undefined)}
						pending={write.isPending}
					>
						Check now
					</Button>
				) : null
			}
		>
			<Card>
				<div className={classes.stack}>
					<KeyValueList
						items={[
							{ label: "Kind of record", value: "TXT" },
							{ label: "Name", value: domain, copy: domain },
						]}
					/>
					<CodeBlock
						label="Value"
						wrap
						code={`reeve-verification=${dns_challenge}`}
					/>
					<div role="status">
						{missedAt ? (
							<Banner kind="warning" title="The record is not there yet">
								Looked at {formatTime(missedAt)}. A new record may take up to an
								hour to be seen.
							</Banner>
						) : null}
					</div>
				</div>
			</Card>
		</Section>
	);
}

function useCheck({ id, domain }: Tenant) {
	const [missedAt, setMissedAt] = useState<Date>();
	const write = useWrite<void, { verified: boolean }>({
		call: ({ client }) => client.tenants.verifyDomain({ id }),
		changes: ["tenants", "audit"],
		onDone: ({ verified }) => {
			setMissedAt(verified ? undefined : new Date());
			if (verified) toast.success(`${domain} is proven`);
		},
	});
	return { write, missedAt };
}
