import Addresses
import Newsroom

/// What a feed tells, whatever format it is written in.
package struct Feed: Sendable {
    /// The formats that every feed is published in.
    package enum Format: String, Sendable, CaseIterable {
        /// RFC 4287.
        case atom = "xml"
        /// JSON Feed 1.1.
        case json

        /// The media type.
        package var mediaType: String {
            switch self {
            case .atom: "application/atom+xml"
            case .json: "application/feed+json"
            }
        }
    }

    /// One verdict in a feed, or what readers were told of a change to one.
    struct Entry: Sendable {
        /// What tells it from all other entries, for good.
        let id: String
        let address: String
        let title: String
        let statement: String
        let claimants: [String]
        /// Nil when the verdict was taken back.
        let ruling: Ruling?
        let summary: String
        let authors: [Author]
        let topics: [Topic]
        let published: CalendarDate
        let updated: CalendarDate
        /// What readers were told of a change; nil for the verdict itself.
        var notice: Notice?
    }

    /// Someone who wrote a verdict, or the publisher.
    struct Author: Sendable {
        let name: String
        let address: String
    }

    /// The name under which its files are published: `rulings`, `topics/elections`.
    package let name: String
    /// The title.
    package let title: String
    let subtitle: String?
    /// The page that shows the same to people.
    let page: String
    let language: String
    let license: String?
    let publisher: Author?
    let entries: [Entry]
    /// The day of the last change that the feed knows of.
    let updated: CalendarDate
    let siteAddress: String
    let timeZone: NewsroomTimeZone
    /// Those of the site's pages.
    let words: Catalogue

    /// Where the feed goes in a format.
    package func route(_ format: Format) -> Route { Self.route(name, format) }

    static func route(_ name: String, _ format: Format) -> Route {
        .feed(name, ending: format.rawValue)
    }

    /// The feed as a file.
    func file(_ format: Format) -> RenderedFile {
        switch format {
        case .atom: RenderedFile(route: route(format), bytes: atom().bytes)
        case .json: RenderedFile(route(format), .pretty, json: write)
        }
    }

    /// A headline with its ruling, which lists of entries show nothing else of.
    func title(of entry: Entry) -> String {
        guard let ruling = entry.ruling else { return entry.title }
        return words.text("feed.entry", ["ruling": ruling.label, "title": entry.title])
    }

    /// The page of all rulings: what the ruling's category is one of.
    var rulings: String { Route.rulings.canonicalAddress(site: siteAddress) }

    /// What an entry says, as HTML: the claim, who made it, the ruling and the short answer.
    static func html(of entry: Entry) -> XMLText {
        let claimants = entry.claimants.joined(separator: ", ")
        let notice = entry.notice.map { "<p>\($0.text)</p>" as XMLText }
        let ruling = entry.ruling.map { "<p><strong>\($0.label)</strong></p>" as XMLText }
        let attribution: XMLText? = claimants.isEmpty ? nil : "<p>— \(claimants)</p>"
        return """
            \(notice)<blockquote><p>\(entry.statement)</p>\(attribution)</blockquote>\
            \(ruling)\
            <p>\(entry.summary)</p>
            """
    }

    /// A day as RFC 3339 has times. Assay knows no hours: a day is its beginning, in the newsroom's time zone.
    func time(_ day: CalendarDate) -> String { timeZone.start(of: day) }
}
