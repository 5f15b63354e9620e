import Addresses
import Digests
import Newsroom

/// A medium is shown on the pages of others, and a link to it leads to its file.
extension Medium: SiteRecord {
    static var hasPages: Bool { false }

    static func route(to id: String, in scope: PageScope) -> Route? { scope.medium(id)?.route }

    func page(_ number: Int, in scope: PageScope) -> (any PageContent)? { nil }

    /// The file's place in the site; nil where there is no file that can go out.
    var route: Route? { content.map { .medium(id, ending: $0.inspected.format.ending) } }

    /// What it is called where there is room for a name alone.
    var title: String { caption?.value ?? alt?.value ?? id }
}

extension EditionReader {
    /// The media that a claim's texts show, and those that are evidence, each once.
    func media(of rated: RatedClaim) -> [Medium] {
        var ids: [String] = []
        for case .medium(let id) in rated.verdict.evidence.map(\.reference) { ids.append(id.value) }
        ids += rated.claim.shownIn.map(\.medium.value)
        ids += rated.claim.mediaInText + rated.verdict.mediaInText
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }.compactMap(medium)
    }
}
