import Newsroom

/// The sitemap for search engines (sitemaps.org, protocol 0.9).
package struct Sitemap: Sendable {
    /// A page of the sitemap.
    package struct Entry: Sendable, Hashable {
        /// The page's absolute address.
        package let address: String
        /// The day of the page's last change; nil if unknown.
        package let lastChanged: CalendarDate?

        /// Makes an entry.
        package init(address: String, lastChanged: CalendarDate?) {
            self.address = address
            self.lastChanged = lastChanged
        }
    }

    /// The size limits of a sitemap file.
    package struct Limits: Sendable {
        /// The largest number of addresses.
        package let entries: Int
        /// The largest size, in bytes.
        package let bytes: Int

        /// The protocol's limits.
        package static let ofProtocol = Limits(entries: 50_000, bytes: 52_428_800)
    }

    /// The sitemap's files: one with all addresses or, beyond the limits, an index and several parts.
    ///
    /// - Parameter site: the site's address, ending in `/`.
    package static func files(
        _ entries: [Entry],
        site: String,
        limits: Limits = .ofProtocol
    ) -> [RenderedFile] {
        let parts = split(entries, limits: limits)
        if parts.count < 2 {
            return [RenderedFile(route: .sitemap, bytes: document("urlset", parts.first ?? ""))]
        }
        let files = parts.enumerated().map { index, part in
            RenderedFile(route: .sitemap(part: index + 1), bytes: document("urlset", part))
        }
        var index: XMLText = ""
        for file in files {
            index += "<sitemap><loc>\(file.route.canonicalAddress(site: site))</loc></sitemap>\n"
        }
        return [RenderedFile(route: .sitemap, bytes: document("sitemapindex", index))] + files
    }

    private static func split(_ entries: [Entry], limits: Limits) -> [XMLText] {
        let frame = document("urlset", "").count
        var parts: [XMLText] = []
        var part: XMLText = ""
        var count = 0
        for entry in entries {
            let changed = entry.lastChanged.map { "<lastmod>\($0.description)</lastmod>" as XMLText }
            let url: XMLText = "<url><loc>\(entry.address)</loc>\(changed)</url>\n"
            if count > 0,
                count >= limits.entries || frame + part.bytes.count + url.bytes.count > limits.bytes
            {
                parts.append(part)
                (part, count) = ("", 0)
            }
            part += url
            count += 1
        }
        return count > 0 ? parts + [part] : parts
    }

    private static func document(_ root: String, _ entries: XMLText) -> [UInt8] {
        let document: XMLText = """
            <?xml version="1.0" encoding="UTF-8"?>
            <\(root) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(entries)</\(root)>

            """
        return document.bytes
    }
}
