import {
	ReferenceField,
	ReferencesField,
} from "../../form/reference-field.tsx";
import { SegmentedControl } from "../../kit/segmented-control.tsx";
import { groupSource } from "../groups/group-source.ts";
import classes from "./policies.module.css";
import type { SideDraft } from "./rule-draft.ts";
import { targetSource } from "./rule-target.ts";

const ways = [
	{ value: "groups" as const, label: "Groups" },
	{ value: "target" as const, label: "One thing" },
];

/** One side of a rule: groups, or one resource or endpoint. */
export function RuleSide({
	label,
	value,
	onChange,
	error,
}: {
	/** "From", "To". */
	label: string;
	value: SideDraft;
	onChange: (value: SideDraft) => void;
	error: string | undefined;
}) {
	return (
		<div className={classes.side}>
			{value.by === "groups" ? (
				<ReferencesField
					label={label}
					source={groupSource}
					placeholder="Groups…"
					value={value.groups}
					onChange={(groups) => onChange({ ...value, groups })}
					error={error}
				/>
			) : (
				<ReferenceField
					label={label}
					source={targetSource}
					placeholder="A resource or an endpoint…"
					value={value.target}
					onChange={(target) => onChange({ ...value, target })}
					error={error}
				/>
			)}
			<SegmentedControl
				label={`${label}: groups or one thing`}
				options={ways}
				value={value.by}
				onChange={(by) => onChange({ ...value, by })}
			/>
		</div>
	);
}
