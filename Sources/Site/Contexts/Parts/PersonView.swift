import Mustache
import Newsroom

/// A person or an organisation with a portrait, or with initials in its place.
struct PersonView: TemplateView {
    let link: Hyperlink
    let initials: String
    let portrait: PortraitView?

    init(_ id: String, in scope: PageScope) {
        link = scope.profileLink(id)
        initials = Self.initials(of: link.text)
        portrait = scope.profile(id).flatMap { PortraitView($0, in: scope) }
    }

    /// The first letters of the first and the last word; one letter alone in scripts without capitals, where letters may join.
    static func initials(of name: String) -> String {
        let words = name.split { $0.isWhitespace || $0 == "-" }.compactMap { word in
            word.first { $0.isLetter || $0.isNumber }
        }
        guard let first = words.first else { return "" }
        guard first.isUppercase || first.isLowercase, words.count > 1, let last = words.last else {
            return first.uppercased()
        }
        return first.uppercased() + last.uppercased()
    }

    static let fields: TemplateFields<Self> = [
        "text": { .text($0.link.text) },
        "address": { .text($0.link.address) },
        "initials": { .text($0.initials) },
        "portrait": { .record($0.portrait) },
    ]
}

/// The portrait of a profile.
struct PortraitView: TemplateView {
    let address: String
    let size: (width: Int, height: Int)?

    /// Makes the view; nil for a profile without one, and for a medium that may not stand beside a name: no picture, or one that a mark
    /// or a warning covers.
    init?(_ profile: Profile, in scope: PageScope) {
        guard let medium = profile.portrait.flatMap({ scope.medium($0.value) }), medium.mediumKind == .image,
            medium.mark == nil, medium.warning == nil, let route = medium.route
        else { return nil }
        address = scope.links.to(route)
        size = medium.content?.inspected.size.map { ($0.width, $0.height) }
    }

    static let fields: TemplateFields<Self> = [
        "address": { .text($0.address) },
        "width": { .text($0.size.map { String($0.width) }) },
        "height": { .text($0.size.map { String($0.height) }) },
    ]
}

extension PageScope {
    /// People with their portraits.
    func people(_ ids: [Located<String>]) -> [PersonView] { ids.map { PersonView($0.value, in: self) } }
}
