import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useReeve } from "../../app/reeve.tsx";
import { factorsKey } from "../profile/own-queries.ts";
import type { Overview } from "./use-overview.ts";

export type StepName =
	| "tenant"
	| "key"
	| "endpoint"
	| "colleague"
	| "second_factor";

export interface Step {
	name: StepName;
	isDone: boolean;
}

export interface FirstStepsState {
	isShown: boolean;
	steps: readonly Step[];
	dismiss: () => void;
}

/** What each step needs the right to; the last one is everybody's own. */
const operations: Partial<Record<StepName, string>> = {
	tenant: "tenants.create",
	key: "keys.create",
	endpoint: "setup_keys.create",
	colleague: "users.create",
};

/** What is left to do on a server that was just set up; each step is ticked off by what is there, not by a press. */
export function useFirstSteps(overview: Overview | undefined): FirstStepsState {
	const { client, account, home, isAll, may, whoami } = useReeve();
	const [dismissed, setDismissed] = useDismissed(home.id);
	const mayBegin = Object.values(operations).some(may);
	const isHere = !isAll && account.id === home.id && mayBegin && !dismissed;
	const others = overview && othersDone(overview);
	const isStarted = others ? Object.values(others).every(Boolean) : false;
	const factors = useQuery({
		queryKey: factorsKey,
		queryFn: ({ signal }) => client.secondFactors.list({}, { signal }),
		enabled: isHere && others !== undefined && whoami.user?.kind === "human",
	});
	const isSafe = (factors.data?.data.length ?? 0) > 0;
	const done = { ...others, second_factor: isSafe };
	const steps = order
		.filter((name) => name !== "tenant" || home.kind === "provider")
		.filter((name) => may(operations[name] ?? "whoami.get"))
		.map((name) => ({ name, isDone: done[name] ?? false }));
	return {
		isShown:
			isHere &&
			others !== undefined &&
			!(isStarted && (isSafe || factors.isPending)) &&
			steps.some(({ isDone }) => !isDone),
		steps,
		dismiss: () => setDismissed(true),
	};
}

const order: readonly StepName[] = [
	"tenant",
	"key",
	"endpoint",
	"colleague",
	"second_factor",
];

function othersDone({ stats, keys, endpoints, users, setup_keys }: Overview) {
	return {
		tenant: (stats?.tenants ?? 0) > 0,
		key: keys.total > 0,
		endpoint: endpoints.total > 0 || setup_keys.total > 0,
		colleague: users.people > 1,
	};
}

/** Kept in this browser: it is about what somebody wants to see. */
function useDismissed(account: string) {
	const key = `reeve.first-steps.${account}`;
	const [isDismissed, setDismissed] = useState(() => {
		try {
			return localStorage.getItem(key) !== null;
		} catch {
			return false;
		}
	});
	const dismiss = (value: true) => {
		setDismissed(value);
		try {
			localStorage.setItem(key, "dismissed");
		} catch {
			// Then it comes back with the next visit.
		}
	};
	return [isDismissed, dismiss] as const;
}
