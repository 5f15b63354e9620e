import Addresses
import Encodings
import Mustache
import Newsroom

/// The page at an address that something had before: it leads on to the present one.
struct MovedPage: PageContent, TemplateView {
    let title: String
    let description: String
    let target: Hyperlink

    /// Makes the page that leads to an address of something; nil if readers may not see that.
    init?(to id: String, in space: IDSpace, at route: Route, _ scope: PageScope) {
        guard let name = scope.name(of: id, in: space) else { return nil }
        title = scope.words["moved.title"]
        description = scope.words["moved.text"]
        target = Hyperlink(name, to: scope.links.to(route))
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "text": { .text($0.description) },
        "target": { .record($0.target) },
        "refresh": { .html($0.refresh) },
    ]

    /// The element that sends browsers on. Templates cannot write it: what it holds is an instruction.
    private var refresh: [UInt8] {
        var html = Array("<meta http-equiv=\"refresh\" content=\"0; url=".utf8)
        MarkupEscaper.html.append(target.address ?? "", to: &html)
        return html + Array("\">".utf8)
    }
}

extension IDSpace {
    /// The page of something by an id that it has or had; nil if it has no page of its own.
    package func route(of id: String) -> Route? {
        switch self {
        case .topic: .topic(id)
        case .ruling: .ruling(id)
        case .record(let kind): kind.siteType?.hasPages == true ? .record(kind, id) : nil
        }
    }
}

extension PageScope {
    /// What something is called where a link leads to it; nil if it is not in the edition.
    fileprivate func name(of id: String, in space: IDSpace) -> String? {
        switch space {
        case .topic: settings.topic(id)?.name
        case .ruling: settings.scale.ruling(id)?.label
        case .record(.claim): claim(id)?.statement.value
        case .record(.article): article(id)?.title.value
        case .record(.source): source(id)?.title.value
        case .record(.profile): profile(id)?.name.value
        case .record(.page): page(id)?.title.value
        case .record(.medium): medium(id)?.title
        case .record(.verdict), .record(.item): nil
        }
    }
}
