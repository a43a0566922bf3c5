import { useState } from "react";
import { useWrite } from "../../app/use-write.ts";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { StatusDot } from "../../kit/status-dot.tsx";
import classes from "./profile.module.css";

const FEW = 3;

/** How many codes for the day on which the phone is lost are still good, and new ones. */
export function RecoveryCodesLeft({
	left,
	onCodes,
}: {
	left: number;
	onCodes: (codes: readonly string[]) => void;
}) {
	const [isAsking, setAsking] = useState(false);
	const write = useWrite({
		call: ({ client }) => client.secondFactors.renewRecoveryCodes(),
		changes: ["second_factors"],
		quiet: true,
		onDone: ({ recovery_codes }) => onCodes(recovery_codes),
	});
	return (
		<div className={classes.codes}>
			<StatusDot
				kind={left === 0 ? "danger" : left <= FEW ? "warning" : "success"}
			>
				{left === 0
					? "No recovery code left"
					: `${countOf(left, "recovery code")} left`}
			</StatusDot>
			<Button onClick={() => setAsking(true)}>New recovery codes</Button>
			<ConfirmDialog
				open={isAsking}
				onClose={() => setAsking(false)}
				title="Make new recovery codes?"
				action="Make new codes"
				harmless
				onConfirm={() => write.mutateAsync(undefined)}
			>
				The ones you have now will open nothing any more.
			</ConfirmDialog>
		</div>
	);
}
