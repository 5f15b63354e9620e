import Testing

/// A way to break the repository's own newsroom, and what `assay check` must say of it.
struct BrokenCopy: Sendable, CustomTestStringConvertible {
    /// The one rule that must fire.
    let rule: String
    /// The file that it must point at.
    let file: String
    /// A part of the line that it must point at.
    let line: String
    /// The changes to the copy, in order.
    let changes: [Change]

    var testDescription: String { rule }

    /// A change to one file.
    struct Change: Sendable {
        let file: String
        /// The text to replace, everywhere; nil writes the whole file.
        let old: String?
        let new: String
    }

    init(_ rule: String, in file: String, at line: String, _ changes: [Change]) {
        self.rule = rule
        self.file = file
        self.line = line
        self.changes = changes
    }

    /// Makes a break that is found in the file in which it is made.
    init(_ rule: String, in file: String, at line: String, replacing old: String, with new: String) {
        self.init(rule, in: file, at: line, [Change(file: file, old: old, new: new)])
    }
}

extension BrokenCopy {
    /// The breaks, one for each rule of warning severity.
    ///
    /// The rules `stale-sign-off`, `earlier-form`, `renamed-reviewer`, `ignored-field` and `unread-signer` need journals,
    /// `stamp-without-root` needs a time stamp, and they have tests of their own.
    static let all = evidence + wording + markup + settings + media

    private static let warning = "content/verdicts/ukraine-warned-major-attack.md"
    private static let warningClaim = "content/claims/ukraine-warned-major-attack.md"
    private static let terrorism = "content/verdicts/putin-anti-terrorism-working-group.md"
    private static let escalation = "content/verdicts/2017-assessment-escalation-sources.md"
    private static let french = "content/verdicts/russia-interfered-french-election.md"
    private static let absence = "content/verdicts/no-sign-when-group-set-up.md"
    private static let brexit = "content/verdicts/russia-interfered-brexit-referendum.md"
    private static let brexitClaim = "content/claims/russia-interfered-brexit-referendum.md"
    private static let experts = "content/claims/credentials-of-quoted-experts.md"
    private static let assessment = "content/sources/odni-ica-2017-01d.md"
    private static let wired = "content/sources/wired-notpetya.md"
    private static let british = "content/verdicts/uk-preparing-infrastructure-attack.md"
    private static let spyChiefs = "content/sources/telegraph-uk-must-prepare.md"
    private static let bears = "content/sources/crowdstrike-bears-midst.md"
    private static let about = "content/pages/about.md"
    private static let funding = "content/pages/funding.md"
    private static let site = "content/site.yaml"
    private static let words = "templates/strings/es.yaml"
    private static let seed = "seeds/techcrunch-helsinki.md"

    private static let evidence = [
        BrokenCopy(
            "cited-source-without-reading",
            in: wired,
            at: "title:",
            replacing: "read-in:",
            with: "language: en\n# "
        ),
        BrokenCopy(
            "duplicate-evidence",
            in: warning,
            at: "rferl-demedyuk-warning",
            replacing: "would-change:",
            with: "  - {source: rferl-demedyuk-warning, stance: supports, shows: Again.}\nwould-change:"
        ),
        BrokenCopy(
            "evidence-never-cited",
            in: brexit,
            at: "source: hansard-isc-russia-report",
            replacing: "[@hansard-isc-russia-report]",
            with: ""
        ),
        BrokenCopy(
            "ruling-against-evidence",
            in: warning,
            at: "ruling:",
            replacing: "ruling: true",
            with: "ruling: false"
        ),
        BrokenCopy(
            "single-lineage",
            in: terrorism,
            at: "ruling:",
            replacing: "single-lineage-reason:",
            with: "counter-example:"
        ),
        BrokenCopy(
            "unread-evidence-alone",
            in: "content/verdicts/credentials-of-quoted-experts.md",
            at: "ruling:",
            [
                "sc-media-moriuchi", "muhlenberg-hacker-hunter", "penn-biden-center-carpenter",
                "defenseone-carpenter",
            ].map {
                Change(file: "content/sources/\($0).md", old: "checked: read", new: "checked: partly")
            }
        ),
        BrokenCopy(
            "source-dead-not-archived",
            in: assessment,
            at: "status: dead",
            replacing: "also-at:",
            with: "authors:"
        ),
        BrokenCopy(
            "source-withdrawn",
            in: british,
            at: "source: telegraph-uk-must-prepare",
            [Change(file: spyChiefs, old: "checked: read", new: "checked: read\nstatus: withdrawn")]
        ),
        BrokenCopy(
            "ruling-on-withdrawn-source",
            in: "content/verdicts/crowdstrike-lists-russia-adversary.md",
            at: "source: cnn-fox17-dnc-hack",
            [Change(file: bears, old: "checked: cited", new: "checked: cited\nstatus: withdrawn")]
        ),
    ]

    private static let wording = [
        BrokenCopy(
            "absolute-wording",
            in: absence,
            at: "ruling:",
            replacing: "counter-example:",
            with: "single-lineage-reason:"
        ),
        BrokenCopy(
            "ambiguous-quote",
            in: experts,
            at: "quote: cybersecurity",
            replacing:
                "quote: Michael Carpenter, a former top Defense Department official overseeing Russia and Eurasia",
            with: "quote: cybersecurity"
        ),
        BrokenCopy(
            "claim-without-appearance",
            in: warningClaim,
            at: "statement:",
            replacing: """
                appearances:
                  - article: vice-helsinki
                    quote: Officials in Ukraine recently warned that Russian hackers were preparing for a major cyberattack
                    locator: P19

                """,
            with: ""
        ),
        BrokenCopy(
            "future-date",
            in: wired,
            at: "published: 2918",
            replacing: "published: 2018",
            with: "published: 2918"
        ),
        BrokenCopy(
            "omitted-qualifier",
            in: warningClaim,
            at: "[...] major cyberattack",
            [
                Change(
                    file: warningClaim,
                    old: "warned that Russian hackers were preparing for a major cyberattack",
                    new: "warned that Russian hackers were [...] major cyberattack"
                ),
                Change(
                    file: "seeds/vice-helsinki.md",
                    old: "hackers were preparing for a major cyberattack",
                    new: "hackers were not preparing for a major cyberattack"
                ),
            ]
        ),
        BrokenCopy(
            "heading-order",
            in: warning,
            at: "### The security service",
            replacing: "## The security service",
            with: "### The security service"
        ),
        BrokenCopy(
            "link-to-draft",
            in: brexitClaim,
            at: "claim:russia-interfered-french-election",
            [Change(file: french, old: "published:", new: "#")]
        ),
        BrokenCopy(
            "malformed-citation",
            in: about,
            at: "[@",
            replacing: "## More",
            with: "As others say [@odni-ica-2017-01d p. 4].\n\n## More"
        ),
        BrokenCopy(
            "malformed-table",
            in: about,
            at: "| Year |",
            replacing: "## More",
            with: "The cases:\n| Year | Cases |\n| ---- | ----- |\n| 2018 | 12 |\n\n## More"
        ),
        BrokenCopy(
            "missing-alt-text",
            in: about,
            at: "![]",
            replacing: "## More",
            with: "![](../../assets/image.png)\n\n## More"
        ),
        BrokenCopy(
            "quote-too-long",
            in: seed,
            at: "> worst-case scenario outcome",
            replacing: "> worst-case scenario outcome",
            with: "> worst-case scenario outcome" + String(repeating: " and so on", count: 13)
        ),
        BrokenCopy(
            "raw-html-dropped",
            in: about,
            at: "<b>",
            replacing: "## More",
            with: "A <b>loud</b> word.\n\n## More"
        ),
        BrokenCopy(
            "review-overdue",
            in: escalation,
            at: "review-by:",
            replacing: "review-by: 20",
            with: "review-by: 2026-11-30 # "
        ),
        BrokenCopy(
            "stray-link-definition",
            in: about,
            at: "[Mayor]: Yes.",
            replacing: "## More",
            with: "[Mayor]: Yes.\n\n## More"
        ),
        BrokenCopy(
            "statement-repeats-rating",
            in: brexitClaim,
            at: "statement:",
            replacing: "statement: ",
            with: "statement: Unproven – "
        ),
    ]

    private static let markup = [
        BrokenCopy(
            "taken-as-markup",
            in: seed,
            at: "5*3",
            replacing: "> worst-case scenario outcome",
            with: "> They paid 5*3 and 4*2.\n\n> worst-case scenario outcome"
        ),
        BrokenCopy(
            "unsupported-markdown",
            in: about,
            at: "[^1]",
            replacing: "## More",
            with: "A note.[^1]\n\n## More"
        ),
    ]

    private static let settings = [
        BrokenCopy(
            "static-page-style",
            in: "static/report.html",
            at: "<style>",
            [
                Change(
                    file: "static/report.html",
                    old: nil,
                    new: "<!doctype html>\n<title>Report</title>\n<style>h1 { color: teal }</style>\n"
                )
            ]
        ),
        BrokenCopy(
            "label-repeats-word",
            in: site,
            at: "id: mostly-false",
            replacing: "label: Mostly false",
            with: "label: \"Rating: mostly false\""
        ),
        BrokenCopy(
            "accent-contrast",
            in: site,
            at: "accent:",
            replacing: "accent: \"#0b4a7a\"",
            with: "accent: \"#ff8800\""
        ),
        BrokenCopy(
            "missing-word",
            in: words,
            at: "#",
            [
                Change(file: site, old: "language: en", new: "language: es"),
                Change(file: words, old: "  would-change:", new: "  # "),
            ]
        ),
        BrokenCopy(
            "placeholder-left",
            in: site,
            at: "name:",
            [Change(file: site, old: "name: Assay\nurl:", new: "name: Example newsroom\nurl:")]
        ),
        BrokenCopy(
            "misplaced-file",
            in: "content/articles/offer.md",
            at: "It was offered.",
            [Change(file: "content/articles/offer.md", old: nil, new: "It was offered.\n")]
        ),
        BrokenCopy(
            "policy-page-missing",
            in: site,
            at: "name:",
            [Change(file: funding, old: "role: funding", new: "role: submit")]
        ),
        BrokenCopy(
            "unknown-word",
            in: words,
            at: "would-chagne:",
            [
                Change(file: site, old: "language: en", new: "language: es"),
                Change(file: words, old: "  would-change:", new: "  would-chagne: Nada\n  would-change:"),
            ]
        ),
        BrokenCopy(
            "unread-file",
            in: "content/claims/offer.markdown",
            at: "It was offered.",
            [Change(file: "content/claims/offer.markdown", old: nil, new: "It was offered.\n")]
        ),
    ]
}
