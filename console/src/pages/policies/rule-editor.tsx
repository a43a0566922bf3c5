import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import Trash from "lucide-react/icons/trash-2";
import { Checkbox } from "../../kit/checkbox.tsx";
import { FieldRow } from "../../kit/field-row.tsx";
import { IconButton } from "../../kit/icon-button.tsx";
import { Select } from "../../kit/select.tsx";
import { TagField } from "../../kit/tag-field.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { DraftSummary } from "./draft-summary.tsx";
import classes from "./policies.module.css";
import { portFault } from "./ports.ts";
import { hasPorts, type RuleDraft, type RuleFaults } from "./rule-draft.ts";
import { RuleSide } from "./rule-side.tsx";

export interface RuleEditorProps {
	rule: RuleDraft;
	/** Counted from 0, of so many. */
	index: number;
	count: number;
	faults: RuleFaults;
	onChange: (rule: RuleDraft) => void;
	/** Moves it up (-1) or down (1). */
	onMove: (by: -1 | 1) => void;
	onRemove: () => void;
}

const actions = [
	{ value: "accept" as const, label: "Allow" },
	{ value: "drop" as const, label: "Refuse" },
];

const protocols = [
	{ value: "all" as const, label: "Everything" },
	{ value: "tcp" as const, label: "TCP" },
	{ value: "udp" as const, label: "UDP" },
	{ value: "icmp" as const, label: "Ping (ICMP)" },
	{ value: "netbird-ssh" as const, label: "Remote shell" },
];

const directions = [
	{ value: "one" as const, label: "One way" },
	{ value: "both" as const, label: "Both ways" },
];

/** One rule of a policy: what it says in words, and its parts. */
export function RuleEditor(props: RuleEditorProps) {
	const { rule, onChange, faults } = props;
	const set = <K extends keyof RuleDraft>(name: K, value: RuleDraft[K]) =>
		onChange({ ...rule, [name]: value });
	return (
		<li className={classes.rule}>
			<Head {...props} />
			<FieldRow>
				<RuleSide
					label="From"
					value={rule.source}
					onChange={(source) => set("source", source)}
					error={faults.source}
				/>
				<RuleSide
					label="To"
					value={rule.destination}
					onChange={(destination) => set("destination", destination)}
					error={faults.destination}
				/>
			</FieldRow>
			<How {...props} />
			<FieldRow>
				<TextField
					label="Name of the rule"
					optional
					value={rule.name}
					onChange={(name) => set("name", name)}
				/>
				<Checkbox
					label="This rule is on"
					value={rule.enabled}
					onChange={(enabled) => set("enabled", enabled)}
				/>
			</FieldRow>
		</li>
	);
}

function Head({ rule, index, count, onMove, onRemove }: RuleEditorProps) {
	const number = index + 1;
	return (
		<div className={classes.head}>
			<div className={classes.words}>
				<div className={classes.number}>
					Rule {number} of {count}
				</div>
				<DraftSummary rule={rule} />
			</div>
			<IconButton
				label={`Move rule ${number} up`}
				icon={<ArrowUp aria-hidden="true" />}
				disabled={index === 0}
				onClick={() => onMove(-1)}
			/>
			<IconButton
				label={`Move rule ${number} down`}
				icon={<ArrowDown aria-hidden="true" />}
				disabled={number === count}
				onClick={() => onMove(1)}
			/>
			<IconButton
				label={`Remove rule ${number}`}
				icon={<Trash aria-hidden="true" />}
				onClick={onRemove}
			/>
		</div>
	);
}

function How({ rule, faults, onChange }: RuleEditorProps) {
	return (
		<FieldRow>
			<Select
				label="Action"
				options={actions}
				value={rule.action}
				onChange={(action) => onChange({ ...rule, action })}
			/>
			<Select
				label="Direction"
				options={directions}
				value={rule.bidirectional ? "both" : "one"}
				onChange={(way) => onChange({ ...rule, bidirectional: way === "both" })}
			/>
			<Select
				label="Protocol"
				options={protocols}
				value={rule.protocol}
				onChange={(protocol) => onChange({ ...rule, protocol })}
			/>
			{hasPorts(rule) ? (
				<TagField
					label="Ports"
					optional
					placeholder="Any, or 443, 8000-8100"
					value={rule.ports}
					onChange={(ports) => onChange({ ...rule, ports })}
					checkItem={portFault}
					error={faults.ports}
				/>
			) : null}
		</FieldRow>
	);
}
