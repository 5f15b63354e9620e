"""Where things stand on the site: the one file to change when templates change."""

# Selectors of what the tests use. A feature that is not on the page is skipped with "not built yet",
# unless it is promised below.
SELECTORS = {
    "claim link": "main a[href*='claims/']:not([href$='claims/index.html'])",
    "source link": "main a[href*='sources/']:not([href$='sources/index.html'])",
    "style sheet": "link[rel=stylesheet]",
    "citation": "main .citations a[id]",
    "citation preview": "#preview, [role=tooltip]",
    "search field": "#search input[type=search]",
    "search filter": "#search select[data-filter]",
    "search result": "#results a[data-field=title]",
    "text fragment": "a[href*=':~:text=']",
    "claim note": "sup.claim-note",
    "ruling": ".head-ruling .badge",
    "passage": ".quotation blockquote, blockquote",
    "figure": "figure.medium",
    "role": ".medium .role",
    "mark": ".mark",
    "cover": "details.covered",
}

# Files and folders of features, relative to the site.
PLACES = {
    "home": "index.html",
    "not found": "404.html",
    "search page": "search/index.html",
    "sitemap": "sitemap.xml",
    "feeds": "feeds",
    "claim reviews": "claimreview.json",
    "claims as JSON": "data/claims.json",
    "claims as CSV": "data/claims.csv",
    "schema of claims": "data/claims.schema.json",
    "cards": "embed",
}

# Features that are there: their absence is a failure, never a skip.
PROMISED = {
    "home",
    "not found",
    "claim link",
    "source link",
    "style sheet",
    "structured data",
    "citation",
    "citation preview",
    "search page",
    "search filter",
    "cards",
    "passage",
    "text fragment",
    "sitemap",
    "feeds",
    "claim reviews",
    "claims as JSON",
    "claims as CSV",
    "schema of claims",
}

# Looks in which every kind of page is tried.
SCHEMES = ["light", "dark"]
WIDTHS = {"narrow": 360, "wide": 1440}
