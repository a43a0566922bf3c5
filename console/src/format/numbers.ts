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

const BYTE_UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** In powers of 1024: `1.5 MiB`. */
export function formatBytes(bytes: number): string {
	let value = bytes;
	let unit = 0;
	while (Math.abs(value) >= 1_024 && unit < BYTE_UNITS.length - 1) {
		value /= 1_024;
		unit += 1;
	}
	const digits = unit === 0 || Math.abs(value) >= 100 ? 0 : 1;
	return `${value.toFixed(digits)} ${BYTE_UNITS[unit]}`;
}
