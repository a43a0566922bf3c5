import type {
	CallOptions,
	LimitsListInput,
} from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import type { Filter } from "../../list/list-types.ts";
import { keyKinds, kindWords } from "../keys/key-kinds.ts";
import { lookBackSince } from "../keys/look-back.ts";
import { periods } from "./periods.ts";

/** The list's input, with a stretch of time where the operation wants its beginning. */
export type LimitListInput = Omit<LimitsListInput, "limited_since"> & {
	limited_days?: string;
};

export const listLimits =
	({ limits }: Client) =>
	({ limited_days, ...input }: LimitListInput, options?: CallOptions) =>
		limits.list(
			{
				...input,
				...(limited_days
					? { limited_since: lookBackSince(Number(limited_days)) }
					: {}),
			},
			options,
		);

export const limitFilters: Filter<LimitListInput>[] = [
	{
		name: "limited_days",
		label: "Turned away",
		kind: "select",
		options: periods.map(({ value, label }) => ({
			value,
			label: `In the last ${label}`,
		})),
	},
	{
		name: "kind",
		label: "Type",
		kind: "select",
		options: keyKinds.map((value) => ({
			value,
			label: kindWords[value].label,
		})),
	},
];
