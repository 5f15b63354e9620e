import Addresses
import Diagnostics
import Encodings
import Newsroom

/// Where an address in a record's text leads, as far as that is within the site.
struct SiteAddress {
    /// What kind of place it is.
    enum Place: Equatable {
        /// Another site, mail, or a scheme of its own.
        case elsewhere
        /// The page that the text stands on.
        case ownPage
        /// A file of the site: the parts of its path, without `index.html`.
        case file([String])
        /// A path from the host's root, which need not be the site's.
        case host
        /// A folder above the site's.
        case above
    }

    let place: Place
    /// What follows `#`, percent-decoded; nil when there is none.
    let fragment: String?

    /// - Parameters:
    ///   - folder: the folder of the page that the text stands on.
    ///   - site: where the site is published; ends in `/`.
    init(_ address: String, in folder: [String], site: String) {
        let hash = address.firstIndex(of: "#")
        fragment = hash.map { Self.decoded(address[$0...].dropFirst()) }
        let path = address[..<(hash ?? address.endIndex)].prefix { $0 != "?" }
        if path.isEmpty {
            place = .ownPage
        } else if address.lowercased().hasPrefix(site.lowercased()) {
            place = Self.place(path.dropFirst(site.count), from: [])
        } else if path.hasPrefix("/") {
            place = .host
        } else if path.prefix(while: { $0 != "/" }).contains(":") {
            place = .elsewhere
        } else {
            place = Self.place(path, from: folder)
        }
    }

    private static func place(_ path: Substring, from folder: [String]) -> Place {
        var parts = folder
        for part in path.split(separator: "/") where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else { return .above }
            } else {
                parts.append(decoded(part))
            }
        }
        if parts.last == Route.index { parts.removeLast() }
        return .file(parts)
    }

    private static func decoded(_ text: Substring) -> String {
        String(decoding: PercentEncoding.decodedLeniently(text.utf8), as: UTF8.self)
    }
}

/// The files of a site, as far as texts link to them.
struct SiteFiles {
    let newsroom: Newsroom
    let statics: StaticFiles

    private static let programEndings = [".xml", ".json", ".txt"]

    /// The folder of the page that a record's text stands on.
    static func folder(of record: any Record) -> [String] {
        [type(of: record).siteFolder, record.pageID]
    }

    /// Whether the site has a file.
    func contains(_ parts: [String]) -> Bool {
        guard let first = parts.first else { return true }
        if statics.contains(parts.joined(separator: "/")) { return true }
        let last = parts[parts.count - 1]
        let folder = SiteFolder(rawValue: first)
        if parts.count == 1 {
            return folder?.isList == true || last == Route.notFound.path
                || Self.programEndings.contains(where: last.hasSuffix)
        }
        guard let folder else { return false }
        if folder.isForPrograms { return true }
        switch folder {
        case .archive: return parts.dropFirst().allSatisfy { $0 == Route.furtherPages || Int($0) != nil }
        case .embed:
            let id = newsroom.formerIDs.current(.record(.claim), last)
            return parts.count == 2 && newsroom.claims.contains(id: id)
        case .topics:
            return isList(parts) { newsroom.settings.topic(newsroom.formerIDs.current(.topic, $0)) != nil }
        case .rulings:
            return isList(parts) { id in
                newsroom.settings.scale.ruling(newsroom.formerIDs.current(.ruling, id)) != nil
            }
        default: break
        }
        guard let kind = folder.kind else { return false }
        if record(parts) != nil { return true }
        if kind == .claim, parts.count > 2 {
            return newsroom.claims.contains(id: parts[1])
                && ([Route.versions, Route.texts].contains(parts[2]) || last == Route.journalName)
        }
        return isList(parts) { kind == .profile && newsroom.contains(RecordKey(kind, $0)) }
    }

    /// The record whose page a file is.
    func record(_ parts: [String]) -> RecordKey? {
        guard parts.count == 2, let kind = SiteFolder(rawValue: parts[0])?.kind else { return nil }
        // An address that a record had before leads on to it.
        let key = RecordKey(kind, newsroom.formerIDs.current(.record(kind), parts[1]))
        return newsroom.contains(key) ? key : nil
    }

    /// `id`, `id/page/2`, or `page/2` of the list itself.
    private func isList(_ parts: [String], _ isKnown: (String) -> Bool) -> Bool {
        let rest = Array(parts.dropFirst())
        if rest.count >= 2, rest[rest.count - 2] == Route.furtherPages, Int(rest[rest.count - 1]) != nil {
            return rest.count == 2 || (rest.count == 3 && isKnown(rest[0]))
        }
        return rest.count == 1 && isKnown(rest[0])
    }

    /// The typed id in a path to no page of a topic or ruling, with the nearest known id.
    func nearestList(to parts: [String]) -> (typed: String, known: String)? {
        guard parts.count > 1, let folder = SiteFolder(rawValue: parts[0]) else { return nil }
        let ids: [String]
        switch folder {
        case .topics: ids = newsroom.settings.topics.map(\.id)
        case .rulings: ids = newsroom.settings.scale.all.map(\.id)
        default: return nil
        }
        return Suggestion.nearest(to: parts[1], among: ids).map { (parts[1], $0) }
    }

    /// What was probably meant by a path that leads nowhere: a record, as links name it.
    func suggestion(for parts: [String]) -> String? {
        guard let last = parts.last else { return nil }
        var name = last.lowercased()
        for ending in [".html", ".htm", ".md"] where name.hasSuffix(ending) {
            name.removeLast(ending.count)
        }
        let kinds: [RecordKind] =
            (parts.count > 1 ? SiteFolder(rawValue: parts[parts.count - 2])?.kind.map { [$0] } : nil) ?? [
                .page, .claim, .article, .source, .profile,
            ]
        for kind in kinds where newsroom.contains(RecordKey(kind, name)) { return "\(kind.rawValue):\(name)" }
        for kind in kinds {
            if let near = Suggestion.nearest(to: name, among: newsroom.ids(of: kind)) {
                return "\(kind.rawValue):\(near)"
            }
        }
        return nil
    }
}
