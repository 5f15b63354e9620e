import Markdown
import Newsroom

extension CheckContext {
    /// Whether readers see the record's own text. Always false for articles, whose words are others', and for sources and
    /// profiles.
    func isBeforeReaders(_ record: any Record) -> Bool {
        switch record {
        case let verdict as Verdict: isPublished(verdict)
        case let claim as Claim:
            newsroom.verdict(on: claim).map { isPublished($0) || publication(of: $0).isRetracted } ?? false
        default: type(of: record).visibility == .always
        }
    }

    /// The verdict behind a link to a claim or a verdict; nil where there is none.
    func verdict(of link: RecordLink) -> Verdict? {
        switch link.kind {
        case "verdict": newsroom.verdicts[link.id]
        case "claim": newsroom.claims[link.id].flatMap(newsroom.verdict(on:))
        default: nil
        }
    }
}
