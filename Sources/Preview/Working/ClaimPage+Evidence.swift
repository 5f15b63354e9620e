import Addresses
import Editorial
import Mustache
import Newsroom

extension ClaimPage {
    /// A piece of evidence as it is judged: what it is said to show, its words, and what is held of it.
    func evidence(_ piece: Evidence) -> TemplateRecord {
        let source = EvidenceSource(piece.reference, in: newsroom)
        return [
            "title": .text(source.title), "kind": .text(source.kind), "stance": .text(piece.stance.rawValue),
            "shows": .text(piece.shows.value), "quote": piece.quote.map { .text($0.value) } ?? .null,
            "locator": piece.locator.map(TemplateValue.text) ?? .null,
            "facts": DeskScene.lines(source.facts),
            "url": source.url.map(TemplateValue.text) ?? .null,
            "edit": source.path.map { .text(edit($0)) } ?? .null,
            "picture": source.picture.map(TemplateValue.text) ?? .null,
            "alt": .text(source.alt),
        ]
    }
}

/// What a reviewer is told of a document that is used as evidence.
private struct EvidenceSource {
    var title: String
    var kind: String
    var path: String?
    var url: String?
    var picture: String?
    var alt = ""
    var facts: [String] = []

    init(_ reference: EvidenceReference, in newsroom: Newsroom) {
        title = reference.id.value
        switch reference {
        case .source(let id):
            kind = "source"
            if let source = newsroom.sources[id.value] { describe(source, newsroom) }
        case .article(let id):
            kind = "article"
            if let article = newsroom.articles[id.value] { describe(article, newsroom) }
        case .medium(let id):
            kind = "picture or recording"
            if let medium = newsroom.media[id.value] { describe(medium) }
        }
    }

    private mutating func describe(_ source: Source, _ newsroom: Newsroom) {
        (title, path, url) = (source.title.value, source.file.path, source.url?.value)
        kind = source.sourceKind.rawValue.replacing("-", with: " ")
        facts = ["Published by \(source.publisher.value)\(source.published.map { ", \($0.value)" } ?? "")"]
        switch source.checked {
        case .read: facts.append("The newsroom read it")
        case .copy: facts.append("The newsroom read a copy of it")
        case .cited: facts.append("It was read as others cite it")
        case .partly: facts.append("It was read in part")
        }
        if let status = source.status { facts.append("Its page is \(status.value.rawValue)") }
        if let interest = source.interest { facts.append("At stake: \(interest.value)") }
        hold(source.snapshot, newsroom)
    }

    private mutating func describe(_ article: Article, _ newsroom: Newsroom) {
        (title, path, url) = (article.title.value, article.file.path, article.url?.value)
        let publisher = newsroom.profiles[article.publisher.value]?.name.value ?? article.publisher.value
        facts = ["Published by \(publisher)\(article.published.map { ", \($0.value)" } ?? "")"]
        hold(article.snapshot, newsroom)
    }

    private mutating func describe(_ medium: Medium) {
        (title, path) = (medium.caption?.value ?? medium.fileName.value, medium.file.path)
        kind = medium.mediumKind.rawValue
        alt = medium.alt?.value ?? ""
        facts = [medium.credit.map { "By \($0.value)" }, medium.made.map { "Made \($0.value)" }].compactMap(
            \.self
        )
        if let warning = medium.warning { facts.append("Covered for readers: \(warning.value)") }
        guard medium.mediumKind == .image, medium.warning == nil, let file = medium.content, file.goesOut
        else {
            return
        }
        picture = "/" + Route.medium(medium.id, ending: file.inspected.format.ending).canonicalPath
    }

    /// What is held of the document.
    private mutating func hold(_ snapshot: Snapshot?, _ newsroom: Newsroom) {
        guard let snapshot else {
            facts.append("No copy of it is held")
            return
        }
        guard let copy = newsroom.captures.copy(snapshot) else {
            facts.append("A copy is named, and its file is not as it was captured")
            return
        }
        let day = copy.capture.map { " of \($0.at.prefix(10))" } ?? ""
        facts.append(
            copy.isHere ? "A copy\(day) is held" : "A copy\(day) is held elsewhere, and is not in this folder"
        )
    }
}
