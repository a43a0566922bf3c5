import ShieldAlert from "lucide-react/icons/shield-alert";
import ShieldCheck from "lucide-react/icons/shield-check";
import ShieldQuestion from "lucide-react/icons/shield-question-mark";
import { type ReactNode, useState } from "react";
import { formatPercent } from "../../format/numbers.ts";
import { Badge, type BadgeKind } from "../../kit/badge.tsx";
import { Spinner } from "../../kit/spinner.tsx";
import classes from "./audit.module.css";
import { ChainDialog } from "./chain-dialog.tsx";
import { faultPlace } from "./fault-words.ts";
import { type RunningCheck, useChainCheck } from "./use-chain-check.ts";

/** Whether nobody touched the log since it was written: checked while one looks, told in a few words, more on a press. */
export function ChainBadge() {
	const check = useChainCheck();
	const [isOpen, setOpen] = useState(false);
	const { kind, icon, words } = stateOf(check);
	return (
		<>
			<button
				type="button"
				className={classes.chain}
				aria-haspopup="dialog"
				onClick={() => setOpen(true)}
			>
				<Badge kind={kind} icon={icon}>
					{words}
				</Badge>
			</button>
			<ChainDialog check={check} open={isOpen} onClose={() => setOpen(false)} />
		</>
	);
}

function stateOf({ now, error, isRunning }: RunningCheck): {
	kind: BadgeKind;
	icon: ReactNode;
	words: string;
} {
	if (now?.fault)
		return {
			kind: "danger",
			icon: <ShieldAlert aria-hidden="true" />,
			words: `Chain broken ${faultPlace(now.fault)}`.trim(),
		};
	if (error)
		return {
			kind: "warning",
			icon: <ShieldQuestion aria-hidden="true" />,
			words: "Chain not verified",
		};
	if (isRunning) {
		const share = now ? now.checkedTo / Math.max(1, now.head.sequence) : 0;
		const percent = formatPercent(Math.floor(share * 100) / 100);
		return {
			kind: "neutral",
			icon: <Spinner size={12} />,
			words: now ? `Verifying… ${percent}` : "Verifying…",
		};
	}
	return {
		kind: "success",
		icon: <ShieldCheck aria-hidden="true" />,
		words: "Chain verified",
	};
}
