import { Dialog as Base } from "@base-ui/react/dialog";
import X from "lucide-react/icons/x";
import type { ReactNode } from "react";
import classes from "./dialog.module.css";
import { IconButton } from "./icon-button.tsx";

export interface DialogHeaderProps {
	title: ReactNode;
	description?: ReactNode;
	hideClose?: boolean | undefined;
}

/** Title, description and cross of a dialog or a drawer. */
export function DialogHeader({
	title,
	description,
	hideClose,
}: DialogHeaderProps) {
	return (
		<div className={classes.header}>
			<div className={classes.heading}>
				<Base.Title className={classes.title}>{title}</Base.Title>
				{description ? (
					<Base.Description className={classes.description}>
						{description}
					</Base.Description>
				) : null}
			</div>
			{hideClose ? null : (
				<Base.Close
					render={
						<IconButton
							label="Close"
							hideWords
							icon={<X aria-hidden="true" />}
						/>
					}
				/>
			)}
		</div>
	);
}
