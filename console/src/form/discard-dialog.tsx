import { Button } from "../kit/button.tsx";
import { Dialog } from "../kit/dialog.tsx";

/** Asks before what was typed is lost. The forms use it. */
export function DiscardDialog({
	open,
	onStay,
	onDiscard,
}: {
	open: boolean;
	onStay: () => void;
	onDiscard: () => void;
}) {
	return (
		<Dialog
			open={open}
			onClose={onStay}
			title="Discard what you changed?"
			description="It has not been saved."
			size="small"
			footer={
				<>
					<Button onClick={onStay}>Keep editing</Button>
					<Button variant="danger" onClick={onDiscard}>
						Discard
					</Button>
				</>
			}
		/>
	);
}
