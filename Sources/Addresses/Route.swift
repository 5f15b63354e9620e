import Encodings
import Newsroom

/// The place of one file of the site: its path in the output folder.
///
/// Pages are folders with an `index.html`, so that addresses on the web are short and stay when the way of
/// making pages changes. File names hold Unicode as it is; links and addresses hold it percent-encoded.
package struct Route: Hashable, Sendable {
    /// The file that a host serves for a folder.
    package static let index = "index.html"

    /// The path in the output folder, with `/` between its parts.
    package let path: String

    /// The page of a folder, for instance `["claims", "an-id"]`; the empty list is the home page.
    package init(folder parts: [String]) {
        self.init(file: parts, ending: Self.index)
    }

    /// The page of a folder of the site.
    init(_ folder: SiteFolder) { self.init(folder: [folder.rawValue]) }

    /// The page of a folder below a folder of the site.
    init(_ folder: SiteFolder, folder parts: [String]) { self.init(folder: [folder.rawValue] + parts) }

    /// A file in a folder of the site.
    init(_ folder: SiteFolder, file parts: [String]) { self.init(file: [folder.rawValue] + parts) }

    /// A file, for instance `["assets", "assay.css"]`.
    package init(file parts: [String]) {
        self.init(file: parts, ending: nil)
    }

    /// The page of something by its id, in the folder of its kind: what most links lead to.
    init(_ folder: SiteFolder, _ id: String) {
        let folder = folder.rawValue
        var path = ""
        path.reserveCapacity(folder.utf8.count + id.utf8.count + Self.index.utf8.count + 2)
        path += folder
        path += "/"
        path += Self.safeName(id)
        path += "/"
        path += Self.index
        self.path = path
    }

    /// A file that the newsroom, or its host, gives a name of its own: the path stays as it is.
    package init(asNamed path: String) { self.path = path }

    private init(file parts: [String], ending: String?) {
        var path = ""
        // Pages are full of links, and a string that grows is copied.
        path.reserveCapacity(parts.reduce(ending?.utf8.count ?? 0) { $0 + $1.utf8.count + 1 })
        for part in parts {
            if !path.isEmpty { path += "/" }
            path += Self.safeName(part)
        }
        if let ending { path += path.isEmpty ? ending : "/" + ending }
        self.path = path
    }

    /// How many folders the file is in.
    package var depth: Int {
        path.utf8.count { $0 == UInt8(ascii: "/") }
    }

    /// The path as links have it: percent-encoded, with `index.html`.
    ///
    /// A folder opened from disk does not show its `index.html`, so links name the file.
    package var linkPath: String { PercentEncoding.path(path) }

    /// The path in one of the forms of links.
    package func path(in form: LinkForm) -> String { form == .files ? linkPath : canonicalPath }

    /// The path as the world knows it: percent-encoded, and a page's without `index.html`.
    package var canonicalPath: String {
        let address = linkPath
        let folder = address.utf8.dropLast(Self.index.utf8.count)
        guard address.utf8.reversed().starts(with: Self.index.utf8.reversed()),
            folder.last ?? UInt8(ascii: "/") == UInt8(ascii: "/")
        else { return address }
        return String(Substring(folder))
    }

    /// The address of the file on the web.
    ///
    /// - Parameter site: where the site is published; ends in `/`.
    package func canonicalAddress(site: String) -> String { site + canonicalPath }

    /// Ids of rulings and topics are the newsroom's free choice: none of them may leave its folder.
    private static func safeName(_ name: String) -> String {
        let isSafe = name.utf8.first != UInt8(ascii: ".") && name.utf8.allSatisfy { !isReserved($0) }
        if isSafe, !name.isEmpty { return name }
        if name.isEmpty { return "%" }
        var safe: [UInt8] = []
        for (index, byte) in name.utf8.enumerated() {
            if isReserved(byte) || (index == 0 && byte == UInt8(ascii: ".")) {
                PercentEncoding.append(byte, to: &safe)
            } else {
                safe.append(byte)
            }
        }
        return String(decoding: safe, as: UTF8.self)
    }

    /// Path separators, control characters, what Windows forbids, and the percent sign, so that no two
    /// names become one.
    private static func isReserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F: true
        case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "?"):
            true
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "%"):
            true
        default: false
        }
    }
}
