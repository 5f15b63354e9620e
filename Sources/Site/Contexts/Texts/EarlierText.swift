import Editorial
import Markdown
import Mustache
import Newsroom

/// A whole text that readers once had, to be read again.
struct EarlierText: TemplateView {
    let title: String
    let statement: String
    let summary: String
    let reasoning: [UInt8]
    let evidence: [EarlierPiece]

    init(_ text: JudgedText, in scope: PageScope) {
        title = text.title
        statement = text.statement
        summary = text.summary
        reasoning = Self.withoutAnchors(scope.document(ofEarlier: text).html(EarlierResolver(scope)))
        evidence = text.pieces.map { EarlierPiece($0, in: scope) }
    }

    /// The HTML without the fragment identifiers of headings, which several texts on one page share.
    private static func withoutAnchors(_ html: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(html.count)
        let anchor = Array(#" id=""#.utf8)
        var place = 0
        while place < html.count {
            let isHeading =
                place >= 3 && html[place - 3] == UInt8(ascii: "<") && html[place - 2] == UInt8(ascii: "h")
                && html[place...].starts(with: anchor)
            if isHeading {
                let value = html[(place + anchor.count)...]
                place = (value.firstIndex(of: UInt8(ascii: "\"")) ?? html.count - 1) + 1
            } else {
                result.append(html[place])
                place += 1
            }
        }
        return result
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "statement": { .text($0.statement) },
        "summary": { .text($0.summary) },
        "reasoning": { .html(unlessEmpty: $0.reasoning) },
        "evidence": { .section($0.evidence) },
    ]
}

/// A resolver for a text of the past: what it cites is named, and pictures are told by their words.
private struct EarlierResolver: MarkdownResolver {
    private let records: RecordResolver

    init(_ scope: PageScope) { records = RecordResolver(scope: scope, numbering: nil) }

    func mention(_ mention: Mention) -> [UInt8] { records.mention(mention) }

    func citation(_ group: CitationGroup) -> [UInt8] { records.citation(group) }

    func address(of link: RecordLink) -> String? { records.address(of: link) }

    // The file of today may be another one than the text showed.
    func medium(_ image: Image) -> [UInt8] { image.words }
}

/// A piece of evidence of an earlier text.
struct EarlierPiece: TemplateView {
    let stance: String
    let shows: String
    let title: String
    let publisher: String?

    init(_ piece: JudgedText.Piece, in scope: PageScope) {
        stance =
            Evidence.Stance(rawValue: piece.stance).map { scope.words["stance.\($0.rawValue)"] }
            ?? piece.stance
        shows = piece.shows
        title = piece.title
        publisher = piece.publisher
    }

    static let fields: TemplateFields<Self> = [
        "stance": { .text($0.stance) },
        "shows": { .text($0.shows) },
        "title": { .text($0.title) },
        "publisher": { .text($0.publisher) },
    ]
}
