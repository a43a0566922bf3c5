import type { Policy } from "../../../../generated/client.ts";
import { Card } from "../../kit/card.tsx";
import { Section } from "../../kit/section.tsx";
import classes from "./policies.module.css";
import { RuleSummary } from "./rule-summary.tsx";

/** The rules of a policy, each in a line of words. */
export function PolicyRules({ policy }: { policy: Policy }) {
	const { rules, enabled } = policy;
	return (
		<Section
			title="Rules"
			description={enabled ? undefined : "The policy is off, so none counts."}
		>
			<Card>
				{rules.length === 0 ? "It has no rules, and allows nothing." : null}
				<ol className={classes.rules}>
					{rules.map((rule) => (
						<li key={rule.id} className={classes.words}>
							<RuleSummary rule={rule} account={policy.account_id} />
							{rule.name ? (
								<div className={classes.number}>{rule.name}</div>
							) : null}
						</li>
					))}
				</ol>
			</Card>
		</Section>
	);
}
