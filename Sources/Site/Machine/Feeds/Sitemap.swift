import Newsroom

/// The addresses of all pages that search engines should know (sitemaps.org, protocol 0.9).
public struct Sitemap: Sendable {
    /// One page.
    public struct Entry: Sendable, Hashable {
        /// Its address.
        public let address: String
        /// The day of its last change; nil where it is not known.
        public let lastChanged: CalendarDate?

        /// Makes an entry.
        public init(address: String, lastChanged: CalendarDate?) {
            self.address = address
            self.lastChanged = lastChanged
        }
    }

    /// How much one file may hold.
    public struct Limits: Sendable {
        /// How many addresses.
        public let entries: Int
        /// How many bytes.
        public let bytes: Int

        /// The protocol's limits.
        public static let ofProtocol = Limits(entries: 50_000, bytes: 52_428_800)
    }

    /// The files: one with all addresses, or an index and the files that it names.
    ///
    /// - Parameter site: where the site is published; ends in `/`.
    public static func files(
        _ entries: [Entry],
        site: String,
        limits: Limits = .ofProtocol
    ) -> [RenderedFile] {
        let parts = split(entries.map(url), limits: limits)
        if parts.count < 2 {
            return [RenderedFile(route: .sitemap, bytes: document("urlset", parts.first ?? []))]
        }
        let files = parts.enumerated().map { index, part in
            RenderedFile(route: .sitemap(part: index + 1), bytes: document("urlset", part))
        }
        let index = files.map { file in
            "<sitemap><loc>\(XMLText.escaped(file.route.canonicalAddress(site: site)))</loc></sitemap>\n"
        }
        return [RenderedFile(route: .sitemap, bytes: document("sitemapindex", index))] + files
    }

    private static func split(_ urls: [String], limits: Limits) -> [[String]] {
        let frame = document("urlset", []).count
        var parts: [[String]] = []
        var size = 0
        for url in urls {
            let isFull = parts.last.map { $0.count >= limits.entries || size + url.utf8.count > limits.bytes }
            if isFull ?? true {
                parts.append([])
                size = frame
            }
            parts[parts.count - 1].append(url)
            size += url.utf8.count
        }
        return parts
    }

    private static func url(_ entry: Entry) -> String {
        let changed = entry.lastChanged.map { "<lastmod>\($0)</lastmod>" } ?? ""
        return "<url><loc>\(XMLText.escaped(entry.address))</loc>\(changed)</url>\n"
    }

    private static func document(_ root: String, _ entries: [String]) -> [UInt8] {
        var bytes = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
        bytes += "\n<\(root) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8
        for entry in entries { bytes += entry.utf8 }
        bytes += "</\(root)>\n".utf8
        return bytes
    }
}
