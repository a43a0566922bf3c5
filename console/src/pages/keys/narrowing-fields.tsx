import ChevronRight from "lucide-react/icons/chevron-right";
import { useState } from "react";
import { useReeve } from "../../app/reeve.tsx";
import type { Form } from "../../form/form-state.ts";
import { Checkbox } from "../../kit/checkbox.tsx";
import { TagField } from "../../kit/tag-field.tsx";
import type { KeyDraft } from "./key-draft.ts";
import classes from "./key-form.module.css";
import { TenantsField } from "./tenants-field.tsx";

/** How a key is narrowed besides its access: where from, into which tenants. Folded away until it is wanted. */
export function NarrowingFields({ form }: { form: Form<KeyDraft> }) {
	const { account, may } = useReeve();
	const isProvider = account.kind === "provider";
	const [isOpen, setOpen] = useState(() => isNarrowed(form.values));
	const isFaulty = fields.some((name) => form.errors[name] !== undefined);
	return (
		<details
			className={classes.further}
			open={isOpen || isFaulty}
			onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
		>
			<summary className={classes.summary}>
				<ChevronRight aria-hidden="true" />
				Limit further
				<span className={classes.summaryNote}>
					{isProvider ? "addresses, tenants" : "addresses"}
				</span>
			</summary>
			<div className={classes.furtherFields}>
				<TagField
					label="Allowed addresses"
					optional
					placeholder="203.0.113.7 or 198.51.100.0/24"
					description="IP addresses or ranges it may be used from. None: from anywhere."
					maxItems={10}
					{...form.field("allowed_addresses")}
				/>
				{isProvider && may("tenants.list") ? (
					<TenantsField {...form.field("tenants")} />
				) : null}
				{isProvider ? (
					<Checkbox
						label="Insist on an explicit account"
						description="Calls that name no account (?account=…) are refused, so that nothing meant for a tenant happens at home by mistake."
						{...form.field("require_account")}
					/>
				) : null}
			</div>
		</details>
	);
}

const fields = ["allowed_addresses", "tenants", "require_account"] as const;

function isNarrowed(draft: KeyDraft): boolean {
	return (
		draft.allowed_addresses.length > 0 ||
		draft.tenants.length > 0 ||
		draft.require_account
	);
}
