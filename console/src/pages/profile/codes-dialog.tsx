import { Dialog } from "../../kit/dialog.tsx";
import { RecoveryCodes } from "../second-factors/recovery-codes.tsx";

/** New recovery codes. It stays until the person has them: nobody can show them again. */
export function CodesDialog({
	codes,
	onKept,
}: {
	codes: readonly string[];
	onKept: () => void;
}) {
	return (
		<Dialog
			open
			onClose={() => undefined}
			title="Recovery codes"
			description="Each lets you in once if you lose your second factor."
			keepOnOutsidePress
			hideClose
		>
			<RecoveryCodes codes={codes} action="Done" onKept={onKept} />
		</Dialog>
	);
}
