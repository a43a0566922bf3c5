/** Class names as the bundler renames them, by the name that the file gives. */
declare module "*.module.css" {
	const classes: Readonly<Record<string, string>>;
	export default classes;
}

declare module "*.css";
