import { useState } from "react";
import { formatNumber } from "../format/numbers.ts";
import { Banner } from "../kit/banner.tsx";
import { Button } from "../kit/button.tsx";
import type { BulkState } from "./bulk-runner.ts";

/** Offers to go on with what a closed page left undone. */
export function BulkLeft({
	left,
	doing,
	onGoOn,
	onForget,
}: {
	left: BulkState | undefined;
	doing: string;
	onGoOn: (state: BulkState) => void;
	onForget: () => void;
}) {
	const [isForgotten, setForgotten] = useState(false);
	if (!left || isForgotten) return null;
	const whole = left.left.length + left.doneCount + left.failed.length;
	return (
		<Banner
			kind="warning"
			title={`${doing} was interrupted`}
			action={
				<>
					<Button onClick={() => onGoOn(left)}>Go on</Button>{" "}
					<Button
						variant="quiet"
						onClick={() => {
							onForget();
							setForgotten(true);
						}}
					>
						Leave it
					</Button>
				</>
			}
		>
			{formatNumber(left.left.length)} of {formatNumber(whole)} are left.
		</Banner>
	);
}
