import type { Policy } from "../../../../generated/client.ts";
import { listOf } from "../../format/lists.ts";
import { portTexts } from "./ports.ts";
import { RuleSentence } from "./rule-sentence.tsx";
import type { RuleTarget } from "./rule-target.ts";
import { TargetName } from "./target-name.tsx";

const GROUPS_SHOWN = 4;

/** A rule as the server tells it, in words. */
export function RuleSummary({
	rule,
	account,
}: {
	rule: Policy["rules"][number];
	/** Where the policy lies; the account of the URL unless said. */
	account?: string | undefined;
}) {
	return (
		<RuleSentence
			{...rule}
			ports={portTexts(rule)}
			isWithin={areSame(rule.sources, rule.destinations)}
			sources={
				<Side
					groups={rule.sources}
					target={rule.source_resource}
					nobody="Nobody"
					account={account}
				/>
			}
			destinations={
				<Side
					groups={rule.destinations}
					target={rule.destination_resource}
					nobody="nothing"
					account={account}
				/>
			}
		/>
	);
}

function Side({
	groups,
	target,
	nobody,
	account,
}: {
	groups: readonly { name: string }[];
	target: RuleTarget | null;
	nobody: string;
	account: string | undefined;
}) {
	if (target) return <TargetName target={target} account={account} />;
	if (groups.length === 0) return nobody;
	return listOf(
		groups.map(({ name }) => name),
		GROUPS_SHOWN,
	);
}

function areSame(
	one: readonly { id: string }[],
	other: readonly { id: string }[],
): boolean {
	const ids = new Set(one.map(({ id }) => id));
	return (
		ids.size > 0 &&
		ids.size === other.length &&
		other.every(({ id }) => ids.has(id))
	);
}
