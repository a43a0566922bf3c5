/** Names that are not the operations' own in other letters. */
const special: Record<string, string> = {
	first_name: "firstname",
	last_name: "lastname",
	license_type: "licenseType",
	street_address2: "streetAddress2",
	addon_cdfw_l7: "addonCdfwL7",
};

/** Words of an operation's message that name its fields, as this wire spells them: `ip_address` → `ipAddress`. */
export function inWireNames(text: string): string {
	return text.replaceAll(
		/\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/g,
		(name) =>
			special[name] ??
			name.replaceAll(/_([a-z0-9])/g, (_all, letter: string) =>
				letter.toUpperCase(),
			),
	);
}
