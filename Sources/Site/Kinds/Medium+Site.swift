import Addresses
import Digests
import Newsroom

/// A medium is shown on the pages of others, and a link to it leads to its file. A picture with a mark has a page of its own, and
/// links lead there: opened alone, its file would be without the mark.
extension Medium: SiteRecord {
    static func route(to id: String, in scope: PageScope) -> Route? {
        guard let medium = scope.medium(id) else { return nil }
        return medium.ruling(on: scope.settings.scale) == nil ? medium.route : .record(.medium, id)
    }

    func page(_ number: Int, in scope: PageScope) -> (any PageContent)? { MediumPage(self, in: scope) }

    func pageCount(in edition: Edition) -> Int { ruling(on: edition.settings.scale) == nil ? 0 : 1 }

    func addMentions(in inputs: PageInputs, to builder: inout FingerprintBuilder) {
        inputs.add(inputs.edition.claims(showing: self), to: &builder)
    }

    /// The ruling of a scale that stands over a picture of the site; nil for one without, and for all that is no picture.
    func ruling(on scale: RatingScale) -> Ruling? {
        guard let content, content.goesOut, content.inspected.format.family == .image else { return nil }
        return mark.flatMap { scale.ruling($0.value) }
    }

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

extension RatedClaim {
    /// The ids of the media in the evidence, the appearances and the texts of a claim, with repetitions.
    var namedMedia: [String] {
        var ids: [String] = []
        for case .medium(let id) in verdict.evidence.map(\.reference) { ids.append(id.value) }
        return ids + claim.shownIn.map(\.medium.value) + claim.mediaInText + verdict.mediaInText
    }
}

extension EditionReader {
    /// The picture that is a claim, where a ruling stands over it: without one it is shown on the claim's own page alone.
    func markedPicture(of claim: Claim) -> Medium? {
        claim.shownIn.lazy.compactMap { medium($0.medium.value) }.first { medium in
            medium.ruling(on: settings.scale) != nil
        }
    }

    /// The media that a claim's texts show, and those that are evidence, each once.
    func media(of rated: RatedClaim) -> [Medium] {
        let ids = rated.namedMedia
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }.compactMap(medium)
    }
}
