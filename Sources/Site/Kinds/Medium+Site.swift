import Addresses
import Digests
import Newsroom

/// A medium is shown on the pages of others, and a link to it leads to its file.
extension Medium: SiteRecord {
    static var hasPages: Bool { false }

    static func route(to id: String, in scope: PageScope) -> Route? { scope.medium(id)?.route }

    func page(_ number: Int, in scope: PageScope) -> (any PageContent)? { nil }

    /// The file's place in the site; nil where there is no file that goes out.
    var route: Route? {
        content.flatMap { $0.goesOut ? .medium(id, ending: $0.inspected.format.ending) : nil }
    }

    /// The address of a file that is too large for the site, at a time or a page in it; nil for all other files.
    func addressElsewhere(at fragment: String?) -> String? {
        guard let content, !content.goesOut, let address = readersAddress else { return nil }
        // Other sites have fragments of their own.
        let isOwn = address == url?.value && !address.contains("#")
        return address + (isOwn ? Links.mediaFragment(fragment).map { "#" + $0 } ?? "" : "")
    }

    /// What it is called where there is room for a name alone.
    var title: String { caption?.value ?? alt?.value ?? id }
}

extension EditionReader {
    /// The picture that is a claim, where a ruling stands over it: without one it is shown on the claim's own page alone.
    func markedPicture(of claim: Claim) -> Medium? {
        claim.shownIn.lazy.compactMap { medium($0.medium.value) }.first { medium in
            medium.content?.inspected.format.family == .image
                && medium.mark.flatMap { settings.scale.ruling($0.value) } != nil
        }
    }

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
