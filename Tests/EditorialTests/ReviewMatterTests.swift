import Testing

@testable import Editorial

@Suite("All that is judged, on one page")
struct ReviewMatterTests {
    private func lines(_ folder: DeskFolder, for reviewer: String) async throws -> [String] {
        ReviewSheet(
            try await folder.claim(),
            for: reviewer,
            in: try await folder.newsroom(),
            VersionStore(folder.tree)
        ).lines
    }

    @Test(
        "a review has the quotations, the evidence, the reasoning, the replies, the author's note and the remarks"
    )
    func whole() async throws {
        let folder = try DeskFolder()
        try await folder.act(.askReply(of: "jo", note: "By whom?"), by: "ana")
        try await folder.act(.submit(note: "Look at the report."), by: "ana")
        try await folder.act(.comment(note: "Which one?", on: Passage("it was reported")), by: "cy")
        let text = try await lines(folder, for: "bo").joined(separator: "\n")
        for part in [
            "APPEARANCES\n  stated in The paper\n    “Words were said.”", "CONTEXT\n  Context.",
            "EVIDENCE\n  1. supports: that it is\n    The report, P\n    https://example.org/r",
            "REASONING\n  Because it was reported [@report].",
            "REPLIES\n  Jo: asked 2026-11-", ", no answer\n    By whom?",
            "AUTHOR'S NOTE\n  Look at the report.",
            " cy on “it was reported” (in the verdict reasoning):\n    Which one?",
            "you have not looked at it before",
        ] {
            #expect(text.contains(part), "\(part)\n\(text)")
        }
    }

    @Test("what changed since one looked is shown word by word, and an earlier note is not today's")
    func changes() async throws {
        let folder = try DeskFolder()
        try await folder.act(.submit(note: "First."), by: "ana")
        try await folder.act(.requestChanges(note: "Who?"), by: "bo")
        try folder.replace(
            "Because it was reported",
            with: "Because it was twice reported",
            in: SmallDesk.verdict
        )
        var text = try await lines(folder, for: "bo").joined(separator: "\n")
        #expect(!text.contains("AUTHOR'S NOTE"))
        try await folder.act(.submit(note: nil), by: "ana")
        text = try await lines(folder, for: "bo").joined(separator: "\n")
        #expect(
            text.contains(
                "changed since you looked, word by word:\n  verdict reasoning\n    Because it was {+twice+} reported [@report]."
            ),
            "\(text)"
        )
    }
}
