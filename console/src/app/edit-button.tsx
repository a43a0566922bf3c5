import { type ReactNode, useState } from "react";
import { Button } from "../kit/button.tsx";
import { useReeve } from "./reeve.tsx";

export interface EditButtonProps {
	/** What the person must be allowed: "networks.update". Without that there is no button. */
	operation: string;
	/** The form, which closes itself by `close`. */
	children: (close: () => void) => ReactNode;
}

/** Opens the form that changes the thing that a page shows. */
export function EditButton({ operation, children }: EditButtonProps) {
	const { may } = useReeve();
	const [isEditing, setEditing] = useState(false);
	if (!may(operation)) return null;
	return (
		<>
			<Button onClick={() => setEditing(true)}>Edit</Button>
			{isEditing ? children(() => setEditing(false)) : null}
		</>
	);
}
