import type { SecondFactorBeginTotpAnswer } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { useForm } from "../../form/use-form.ts";
import { TextField } from "../../kit/text-field.tsx";
import { AppSecret } from "../second-factors/app-secret.tsx";
import { CodeField, missingDigits } from "../second-factors/code-field.tsx";

/** Enrols an authenticator app: scan, name it, prove it by a code. */
export function AddApp({
	begun,
	onDone,
	onClose,
}: {
	begun: SecondFactorBeginTotpAnswer;
	onDone: (codes: readonly string[] | null) => void;
	onClose: () => void;
}) {
	const { client } = useReeve();
	const form = useForm({
		initial: { name: "Authenticator app", code: "" },
		check: missingDigits,
		submit: (values, options) =>
			client.secondFactors.confirmTotp(values, options),
		changes: ["second_factors"],
		onDone: ({ recovery_codes }) => onDone(recovery_codes),
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title="Add an authenticator app"
			action="Add app"
		>
			<AppSecret {...begun} />
			<CodeField field={form.field("code")} />
			<TextField
				label="Name"
				description="To tell it from others."
				{...form.field("name")}
			/>
		</FormDialog>
	);
}
