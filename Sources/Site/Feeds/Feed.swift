import Addresses
import Newsroom

/// The content of a feed, independent of its format.
package struct Feed: Sendable {
    /// The formats that every feed is published in.
    package enum Format: String, Sendable, CaseIterable {
        /// Atom (RFC 4287).
        case atom = "xml"
        /// JSON Feed 1.1.
        case json

        /// The format's media type.
        package var mediaType: String {
            switch self {
            case .atom: "application/atom+xml"
            case .json: "application/feed+json"
            }
        }
    }

    /// A verdict in a feed, or a notice about one.
    struct Entry: Sendable {
        /// The entry's permanent, unique id: an address.
        let id: String
        let address: String
        let title: String
        let statement: String
        let claimants: [String]
        /// The ruling; nil for a retracted verdict.
        let ruling: Ruling?
        let summary: String
        let authors: [Author]
        let topics: [Topic]
        let published: CalendarDate
        let updated: CalendarDate
        /// The whole text as HTML; empty for older entries, and for notices.
        var text: [UInt8] = []
        /// What was done to the media of the claim, by their ids (schema.org `MediaReview`).
        var mediaReviews: [(medium: String, category: String)] = []
        /// The picture that stands for the entry in lists.
        var picture: FeedPicture?
        /// The notice; nil for the entry of a verdict itself.
        var notice: Notice?
    }

    /// An author of a verdict, or the publisher.
    struct Author: Sendable {
        let name: String
        let address: String
    }

    /// The path of the feed's files without ending: `rulings`, `topics/elections`.
    package let name: String
    /// The feed's title.
    package let title: String
    let subtitle: String?
    /// The address of the page with the same content.
    let page: String
    let language: String
    let license: String?
    /// The hub that tells subscribers what is new (WebSub).
    let hub: String?
    let publisher: Author?
    let entries: [Entry]
    /// The day of the latest change in the feed.
    let updated: CalendarDate
    let siteAddress: String
    let timeZone: NewsroomTimeZone
    /// The catalogue of the site's pages.
    let words: Catalogue

    /// The route of the feed's file in a format.
    package func route(_ format: Format) -> Route { Self.route(name, format) }

    /// The route of a feed's file, by the feed's name.
    static func route(_ name: String, _ format: Format) -> Route {
        .feed(name, ending: format.rawValue)
    }

    /// The feed's file in a format.
    func file(_ format: Format) -> RenderedFile {
        switch format {
        case .atom: RenderedFile(route: route(format), bytes: atom().bytes)
        case .json: RenderedFile(route(format), .pretty, json: write)
        }
    }

    /// An entry's headline with its ruling, because lists of entries show only titles.
    func title(of entry: Entry) -> String {
        guard let ruling = entry.ruling else { return entry.title }
        return words.text("feed.entry", ["ruling": ruling.label, "title": entry.title])
    }

    /// The address of the page of all rulings: the `scheme` of an Atom category.
    var rulings: String { Route.rulings.canonicalAddress(site: siteAddress) }

    /// An entry's HTML: the notice, the claim with its claimants, the ruling, the short answer and the text.
    static func html(of entry: Entry) -> XMLText {
        let claimants = entry.claimants.joined(separator: ", ")
        let notice = entry.notice.map { "<p>\($0.text)</p>" as XMLText }
        let ruling = entry.ruling.map { "<p><strong>\($0.label)</strong></p>" as XMLText }
        let attribution: XMLText? = claimants.isEmpty ? nil : "<p>— \(claimants)</p>"
        return """
            \(notice)<blockquote><p>\(entry.statement)</p>\(attribution)</blockquote>\
            \(ruling)\
            <p>\(entry.summary)</p>\(XMLText(markup: entry.text))
            """
    }

    /// The beginning of a day in the newsroom's time zone (RFC 3339). Assay has no hours, but feeds need them.
    func time(_ day: CalendarDate) -> String { timeZone.start(of: day) }
}
