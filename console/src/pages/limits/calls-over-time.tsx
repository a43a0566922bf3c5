import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { oneOf, type SearchParams } from "../../app/search-params.ts";
import { Section } from "../../kit/section.tsx";
import { SegmentedControl } from "../../kit/segmented-control.tsx";
import { lookBackSince } from "../keys/look-back.ts";
import { CallsChart } from "./calls-chart.tsx";
import { type Period, periods } from "./periods.ts";

/** What all credentials of the account called, and what they were refused. */
export function CallsOverTime() {
	const { client, accountParam } = useReeve();
	const { period, choose } = usePeriod();
	const query = useQuery({
		queryKey: [accountParam, "limits", "history", period],
		queryFn: ({ signal }) =>
			client.limits.history(
				{ from: lookBackSince(Number(period)) },
				{ signal },
			),
	});
	return (
		<Section
			title="Calls and refusals"
			actions={
				<SegmentedControl
					label="Period"
					options={periods}
					value={period}
					onChange={choose}
				/>
			}
		>
			<Loaded query={query} lines={5}>
				{(history) => <CallsChart total={history} hours={history.hours} />}
			</Loaded>
		</Section>
	);
}

/** The period stands in the URL, so that a reload and a link keep it. */
function usePeriod() {
	const asked = oneOf((useSearch({ strict: false }) as SearchParams).days);
	const navigate = useNavigate();
	const period: Period =
		periods.find(({ value }) => value === asked)?.value ?? "7";
	const choose = (days: Period) =>
		void navigate({
			to: ".",
			search: ((before: SearchParams) => ({ ...before, days })) as never,
			replace: true,
			resetScroll: false,
		});
	return { period, choose };
}
