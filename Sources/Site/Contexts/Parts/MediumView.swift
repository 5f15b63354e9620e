import Addresses
import Markdown
import Media
import Mustache
import Newsroom

/// A medium as a figure, or as a picture in a sentence.
struct MediumView: TemplateView {
    /// What it is: `image`, `audio`, `video`, `document` or `post`.
    let kind: Medium.MediumKind
    /// The file's address on this site, with a fragment where a text names a place in it; nil without a file.
    let address: String?
    /// What a link to it opens: its page, if a mark stands over it, else its file.
    let opened: String?
    /// Where readers find a file that is too large for the site.
    let elsewhere: ExternalLink?
    let size: MediaSize?
    /// The picture in several widths, narrowest first; empty for one that has no copies.
    let widths: [PictureWidth]
    let alt: String
    let caption: String?
    let credit: String?
    let licence: String?
    let made: DateView?
    /// The ruling that stands over it.
    let mark: Shared<RulingView>?
    /// Why it is covered until readers ask.
    let warning: String?
    /// Whether a link stands in its place: a covered medium in a feed, where programs drop the cover.
    let isLinkAlone: Bool
    /// Which of the two it is, where it is shown beside its original.
    let role: String?
    /// What was done to it, in a word.
    let authenticity: String?
    /// The address of the original, where that is not shown.
    let original: ExternalLink?
    let places: [MediumPlaceView]
    /// The words of a post, or of a recording.
    let words: [UInt8]
    /// What a download is: its type and its size.
    let download: String?

    /// Makes the view of a medium.
    /// - Parameters:
    ///   - caption: the words of the text that shows it; empty for those of its record.
    ///   - role: the key of the word for what it is beside another one.
    init(
        _ medium: Medium,
        caption: String = "",
        fragment: String? = nil,
        role: String? = nil,
        in scope: PageScope
    ) {
        let catalogue = scope.words
        kind = medium.mediumKind
        address = medium.route.map { scope.links.to(medium: $0, at: fragment) }
        opened = scope.address(of: medium, at: fragment)
        elsewhere = address == nil ? medium.addressElsewhere(at: fragment).map { ExternalLink($0) } : nil
        size = medium.content?.inspected.size
        widths = PictureWidth.all(of: medium, in: scope)
        alt = medium.alt?.value ?? ""
        let words = caption.isEmpty ? medium.caption?.value : caption
        self.caption = words
        credit = medium.credit?.value
        licence = medium.licence?.value
        made = scope.view(medium.made)
        mark = medium.mark.flatMap { scope.settings.scale.ruling($0.value) }.map { scope.view($0) }
        warning = medium.warning?.value
        isLinkAlone = medium.warning != nil && scope.links.leaveSite
        self.role = role.map { catalogue[$0] }
        authenticity = medium.authenticity.map { catalogue["authenticity.\($0.value.rawValue)"] }
        original = medium.originalAddress.map { ExternalLink($0.value) }
        places = medium.appearsAt.map { MediumPlaceView($0, in: scope) }
        let isSpoken = [.post, .audio, .video].contains(medium.mediumKind)
        self.words = isSpoken ? scope.bodyHTML(of: medium) : []
        download = medium.content.map { file in
            "\(file.inspected.format.rawValue.uppercased()), \(Self.size(file.byteCount, catalogue))"
        }
    }

    /// A size in megabytes or kilobytes.
    private static func size(_ bytes: Int, _ words: Catalogue) -> String {
        bytes < 1_000_000
            ? words.number(max(1, bytes / 1000)) + " kB" : words.number((bytes + 500_000) / 1_000_000) + " MB"
    }

    static let fields: TemplateFields<Self> = [
        "address": { .text($0.address) },
        "opened": { .text($0.opened) },
        "elsewhere": { .record($0.elsewhere) },
        "image": { .bool($0.kind == .image || $0.kind == .post) },
        "audio": { .bool($0.kind == .audio) },
        "video": { .bool($0.kind == .video) },
        "document": { .bool($0.kind == .document) },
        "post": { .bool($0.kind == .post) },
        "width": { .text($0.size.map { String($0.width) }) },
        "height": { .text($0.size.map { String($0.height) }) },
        "widths": { .section($0.widths) },
        "alt": { .text($0.alt) },
        "caption": { .text($0.caption) },
        "credit": { .text($0.credit) },
        "licence": { .text($0.licence) },
        "made": { .record($0.made) },
        "mark": { .record($0.mark) },
        "warning": { .text($0.warning) },
        "link-alone": { .bool($0.isLinkAlone) },
        "role": { .text($0.role) },
        "authenticity": { .text($0.authenticity) },
        "original": { .record($0.original) },
        "places": { .section($0.places) },
        "words-of-it": { .html(unlessEmpty: $0.words) },
        "download": { .text($0.download) },
    ]
}

/// A picture in one of its widths, as `srcset` has it.
struct PictureWidth: TemplateView {
    let address: String
    let width: Int

    /// A picture of so many pixels is one of its own widths; larger ones are for whoever opens them.
    private static let ownLimit = 2000

    /// The copies of a medium's picture, and the picture itself where it is not too large; empty without copies.
    static func all(of medium: Medium, in scope: PageScope) -> [PictureWidth] {
        let copies = scope.parts.images.copies.copies(of: medium).map { copy in
            PictureWidth(address: scope.links.to(copy.route), width: copy.width)
        }
        guard !copies.isEmpty, let route = medium.route, let size = medium.content?.inspected.size,
            size.width <= ownLimit
        else { return copies }
        return copies + [PictureWidth(address: scope.links.to(route), width: size.width)]
    }

    static let fields: TemplateFields<Self> = [
        "address": { .text($0.address) },
        "width": { .text(String($0.width)) },
    ]
}

/// A place where a medium was seen.
struct MediumPlaceView: TemplateView {
    let link: ExternalLink
    let date: DateView?
    let by: String?
    let archived: [ExternalLink]

    init(_ place: MediumAppearance, in scope: PageScope) {
        link = ExternalLink(place.url.value)
        date = scope.view(place.date)
        by = place.by?.value
        archived = place.archived.map { ExternalLink($0.value) }
    }

    static let fields: TemplateFields<Self> = [
        "link": { .record($0.link) },
        "date": { .record($0.date) },
        "by": { .text($0.by) },
        "archived": { .list($0.archived) },
    ]
}

extension PageScope {
    /// The figure of a medium that is a claim.
    func figures(of occasion: MediumOccasion) -> [UInt8] {
        medium(occasion.medium.value).map {
            figures(
                of: $0,
                caption: occasion.quote.value,
                fragment: Links.mediaFragment(occasion.locator)
            )
        } ?? []
    }

    /// The figure of a medium; with its original beside it, where the newsroom has that.
    /// - Parameter row: the ids of the media that a text shows beside each other, the medium among them.
    func figures(of medium: Medium, caption: String = "", fragment: String? = nil, in row: [String] = [])
        -> [UInt8]
    {
        let original = medium.originalMedium.flatMap { self.medium($0.value) }
        let isOriginal = row.contains {
            $0 != medium.id && self.medium($0)?.originalMedium?.value == medium.id
        }
        let own = MediumView(
            medium,
            caption: caption,
            fragment: fragment,
            role: original != nil ? "media.as-shared" : isOriginal ? "media.original" : nil,
            in: self
        )
        guard let original, !row.contains(original.id) else { return figure(own) }
        return figure(own) + figure(MediumView(original, role: "media.original", in: self))
    }

    /// The figures of the media that are a claim.
    func figuresShown(by claim: Claim) -> [UInt8] {
        claim.shownIn.flatMap { occasion in
            medium(occasion.medium.value).map {
                figures(
                    of: $0,
                    caption: words.text("media.quoted", ["words": occasion.quote.value]),
                    fragment: Links.mediaFragment(occasion.locator)
                )
            } ?? []
        }
    }

    private func figure(_ view: MediumView) -> [UInt8] { html("medium", record(around: view)) }

    /// The picture of a medium in a sentence; the words in its place where it is covered or no picture.
    func inlinePicture(of medium: Medium, words: String) -> [UInt8] {
        html("medium-inline", record(around: MediumView(medium, caption: words, in: self)))
    }

    private func record(around view: MediumView) -> TemplateRecord {
        ["medium": .record(view), "words": .record(words.templateRecord)]
    }

    /// A link to a medium; its title alone where there is nothing to open.
    func mediumLink(_ id: String, locator: String? = nil) -> Hyperlink {
        guard let medium = medium(id) else { return Hyperlink(id, to: nil) }
        return Hyperlink(medium.title, to: address(of: medium, at: locator))
    }

    /// The address that a link to a medium opens: the page of a picture with a mark, else the file, on the site or elsewhere; nil
    /// where readers have none.
    func address(of medium: Medium, at fragment: String?) -> String? {
        if medium.ruling(on: settings.scale) != nil { return links.to(.record(.medium, medium.id)) }
        return medium.route.map { links.to(medium: $0, at: fragment) }
            ?? medium.addressElsewhere(at: fragment)
    }
}
