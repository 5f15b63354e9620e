/// The page that the preview shows while there is no site.
enum WaitingPage {
    static let html = Array(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>No site yet</title>
        </head>
        <body>
        <main>
        <h1>There is no site to show yet</h1>
        <p>The newsroom's settings, <code>content/site.yaml</code>, are missing or cannot be used. This page loads again as soon as they can.</p>
        </main>
        </body>
        </html>

        """.utf8
    )
}
