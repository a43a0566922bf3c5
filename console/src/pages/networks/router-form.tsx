import { useState } from "react";
import type { NetworkRouter } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import type { FieldErrors } from "../../form/form-state.ts";
import {
	ReferenceField,
	ReferencesField,
} from "../../form/reference-field.tsx";
import { useForm } from "../../form/use-form.ts";
import { Checkbox } from "../../kit/checkbox.tsx";
import { NumberField } from "../../kit/number-field.tsx";
import { RadioCards } from "../../kit/radio-cards.tsx";
import { endpointSource } from "../endpoints/endpoint-source.ts";
import { groupSource } from "../groups/group-source.ts";

interface RouterDraft {
	by: "endpoint" | "groups";
	endpoint_id: string | null;
	groups: string[];
	metric: number | null;
	masquerade: boolean;
	enabled: boolean;
}

const METRIC_MAX = 9999;

const ways = [
	{
		value: "endpoint" as const,
		label: "One endpoint",
		description: "A computer that stands in the network.",
	},
	{
		value: "groups" as const,
		label: "Groups",
		description: "Every endpoint of them; one takes over when another fails.",
	},
];

/** Adds what leads into a network, or changes it. Mounted when it opens. */
export function RouterForm({
	networkId,
	router: given,
	onClose,
}: {
	networkId: string;
	/** What is changed; left out for a new one. */
	router?: NetworkRouter | undefined;
	onClose: () => void;
}) {
	const [router] = useState(given);
	const form = useRouterForm(networkId, router, onClose);
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={router ? "Edit router" : "Add a router"}
			action={router ? "Save" : "Add router"}
		>
			<RadioCards
				label="Who routes"
				options={ways}
				minWidth={200}
				{...form.field("by")}
			/>
			{form.values.by === "endpoint" ? (
				<ReferenceField
					label="Endpoint"
					required
					source={endpointSource}
					{...form.field("endpoint_id")}
				/>
			) : (
				<ReferencesField
					label="Groups"
					required
					source={groupSource}
					{...form.field("groups")}
				/>
			)}
			<NumberField
				label="Metric"
				min={1}
				max={METRIC_MAX}
				description="Of several routers the lowest is preferred."
				{...form.field("metric")}
			/>
			<Checkbox
				label="Traffic leaves as the router"
				description="Then hosts in the network need no way back to endpoints."
				{...form.field("masquerade")}
			/>
			<Checkbox
				label="On"
				description="Off, it routes nothing."
				{...form.field("enabled")}
			/>
		</FormDialog>
	);
}

function useRouterForm(
	network_id: string,
	router: NetworkRouter | undefined,
	onClose: () => void,
) {
	const { client } = useReeve();
	return useForm({
		initial: draftOf(router),
		version: router?.version,
		check: missing,
		submit: (draft, options) => {
			const input = inputOf(draft);
			return router
				? client.networkRouters.update({ id: router.id, ...input }, options)
				: client.networkRouters.create({ network_id, ...input }, options);
		},
		changes: ["network_routers", "networks"],
		done: router ? "Router changed" : "Router added",
		onDone: onClose,
	});
}

function draftOf(router: NetworkRouter | undefined): RouterDraft {
	return {
		by: router && router.endpoint_id === null ? "groups" : "endpoint",
		endpoint_id: router?.endpoint_id ?? null,
		groups: router?.groups ?? [],
		metric: router?.metric ?? METRIC_MAX,
		masquerade: router?.masquerade ?? true,
		enabled: router?.enabled ?? true,
	};
}

/** One of the two ways; naming it ends the other. */
function inputOf({ by, endpoint_id, groups, metric, ...rest }: RouterDraft) {
	return {
		...rest,
		metric: metric ?? METRIC_MAX,
		...(by === "endpoint" ? { endpoint_id } : { groups }),
	};
}

function missing(draft: RouterDraft): FieldErrors<RouterDraft> {
	if (draft.by === "endpoint")
		return draft.endpoint_id === null
			? { endpoint_id: "Choose an endpoint." }
			: {};
	return draft.groups.length === 0 ? { groups: "Choose a group." } : {};
}
