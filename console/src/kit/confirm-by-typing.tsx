import { TextField } from "./text-field.tsx";

export interface ConfirmByTypingProps {
	/** What must be typed, exactly: mostly the name of what goes. */
	phrase: string;
	value: string;
	onChange: (value: string) => void;
}

/** Asks to type a name before something that cannot be brought back. `ConfirmDialog` has it built in. */
export function ConfirmByTyping({
	phrase,
	value,
	onChange,
}: ConfirmByTypingProps) {
	return (
		<TextField
			label={
				<span>
					Type <b>{phrase}</b> to confirm
				</span>
			}
			value={value}
			onChange={onChange}
		/>
	);
}
