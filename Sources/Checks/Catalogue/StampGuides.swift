import Diagnostics

extension RuleCatalogue {
    /// Guides of the rules about time stamps of captures and journals.
    static let stampGuides: [RuleGuide] = [
        RuleGuide(
            .brokenStamp,
            "What lies beside a stamped list vouches for it.",
            why: """
                A time stamp is shown to readers as somebody else's word for the time of a capture. One that is damaged, that is
                about another list, or whose signature does not hold proves nothing.
                """,
            fix:
                "Restore the file from git. If it was never right, take all files of that stamping away, and `assay stamp` makes another.",
            wrong: "20261128T100000Z.timestamp.example.org.tsr, the reply about another list",
            right: "20261128T100000Z.timestamp.example.org.tsr, the reply about 20261128T100000Z.sha256"
        ),
        RuleGuide(
            .stampedOtherwise,
            "Stamped files are as they were stamped.",
            why: "The stamp vouches for the bytes of that time. A file with other bytes has none.",
            fix: "Restore the file from git. A capture is never rewritten; a newer one is a file of its own.",
            wrong: "a capture that was saved anew under its old name",
            right: "two captures, each with its own time in its name"
        ),
        RuleGuide(
            .stampWithoutRoot,
            "A known root vouches for each time stamp.",
            why: """
                A reply is signed with a certificate that comes with it. Anyone can make such a certificate; only a root that one
                knows from elsewhere says that it is the authority's. Without it, pages name no authority.
                """,
            fix: """
                Get the authority's root from its own site, compare its SHA-256 with what it publishes, and put it as PEM into
                `content/captures/roots/`. `assay stamp` does so by itself for roots that the computer trusts.
                """,
            wrong: "a reply whose chain ends at `Free TSA`, and no such root in content/captures/roots/",
            right: "content/captures/roots/free-tsa.pem"
        ),
    ]
}
