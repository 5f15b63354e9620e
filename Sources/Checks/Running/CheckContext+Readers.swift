import Markdown
import Newsroom

extension CheckContext {
    /// Whether readers see the text of a record; an article's is somebody else's, and sources and profiles are not asked.
    func isBeforeReaders(_ record: any Record) -> Bool {
        switch record {
        case let verdict as Verdict: isPublished(verdict)
        case let claim as Claim:
            newsroom.verdict(on: claim).map { isPublished($0) || publication(of: $0).isRetracted } ?? false
        default: type(of: record).visibility == .always
        }
    }

    /// The verdict that readers find behind a link to a claim or a verdict; nil where there is none.
    func verdict(of link: RecordLink) -> Verdict? {
        switch link.kind {
        case "verdict": newsroom.verdicts[link.id]
        case "claim": newsroom.claims[link.id].flatMap(newsroom.verdict(on:))
        default: nil
        }
    }
}
