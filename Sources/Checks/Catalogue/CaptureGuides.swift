import Diagnostics

extension RuleCatalogue {
    /// Guides of the rules about captures, and about quotations of what is held.
    static let captureGuides: [RuleGuide] = [
        RuleGuide(
            .snapshotMissingFile,
            "A snapshot is a file of the newsroom, or a capture that the lock knows.",
            why: """
                A copy that is not there proves nothing. A capture in the lock may lie elsewhere (git LFS, another disk): it is then
                not here and not checked, and an error only with `--require-files`.
                """,
            fix: "Put the file into the newsroom's folder, or write the path that it has there.",
            wrong: "snapshot: {file: report.pdf, sha256: 9f86…}",
            right: "snapshot: {file: content/captures/report/20261128100000.warc.gz, sha256: 9f86…}"
        ),
        RuleGuide(
            .snapshotDigest,
            "A snapshot's file has the SHA-256 that its record names.",
            why:
                "A copy that was changed proves nothing, and readers would be shown a digest that nobody compared.",
            fix:
                "Restore the file from git. If it is the copy that was captured, write what `sha256sum` says of it.",
            wrong: "sha256: 0000…",
            right: "sha256: 9f86…"
        ),
        RuleGuide(
            .snapshotUnknown,
            "A snapshot in the folder of captures is in the lock, as a capture of this record.",
            why:
                "Without its line in content/captures/captures.lock nobody knows when and from where a file was captured.",
            fix: "Import the file: `assay capture --import FILE ID` writes its line.",
            wrong: "file: content/captures/report/saved-page.html",
            right: "file: content/captures/report/20261128100000.warc.gz"
        ),
        RuleGuide(
            .snapshotNotText,
            "The words that are quoted can be looked for in the snapshot.",
            why: """
                A picture of a page has no words that a program could compare, and PDF documents need `pdftotext` (package
                poppler-utils). The quotation is then as good as whoever copied it.
                """,
            fix: "Install `pdftotext`; or compare the quotation by eye.",
            wrong: "snapshot: {file: content/captures/report/20261128100000.warc.gz, …}   (a screenshot)",
            right: "snapshot: {file: content/captures/report/20261128110000.warc.gz, …}   (the page)"
        ),
        RuleGuide(
            .quoteNotInSnapshot,
            "A quotation stands in the captured words, word for word.",
            why: """
                A quotation in a ruling is worth as much as the page that has it. All visible text of the snapshot is searched, asides
                and corrections included, by the rules of `quote-not-in-article`.
                """,
            fix: "Copy the words from the page. If the page was changed since, capture it again and say so.",
            wrong: "quote: the lamps was lit",
            right: "quote: the lamps were lit"
        ),
        RuleGuide(
            .quoteOnlyHidden,
            "A quotation stands in what readers of the captured page see.",
            why: """
                Scripts, comments and hidden elements hold drafts, data and what another reader is shown. Words that stand only there
                were not published to everyone.
                """,
            fix:
                "Quote what the page shows. If scripts show the words, capture the page in a browser, which runs them.",
            wrong: "quote: words of a script",
            right: "quote: words of the page"
        ),
        RuleGuide(
            .captureLock,
            "The lock has one readable line for each capture.",
            why:
                "content/captures/captures.lock says what was captured, when and from where. Assay writes it.",
            fix: "Restore the line from git; or take it out, and import the capture again.",
            wrong: "<<<<<<< HEAD",
            right: "{\"file\":\"content/captures/report/20261128100000.warc.gz\",\"sha256\":\"9f86…\", …}"
        ),
        RuleGuide(
            .captureDamaged,
            "Captures are what they were when they were locked.",
            why:
                "A captured file is never changed. One with other bytes, or with records that are not whole, is no evidence.",
            fix: "Restore the file from git or from another copy, or capture the page anew.",
            wrong: "20261128100000.warc.gz   (unpacked and packed again)",
            right: "20261128100000.warc.gz   (as it was captured)"
        ),
        RuleGuide(
            .captureBlocked,
            "A record stands on a page, and not on a refusal or an error.",
            why: """
                Sites keep programs out with pages of their own: “Checking your browser”, “Access denied”. Such a capture has a digest
                and a time, and proves nothing of the page.
                """,
            fix:
                "Capture the page in a browser (ArchiveWeb.page, browsertrix), and give `assay capture --import FILE ID`.",
            wrong: "\"status\":403, \"state\":\"blocked\"",
            right: "\"status\":200, \"state\":\"ok\""
        ),
        RuleGuide(
            .captureNotStamped,
            "Captures have time stamps, where the newsroom uses any.",
            why:
                "A time stamp is the word of a third party that these bytes existed then. Without one there is only the newsroom's.",
            fix: "`assay stamp` has all new captures stamped at once.",
            wrong: "content/captures/stamps/   (without the capture)",
            right: "content/captures/stamps/20261128T101500Z.sha256   (with a line for it)"
        ),
        RuleGuide(
            .watchLog,
            "The log of observations has one readable line for each look at a page.",
            why:
                "content/captures/watch.jsonl says what became of the pages. `assay watch` appends to it, and nobody edits it.",
            fix: "Restore the line from git, or take it out.",
            wrong: "<<<<<<< HEAD",
            right:
                "{\"at\":\"2026-11-28T10:00:00Z\",\"source\":\"report\",\"url\":\"https://example.org/\",\"outcome\":\"same\"}"
        ),
        RuleGuide(
            .captureHasSessionCookie,
            "Captures hold nobody's cookies and passwords.",
            why: """
                A page that was captured by someone who was signed in holds what keeps them signed in. Captures are not published, but
                they lie in git, and are handed on.
                """,
            fix:
                "Sign out on that site, which ends the session. Better, capture the page anew without signing in.",
            wrong: "Cookie: PHPSESSID=q8d…",
            right: "Cookie: [withheld]"
        ),
    ]
}
