import Boxes from "lucide-react/icons/boxes";
import InfinityIcon from "lucide-react/icons/infinity";
import ListChecks from "lucide-react/icons/list-checks";
import type { User } from "../../../../generated/client.ts";
import { ErrorState } from "../../kit/error-state.tsx";
import { type RadioCard, RadioCards } from "../../kit/radio-cards.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import type { AccessDraft } from "./access-draft.ts";
import { useGrantable } from "./catalogue.ts";
import classes from "./key-form.module.css";
import { ModuleGrid } from "./module-grid.tsx";
import { OperationPicker } from "./operation-picker.tsx";

export interface AccessEditorProps {
	name: string;
	value: AccessDraft;
	onChange: (value: AccessDraft) => void;
	error: string | undefined;
	holder: KeyHolder;
}

/** The service user that a key acts for, `unknown` until it is chosen or read; nothing for one's own key. */
export type KeyHolder = Pick<User, "name" | "role"> | "unknown" | undefined;

/** What a key opens: everything its user may, a level for each module, or single operations. */
export function AccessEditor(props: AccessEditorProps) {
	const { value, onChange, error, holder } = props;
	return (
		<div className={classes.access}>
			<RadioCards<AccessDraft["type"]>
				label="Access"
				name={props.name}
				options={waysOf(holder)}
				value={value.type}
				onChange={(type) => onChange({ ...value, type })}
				error={error}
				minWidth={190}
			/>
			<AccessDetail {...props} />
		</div>
	);
}

function waysOf(holder: KeyHolder): RadioCard<AccessDraft["type"]>[] {
	const who =
		holder === undefined
			? "you"
			: holder === "unknown"
				? "the service user"
				: holder.name;
	return [
		{
			value: "all",
			label: "All",
			description: `Whatever ${who} may do, now and later.`,
			icon: <InfinityIcon aria-hidden="true" />,
		},
		{
			value: "modules",
			label: "Module",
			description: "Read, or read and write, for each module.",
			icon: <Boxes aria-hidden="true" />,
		},
		{
			value: "operations",
			label: "Specific API",
			description: "Single operations, picked from the catalogue.",
			icon: <ListChecks aria-hidden="true" />,
		},
	];
}

function AccessDetail({ value, onChange, holder }: AccessEditorProps) {
	if (value.type === "all") return null;
	if (holder === "unknown")
		return (
			<p>Choose the service user first: its role says what can be given.</p>
		);
	return <Given value={value} onChange={onChange} role={holder?.role} />;
}

function Given({
	value,
	onChange,
	role,
}: Pick<AccessEditorProps, "value" | "onChange"> & {
	role: User["role"] | undefined;
}) {
	const { modules, error, retry } = useGrantable(role);
	if (error) return <ErrorState error={error} onRetry={retry} />;
	if (!modules) return <SkeletonLines lines={6} />;
	if (value.type === "modules")
		return (
			<ModuleGrid
				modules={modules}
				value={value.modules}
				onChange={(levels) => onChange({ ...value, modules: levels })}
			/>
		);
	return (
		<OperationPicker
			modules={modules}
			value={value.operations}
			onChange={(operations) => onChange({ ...value, operations })}
		/>
	);
}
