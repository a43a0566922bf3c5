/** The modules of a QR code: dark or light, and whether they belong to its fixed patterns. */
export interface Grid {
	size: number;
	dark: boolean[][];
	fixed: boolean[][];
}

export function emptyGrid(version: number): Grid {
	const size = 17 + 4 * version;
	const rows = () =>
		Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
	return { size, dark: rows(), fixed: rows() };
}

export function isDark(grid: Grid, x: number, y: number): boolean {
	return grid.dark[y]?.[x] ?? false;
}

export function isFixed(grid: Grid, x: number, y: number): boolean {
	return grid.fixed[y]?.[x] ?? false;
}

export function setDark(grid: Grid, x: number, y: number, dark: boolean): void {
	const row = grid.dark[y];
	if (row && x >= 0 && x < grid.size) row[x] = dark;
}

/** Sets a module of a fixed pattern; what lies outside is left out. */
export function setFixed(
	grid: Grid,
	x: number,
	y: number,
	dark: boolean,
): void {
	const row = grid.fixed[y];
	if (!row || x < 0 || x >= grid.size) return;
	row[x] = true;
	setDark(grid, x, y, dark);
}
