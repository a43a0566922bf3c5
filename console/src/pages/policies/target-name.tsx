import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import { type RuleTarget, targetSource, targetText } from "./rule-target.ts";

/** The name of a resource or an endpoint that a rule names. */
export function TargetName({
	target,
	account,
}: {
	target: RuleTarget;
	/** Where it lies; the account of the URL unless said. */
	account?: string | undefined;
}) {
	const { client, clientOf, accountParam } = useReeve();
	const text = targetText(target);
	const { data, isError } = useQuery({
		queryKey: [accountParam, "rule_targets", "name", text],
		queryFn: () =>
			targetSource.named(account ? clientOf(account) : client, text),
		retry: false,
	});
	return isError ? "something that is gone" : (data ?? "…");
}
