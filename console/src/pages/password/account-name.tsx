import { TextField } from "../../kit/text-field.tsx";

/** Whose password is chosen. A field, so that a password manager keeps the two together; it cannot be changed. */
export function AccountName({ email }: { email: string }) {
	return (
		<TextField
			label="E-mail address"
			type="email"
			autoComplete="username"
			size="large"
			name="email"
			value={email}
			onChange={() => undefined}
			readOnly
		/>
	);
}
