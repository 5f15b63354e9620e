import Addresses
import Editorial
import Mustache
import Newsroom

extension ClaimPage {
    /// A piece of evidence as it is judged: what it is said to show, its words, and what is held of it.
    func evidence(_ piece: ReviewMatter.Piece) -> TemplateRecord {
        let reference = shown.verdict.flatMap { verdict in
            verdict.evidence.indices.contains(piece.number - 1)
                ? verdict.evidence[piece.number - 1].reference : nil
        }
        let medium = reference.flatMap(self.medium)
        return [
            "title": .text(piece.title), "stance": .text(piece.stance), "shows": .text(piece.shows),
            "quote": piece.quote.map(TemplateValue.text) ?? .null,
            "locator": piece.locator.map(TemplateValue.text) ?? .null,
            "facts": DeskScene.lines(
                (reference.map(facts) ?? []) + [piece.holding.words ?? "no copy of it is held"]
            ),
            "url": piece.address.map(TemplateValue.text) ?? .null,
            "edit": piece.file.map { .text(edit($0)) } ?? .null,
            "picture": medium.flatMap(picture).map(TemplateValue.text) ?? .null,
            "alt": .text(medium?.alt?.value ?? ""),
        ]
    }

    private func medium(_ reference: EvidenceReference) -> Medium? {
        if case .medium(let id) = reference { newsroom.media[id.value] } else { nil }
    }

    /// The address of a picture; nil for what readers would see covered, and for other media.
    private func picture(_ medium: Medium) -> String? {
        guard medium.mediumKind == .image, medium.warning == nil, let file = medium.content, file.goesOut
        else {
            return nil
        }
        return "/" + Route.medium(medium.id, ending: file.inspected.format.ending).canonicalPath
    }

    /// How a source was checked, and what its author has at stake.
    private func facts(_ reference: EvidenceReference) -> [String] {
        guard case .source(let id) = reference, let source = newsroom.sources[id.value] else { return [] }
        let checked =
            switch source.checked {
            case .read: "the newsroom read it"
            case .copy: "the newsroom read a copy of it"
            case .cited: "it was read as others cite it"
            case .partly: "it was read in part"
            }
        return [
            "\(source.sourceKind.rawValue.replacing("-", with: " ")); \(checked)",
            source.status.map { "its page is \($0.value.rawValue)" },
            source.interest.map { "at stake: \($0.value)" },
        ].compactMap(\.self)
    }
}
