import { useNavigate, useSearch } from "@tanstack/react-router";
import { oneOf, type SearchParams } from "../../app/search-params.ts";
import { SegmentedControl } from "../../kit/segmented-control.tsx";

const whose = [
	{ value: "all", label: "Everybody" },
	{ value: "true", label: "External" },
	{ value: "false", label: "Own people" },
] as const;

type Whose = (typeof whose)[number]["value"];

/** In a tenant, the question that is asked most: what did the provider do here? */
export function QuickExternal() {
	const params = useSearch({ strict: false }) as SearchParams;
	const navigate = useNavigate();
	const now = oneOf(params.external);
	const choose = (value: Whose) =>
		void navigate({
			to: ".",
			search: ((before: SearchParams) => ({
				...before,
				external: value === "all" ? undefined : value,
			})) as never,
			resetScroll: false,
		});
	return (
		<SegmentedControl
			label="Whose acts"
			options={whose}
			value={now === "true" || now === "false" ? now : "all"}
			onChange={choose}
		/>
	);
}
