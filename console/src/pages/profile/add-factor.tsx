import Fingerprint from "lucide-react/icons/fingerprint-pattern";
import Smartphone from "lucide-react/icons/smartphone";
import { useState } from "react";
import type { SecondFactorBeginTotpAnswer } from "../../../../generated/client.ts";
import { useWrite } from "../../app/use-write.ts";
import { Button } from "../../kit/button.tsx";
import { toast } from "../../kit/toast.ts";
import { passkeysWork } from "../second-factors/passkeys.ts";
import { AddApp } from "./add-app.tsx";
import { AddPasskey } from "./add-passkey.tsx";

type Open =
	| { dialog: "app"; begun: SecondFactorBeginTotpAnswer }
	| { dialog: "passkey" }
	| undefined;

/** The buttons that add a second factor, and their dialogs. */
export function AddFactor({
	onCodes,
}: {
	onCodes: (codes: readonly string[]) => void;
}) {
	const [open, setOpen] = useState<Open>();
	const begin = useWrite({
		call: ({ client }) => client.secondFactors.beginTotp(),
		changes: [],
		onDone: (begun) => setOpen({ dialog: "app", begun }),
	});
	const close = () => setOpen(undefined);
	const done = (codes: readonly string[] | null) => {
		close();
		if (codes) onCodes(codes);
		else toast.success("Second factor added");
	};
	return (
		<>
			<Button
				icon={<Smartphone aria-hidden="true" />}
				pending={begin.isPending}
				onClick={() => begin.mutate(undefined)}
			>
				Add an app
			</Button>
			{passkeysWork() ? (
				<Button
					icon={<Fingerprint aria-hidden="true" />}
					onClick={() => setOpen({ dialog: "passkey" })}
				>
					Add a passkey
				</Button>
			) : null}
			{open?.dialog === "app" ? (
				<AddApp begun={open.begun} onDone={done} onClose={close} />
			) : null}
			{open?.dialog === "passkey" ? (
				<AddPasskey onDone={done} onClose={close} />
			) : null}
		</>
	);
}
