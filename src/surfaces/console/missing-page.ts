/** What is at `/` when the console was not built. No style and no script: the policy allows none inline. */
export const missingPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Reeve</title>
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>The console is not built</h1>
<p>The server runs and its API answers; only the pages are missing. On the server, <code>npm ci</code> and then <code>npm run build</code> make them; then reload this page. What went wrong stands in what <code>npm start</code> printed.</p>
<p><a href="/docs">API reference</a></p>
</main>
</body>
</html>
`;
