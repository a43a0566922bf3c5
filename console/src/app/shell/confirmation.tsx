import { lazy, Suspense, useEffect } from "react";
import { answerConfirmation, useIsConfirming } from "../confirmation.ts";

const ConfirmYou = lazy(async () => ({
	default: (await import("./confirm-you.tsx")).ConfirmYou,
}));

/** Shows "Confirm that it is you" when a call was refused for want of it. Whoever leaves has not confirmed. */
export function Confirmation() {
	const isConfirming = useIsConfirming();
	useEffect(() => () => answerConfirmation(false), []);
	return isConfirming ? (
		<Suspense>
			<ConfirmYou />
		</Suspense>
	) : null;
}
