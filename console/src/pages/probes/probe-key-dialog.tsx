import { CodeBlock } from "../../kit/code-block.tsx";
import { SecretOnceDialog } from "../../kit/secret-once-dialog.tsx";

/** Shows the key of a probe this once, with the call that says it is alive. */
export function ProbeKeyDialog({
	title,
	secret,
	onClose,
}: {
	title: string;
	secret: string;
	onClose: () => void;
}) {
	return (
		<SecretOnceDialog
			title={title}
			label="Probe key"
			secret={secret}
			onClose={onClose}
		>
			<CodeBlock
				label="What the probe sends every minute"
				code={checkInLine(secret)}
				wrap
			/>
		</SecretOnceDialog>
	);
}

function checkInLine(secret: string): string {
	return [
		"curl -X POST",
		`-H 'Authorization: Bearer ${secret}'`,
		"-H 'Content-Type: application/json'",
		`-d '{"platform":"linux"}'`,
		`'${location.origin}/api/v1/probes/check-in'`,
	].join(" ");
}
