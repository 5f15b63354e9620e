import Diagnostics
import Markdown

/// An approved Markdown text in the words that its page shows.
///
/// Pages and approved words come from the same HTML, so that headings, tables, lists and struck text need no rules of
/// their own. Only citations differ, because a theme writes them.
struct ApprovedBody: Sendable {
    /// All words.
    let words: ApprovedWords
    /// The words of each block at the top level.
    let blocks: [ApprovedWords]
    /// The number of headings of the first level.
    let titleCount: Int

    private init(_ text: String, of claim: ApprovedClaim) {
        let file = SourceFile(path: "", text: text)
        let document = MarkdownDocument(file, range: file.bytes.indices)
        let gaps = Self.gaps(in: document, file, of: claim)
        let marks = GapMarks()
        words = Self.words(document.html(marks), gaps)
        blocks = document.blocks.indices.map { Self.words(document.html(ofBlock: $0, marks), gaps) }
        titleCount = document.headings.count { $0.level == 1 }
    }

    /// The reasoning of a claim's verdict; nil if it has none.
    static func reasoning(of claim: ApprovedClaim) -> ApprovedBody? {
        claim.verdict["reasoning"]?.string.map { ApprovedBody($0, of: claim) }
    }

    /// The context of a claim; nil if it has none.
    static func context(of claim: ApprovedClaim) -> ApprovedBody? {
        claim.claim["context"]?.string.map { ApprovedBody($0, of: claim) }
    }

    private static func words(_ html: [UInt8], _ gaps: [Int: ApprovedWords.Gap]) -> ApprovedWords {
        ApprovedWords(marked: HTMLPage(html).words, gaps)
    }

    /// The gaps for the citations of a text, by the place of each in the file.
    private static func gaps(
        in document: MarkdownDocument,
        _ file: SourceFile,
        of claim: ApprovedClaim
    ) -> [Int: ApprovedWords.Gap] {
        // A mention of what no record has stays as typed.
        let groups = document.citationGroups { _ in true }
        let pictures = document.images.compactMap { image in
            image.medium.map { (image.range.lowerBound, gap(for: $0, image, in: claim)) }
        }
        let media = Dictionary(pictures) { first, _ in first }
        return groups.reduce(into: media) { gaps, group in
            let citations = group.citations.map { gap(for: $0, in: claim) }
            let typed = ApprovedWords.Gap(phrases: [file.text(group.range)], isOpen: false)
            gaps[group.range.lowerBound] = citations.reduce(typed) { $0.joined(with: $1) }
        }
    }

    /// The gap for a medium, which each theme shows in its own way: the words of its record, of its original, and the theme's.
    private static func gap(
        for link: RecordLink,
        _ image: Image,
        in claim: ApprovedClaim
    ) -> ApprovedWords.Gap {
        let medium = claim.document("media", link.id)
        let original = medium?["original"]?.string.flatMap { claim.document("media", $0) }
        let phrases = [medium, original].compactMap(\.self).flatMap(\.texts)
        return ApprovedWords.Gap(phrases: [image.alternative] + phrases, isOpen: true)
    }

    /// The approved words for one citation: what was typed, and the names of the cited record.
    private static func gap(for citation: Citation, in claim: ApprovedClaim) -> ApprovedWords.Gap {
        let typed = [citation.id, citation.prefix, citation.locator].compactMap(\.self)
        if let source = claim.document("sources", citation.id) {
            let names = [source["title"]?.string, source["publisher"]?.string].compactMap(\.self)
            return ApprovedWords.Gap(phrases: typed + names, isOpen: false)
        }
        guard let article = claim.document("articles", citation.id) else {
            return ApprovedWords.Gap(phrases: typed, isOpen: true)
        }
        let publisher = article["publisher"]?.string
        // The first form of approved texts does not hold the names of publishers.
        let name = publisher.flatMap { claim.document("profiles", $0)?["name"]?.string }
        let names = [article["title"]?.string, publisher, name].compactMap(\.self)
        return ApprovedWords.Gap(phrases: typed + names, isOpen: name == nil)
    }
}

/// A resolver that marks the places of citations.
private struct GapMarks: MarkdownResolver {
    func citation(_ group: CitationGroup) -> [UInt8] { mark(group.range) }

    func mention(_ mention: Mention) -> [UInt8] { mention.position == .text ? mark(mention.range) : [] }

    func medium(_ image: Image) -> [UInt8] { mark(image.range) }

    func address(of link: RecordLink) -> String? { nil }

    private func mark(_ range: Range<Int>) -> [UInt8] {
        Array("\(ApprovedWords.gapOpening)\(range.lowerBound)\(ApprovedWords.gapClosing)".utf8)
    }
}

extension JSONValue {
    /// All strings in a value, at any depth.
    fileprivate var texts: [String] {
        (string.map { [$0] } ?? []) + elements.flatMap(\.texts) + members.flatMap(\.value.texts)
    }
}
