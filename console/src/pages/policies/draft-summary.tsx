import { GroupNames } from "../groups/group-names.tsx";
import { hasPorts, type RuleDraft, type SideDraft } from "./rule-draft.ts";
import { RuleSentence } from "./rule-sentence.tsx";
import { targetOf } from "./rule-target.ts";
import { TargetName } from "./target-name.tsx";

/** A rule that is being written, in words. */
export function DraftSummary({ rule }: { rule: RuleDraft }) {
	return (
		<RuleSentence
			{...rule}
			ports={hasPorts(rule) ? rule.ports : []}
			isWithin={areSame(rule.source, rule.destination)}
			sources={<Side side={rule.source} nobody="Nobody yet" />}
			destinations={<Side side={rule.destination} nobody="nothing yet" />}
		/>
	);
}

function Side({ side, nobody }: { side: SideDraft; nobody: string }) {
	if (side.by === "groups")
		return <GroupNames ids={side.groups} none={nobody} />;
	if (side.target === null) return nobody;
	return <TargetName target={targetOf(side.target)} />;
}

function areSame(one: SideDraft, other: SideDraft): boolean {
	const isOfGroups = one.by === "groups" && other.by === "groups";
	return (
		isOfGroups &&
		one.groups.length > 0 &&
		[...one.groups].sort().join() === [...other.groups].sort().join()
	);
}
