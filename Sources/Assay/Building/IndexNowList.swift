import Addresses
import Diagnostics
import Files
import Newsroom
import Site

/// The changed addresses for IndexNow since the list was last sent.
///
/// It lies in `.assay/indexnow.json` beside the records and not on the site; of a list that is too long for one report, the rest is in
/// `indexnow-2.json` and so on. What has changed depends on what was there
/// before, and a site depends on nothing but the newsroom. Whoever sends the list deletes it; until then builds add to it.
enum IndexNowList {
    /// The name of a part, counted from 1.
    static func name(ofPart number: Int) -> String {
        number == 1 ? "indexnow.json" : "indexnow-\(number).json"
    }

    /// The largest number of addresses in one report (https://www.indexnow.org/documentation).
    private static let limit = 10_000
    /// The largest number of parts: the pages of the largest newsrooms are fewer.
    private static let partLimit = 100
    private static let sizeLimit = 16 * 1024 * 1024

    /// Adds the pages among changed files. A list that cannot be kept costs a report and nothing else.
    ///
    /// Only the newsroom's own `_site` of today counts: a look at next week, or at drafts, tells nobody what is to come.
    static func add(
        _ changed: [String],
        of edition: Edition,
        on day: CalendarDate,
        into output: OutputFolder,
        in root: String
    ) {
        let settings = edition.records.settings
        guard let key = settings.hosting.indexNowKey, !edition.includesDrafts, output.path == root + "/_site",
            let today = try? Today.day(asked: nil, sourceDateEpoch: nil, zone: settings.timeZone),
            day <= today
        else { return }
        let site = settings.url.value
        let pages = changed.filter { isForSearchEngines($0) && !edition.statics.paths.contains($0) }
            .map { Route(asNamed: $0).canonicalAddress(site: site) }
        guard !pages.isEmpty else { return }
        let parts = (1...partLimit).map { OwnFile(name(ofPart: $0), in: root) }
        let known = parts.flatMap { $0.contents(limit: sizeLimit).map(addresses) ?? [] }
        let all = Set(known.filter { $0.hasPrefix(site) } + pages).sorted()
        for (index, part) in parts.enumerated() {
            let own = all.dropFirst(index * limit).prefix(limit)
            if own.isEmpty {
                // Somebody sent a part that came before.
                StoredFile.remove("\(root)/.assay/\(name(ofPart: index + 1))")
            } else {
                try? part.replace(with: report(Array(own), key: key, site: site))
            }
        }
    }

    /// Whether a file is a page that search engines list.
    private static func isForSearchEngines(_ path: String) -> Bool {
        path.hasSuffix(".html") && path != Route.notFound.path
            && ![SiteFolder.embed, .search].contains { path.hasPrefix($0.rawValue + "/") }
    }

    /// The body of a report, as the protocol has it.
    private static func report(_ addresses: [String], key: String, site: String) -> [UInt8] {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.add("host", WebAddress(site)?.host)
            json.add("key", key)
            json.add("keyLocation", Route.indexNowKey(key).canonicalAddress(site: site))
            json.array("urlList") { json in for address in addresses { json.add(address) } }
        }
        return json.take() + Array("\n".utf8)
    }

    private static func addresses(_ bytes: [UInt8]) -> [String] {
        guard case .object(let members)? = try? JSONValue(parsing: bytes),
            case .array(let list)? = members.first(where: { $0.name == "urlList" })?.value
        else { return [] }
        return list.compactMap { if case .string(let address) = $0 { address } else { nil } }
    }
}
