const whole = new Intl.NumberFormat("en");
const short = new Intl.NumberFormat("en", {
	notation: "compact",
	maximumFractionDigits: 1,
});
const percent = new Intl.NumberFormat("en", {
	style: "percent",
	maximumFractionDigits: 1,
});

/** With separators: `12,408`. */
export function formatNumber(value: number): string {
	return whole.format(value);
}

/** For tiles and axes, where room is small: `12.4K`. */
export function formatCompact(value: number): string {
	return short.format(value);
}

/** A share of 1: `0.125` is `12.5%`. */
export function formatPercent(share: number): string {
	return percent.format(share);
}
