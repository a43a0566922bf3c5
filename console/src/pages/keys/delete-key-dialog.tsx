import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Key } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { listOf } from "../../format/lists.ts";
import { countOf } from "../../format/plurals.ts";
import { Time } from "../../format/time.tsx";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { TextField } from "../../kit/text-field.tsx";
import classes from "./keys.module.css";
import { LOOK_BACK_DAYS, lookBackSince } from "./look-back.ts";

/** Asks before a key goes: says what will stop working, and wants its name typed. */
export function DeleteKeyDialog({
	apiKey,
	open,
	onClose,
	leave,
}: {
	apiKey: Key;
	open: boolean;
	onClose: () => void;
	/** From the page of the key itself: where to go. */
	leave?: (() => Promise<void>) | undefined;
}) {
	const { id, account_id, name } = apiKey;
	const [why, setWhy] = useState("");
	const write = useWrite({
		call: ({ clientOf }) => {
			const reason = why.trim();
			const options = reason === "" ? {} : { reason };
			return clientOf(account_id).keys.delete({ id }, options);
		},
		changes: ["keys"],
		done: "Key deleted",
		quiet: true,
		leave,
	});
	return (
		<ConfirmDialog
			open={open}
			onClose={onClose}
			title={`Delete “${name}”?`}
			action="Delete key"
			typeToConfirm={name}
			onConfirm={() => write.mutateAsync(undefined)}
		>
			<LastUses apiKey={apiKey} />
			<p>Deleting cannot be undone. Disabling can.</p>
			<TextField
				label="Why?"
				optional
				maxLength={500}
				description="Kept in the audit log."
				value={why}
				onChange={setWhy}
			/>
		</ConfirmDialog>
	);
}

const SHOWN_MAX = 4;

/** What the key was used for of late: that is what stops. */
function LastUses({ apiKey }: { apiKey: Key }) {
	const { clientOf, accountParam, may } = useReeve();
	const { id, account_id } = apiKey;
	const isAsked = may("keys.usage");
	const { data, isPending, isError } = useQuery({
		queryKey: [accountParam, "key_usage", id, LOOK_BACK_DAYS],
		queryFn: ({ signal }) =>
			clientOf(account_id).keys.usage(
				{ id, since: lookBackSince() },
				{ signal },
			),
		enabled: isAsked,
	});
	if (isAsked && isPending) return <SkeletonLines lines={2} />;
	if (!isAsked || isError || !data)
		return <p>Whatever uses it stops working at once.</p>;
	if (data.calls === 0)
		return (
			<p>
				Nothing has used it in the last {LOOK_BACK_DAYS} days.{" "}
				{apiKey.last_used_at === null ? null : (
					<>
						It was last used <Time value={apiKey.last_used_at} />.
					</>
				)}
			</p>
		);
	const addresses = data.addresses
		.map(({ address }) => address)
		.filter(Boolean);
	return (
		<>
			<p>
				<b>This stops working at once:</b> {countOf(data.calls, "call")} in the
				last {LOOK_BACK_DAYS} days, the last{" "}
				<Time value={apiKey.last_used_at} />
				{addresses.length > 0 ? `, from ${listOf(addresses, SHOWN_MAX)}` : null}
				.
			</p>
			<ul className={classes.uses}>
				{data.operations.slice(0, SHOWN_MAX).map(({ operation, calls }) => (
					<li key={operation}>
						<code>{operation}</code> · {countOf(calls, "call")}
					</li>
				))}
				{data.operations.length > SHOWN_MAX ? (
					<li>
						and {countOf(data.operations.length - SHOWN_MAX, "other operation")}
					</li>
				) : null}
			</ul>
		</>
	);
}
