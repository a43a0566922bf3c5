import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import { formatNumber } from "../../format/numbers.ts";
import { ErrorState } from "../../kit/error-state.tsx";
import { Section } from "../../kit/section.tsx";
import { StatTile, StatTiles } from "../../kit/stat-tile.tsx";

/** The figures that the server works with, as it was configured. */
export function ServerFigures() {
	const { client, accountParam } = useReeve();
	const { data, error, refetch } = useQuery({
		queryKey: [accountParam, "limits", "figures"],
		queryFn: ({ signal }) => client.limits.get({}, { signal }),
	});
	const figure = (value: number | undefined) =>
		value === undefined ? undefined : formatNumber(value);
	return (
		<Section
			title="The figures"
			description="Whichever limit is tighter answers 429 and says when to come back. Whoever runs the server sets them."
		>
			{error ? (
				<ErrorState error={error} onRetry={() => void refetch()} />
			) : (
				<StatTiles>
					<StatTile
						label="Calls a minute of one credential"
						value={figure(data?.credential_per_minute)}
						note="over all its tenants, sustained"
					/>
					<StatTile
						label="At once, from rest"
						value={figure(data?.credential_burst)}
						note="then as fast as it refills"
					/>
					<StatTile
						label="Reads a minute"
						value={figure(data?.reads_per_minute)}
						note="of one operation, by one credential"
					/>
					<StatTile
						label="Writes a minute"
						value={figure(data?.writes_per_minute)}
						note="of one operation, by one credential"
					/>
				</StatTiles>
			)}
		</Section>
	);
}
