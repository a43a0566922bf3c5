import Fingerprint from "lucide-react/icons/fingerprint-pattern";
import Smartphone from "lucide-react/icons/smartphone";
import { useState } from "react";
import type { SecondFactor } from "../../../../generated/client.ts";
import { useWrite } from "../../app/use-write.ts";
import { Time } from "../../format/time.tsx";
import { Button } from "../../kit/button.tsx";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import classes from "./profile.module.css";

type Factor = SecondFactor["data"][number];

const kindWords = { totp: "Authenticator app", passkey: "Passkey" };

/** One thing to sign in with. */
export function FactorRow({
	factor,
	isLast,
}: {
	factor: Factor;
	isLast: boolean;
}) {
	const [isRemoving, setRemoving] = useState(false);
	const { name, kind, backed_up } = factor;
	const Icon = kind === "totp" ? Smartphone : Fingerprint;
	return (
		<li className={classes.row}>
			<Icon className={classes.icon} aria-hidden="true" />
			<div className={classes.words}>
				<p className={classes.name}>{name}</p>
				<p className={classes.facts}>
					{name === kindWords[kind] ? null : <span>{kindWords[kind]}</span>}
					{backed_up ? <span>On your other devices too</span> : null}
					<span>
						Added <Time value={factor.created_at} />
					</span>
					<span>
						{factor.last_used_at ? (
							<>
								Used <Time value={factor.last_used_at} />
							</>
						) : (
							"Not used yet"
						)}
					</span>
				</p>
			</div>
			<Button
				variant="dangerQuiet"
				aria-label={`Remove ${name}`}
				onClick={() => setRemoving(true)}
			>
				Remove
			</Button>
			<RemoveFactor
				factor={factor}
				isLast={isLast}
				isOpen={isRemoving}
				onClose={() => setRemoving(false)}
			/>
		</li>
	);
}

function RemoveFactor({
	factor: { id, name },
	isLast,
	isOpen,
	onClose,
}: {
	factor: Factor;
	isLast: boolean;
	isOpen: boolean;
	onClose: () => void;
}) {
	const write = useWrite({
		call: ({ client }) => client.secondFactors.delete({ id }),
		changes: ["second_factors"],
		done: "Second factor removed",
		quiet: true,
	});
	return (
		<ConfirmDialog
			open={isOpen}
			onClose={onClose}
			title={`Remove “${name}”?`}
			action="Remove"
			onConfirm={() => write.mutateAsync(undefined)}
		>
			{isLast
				? "It is your last one. Your recovery codes go with it, and your password alone opens your account."
				: "You can no longer sign in with it. Your other factors stay."}
		</ConfirmDialog>
	);
}
