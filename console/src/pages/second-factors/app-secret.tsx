import { CopyButton } from "../../kit/copy-button.tsx";
import { QrCode } from "../../kit/qr-code.tsx";
import classes from "./second-factors.module.css";

/** What an authenticator app must know: to scan, or to type where there is no camera. */
export function AppSecret({ secret, url }: { secret: string; url: string }) {
	return (
		<div className={classes.app}>
			<QrCode text={url} label="QR code for the authenticator app" />
			<div className={classes.typed}>
				<p>
					Scan the code with an authenticator app: Google Authenticator, Aegis,
					1Password, or any other.
				</p>
				<p className={classes.muted}>No camera? Type this into the app:</p>
				<p className={classes.secret}>
					<code>{secret.replaceAll(/.{4}(?=.)/g, "$& ")}</code>
					<CopyButton text={secret} label="Copy secret" />
				</p>
			</div>
		</div>
	);
}
