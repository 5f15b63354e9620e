import Captures
import Diagnostics
import Digests
import Files
import Stamps

/// One stamping: a list of files with their SHA-256, and what vouches for the time of the list.
///
///     content/captures/stamps/20261128T100000Z.sha256                       the list, as `sha256sum -c` reads it
///     content/captures/stamps/20261128T100000Z.heads                        the heads of all journals, a file of the list
///     content/captures/stamps/20261128T100000Z.timestamp.digicert.com.tsr   the reply of an authority
///     content/captures/stamps/20261128T100000Z.sha256.ots                   the proof of OpenTimestamps
package struct StampedManifest: Sendable {
    /// A file beside the list.
    package struct Part: Hashable, Sendable {
        /// The path, in the newsroom's folder.
        package let path: String
        /// The content.
        package let bytes: [UInt8]

        /// The last name in the path.
        package var name: String {
            String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
        }
    }

    /// The name of the stamping: the newsroom's time of it.
    package let name: String
    /// The list, as it was stamped.
    package let list: Part
    /// The digests in the list by path.
    package let files: [String: Digest]
    /// The file of heads; nil in a newsroom without journals.
    package let heads: Part?
    /// The replies of authorities, by path.
    package let replies: [Part]
    /// The proof of OpenTimestamps; nil without one.
    package let proof: Part?

    /// The largest list, in bytes.
    static let sizeLimit = 64 * 1024 * 1024

    /// The endings of the files of a stamping.
    enum Ending {
        static let list = ".sha256"
        static let heads = ".heads"
        static let reply = ".tsr"
        static let proof = ".sha256.ots"
    }

    /// The path of a file of a stamping, by its ending.
    static func path(of name: String, _ ending: String) -> String {
        "\(CapturePlace.stamps)/\(name)\(ending)"
    }

    /// The path of an authority's reply.
    /// - Parameter number: 2 for the second reply from the same host, and so on.
    static func replyPath(of name: String, authority address: String, number: Int = 1) -> String {
        path(of: name, ".\(host(of: address))\(number == 1 ? "" : "-\(number)")\(Ending.reply)")
    }

    /// The digest of the list, which is what authorities stamp.
    package var digest: Digest { Digest(of: list.bytes) }

    /// The records whose captures are in the list; nil if it has a file of another kind.
    package var records: Set<CapturedRecord>? {
        var records: Set<CapturedRecord> = []
        for path in files.keys where path != Self.path(of: name, Ending.heads) {
            let parts = path.split(separator: "/").map(String.init)
            guard path.hasPrefix(CapturePlace.folder + "/") else { return nil }
            if parts.count == 4 {
                records.insert(.source(parts[2]))
            } else if parts.count == 5, parts[2] == "articles" {
                records.insert(.article(parts[3]))
            } else {
                return nil
            }
        }
        return records
    }

    /// The host in an address, with letters, digits, dots and hyphens alone.
    static func host(of address: String) -> String {
        let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
        let kept = host.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" }
        let name = String(kept.drop { $0 == "." || $0 == "-" }.prefix(100))
        return name.isEmpty ? "authority" : name
    }

    /// The list of files, sorted by path.
    static func list(_ files: [(path: String, digest: Digest)]) -> [UInt8] {
        files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            .flatMap { Array("\($0.digest)  \($0.path)\n".utf8) }
    }
}

/// All stampings of a newsroom, and the certificates beside them.
package struct StampShelf: Sendable {
    /// The stampings, earliest first.
    package let manifests: [StampedManifest]
    /// The certificates of authorities, by path.
    package let roots: [StampedManifest.Part]
    /// The findings about files that cannot be read.
    package let diagnostics: [Diagnostic]

    /// A newsroom without stampings.
    package static let empty = StampShelf(manifests: [], roots: [], diagnostics: [])

    private init(
        manifests: [StampedManifest],
        roots: [StampedManifest.Part],
        diagnostics: [Diagnostic]
    ) {
        self.manifests = manifests
        self.roots = roots
        self.diagnostics = diagnostics
    }

    /// Reads the files of `content/captures/stamps` and `content/captures/roots`, or of other folders.
    package static func read(
        from tree: FileTree,
        _ folder: String = CapturePlace.stamps,
        roots: String = CapturePlace.roots
    ) -> StampShelf {
        var reader = StampFiles(tree, folder, roots)
        let manifests = reader.manifests()
        let roots = reader.roots()
        return StampShelf(manifests: manifests, roots: roots, diagnostics: reader.diagnostics.sorted())
    }

    /// The certificates of all files.
    package var certificates: StampRoots {
        StampRoots(roots.flatMap { StampRoots(pem: $0.bytes)?.certificates ?? [] })
    }

    /// All files, by path.
    package var parts: [StampedManifest.Part] {
        manifests.flatMap { [$0.list] + [$0.heads, $0.proof].compactMap(\.self) + $0.replies } + roots
    }
}

/// A reader of the files of stampings, which notes what is wrong with them.
private struct StampFiles {
    private let tree: FileTree
    private let folder: String
    private let rootFolder: String
    private(set) var diagnostics: [Diagnostic] = []

    init(_ tree: FileTree, _ folder: String, _ rootFolder: String) {
        self.tree = tree
        self.folder = folder
        self.rootFolder = rootFolder
    }

    mutating func manifests() -> [StampedManifest] {
        let all = tree.files(below: folder).filter { !$0.path.hasPrefix(rootFolder + "/") }
        let lists = all.filter { $0.path.hasSuffix(StampedManifest.Ending.list) }
        let names = Set(lists.map { stem(of: $0, StampedManifest.Ending.list) })
        let parts = Dictionary(grouping: all) { entry in stamping(of: entry, names) ?? "" }
        for entry in parts[""] ?? [] {
            report(
                "no list of files belongs to this one",
                entry.path,
                help: "restore the list from git, or take the file away"
            )
        }
        let manifests = lists.compactMap { entry in
            let name = stem(of: entry, StampedManifest.Ending.list)
            return manifest(name, entry, parts[name] ?? [])
        }
        return manifests.sorted { $0.name < $1.name }
    }

    /// The path of a file without the folder and an ending.
    private func stem(of entry: FileTree.Entry, _ ending: String) -> String {
        String(entry.path.dropFirst(folder.utf8.count + 1).dropLast(ending.utf8.count))
    }

    /// The stamping to which a file belongs: the longest name of one that its own begins with, before a dot.
    private func stamping(of entry: FileTree.Entry, _ names: Set<String>) -> String? {
        var name = stem(of: entry, "")
        while let dot = name.lastIndex(of: ".") {
            name = String(name[..<dot])
            if names.contains(name) { return name }
        }
        return nil
    }

    mutating func roots() -> [StampedManifest.Part] {
        tree.files(below: rootFolder).filter { $0.path.hasSuffix(".pem") }.compactMap { entry in
            guard let part = part(entry, limit: StampRoots.sizeLimit) else { return nil }
            if StampRoots(pem: part.bytes) == nil {
                report(
                    "this file holds no certificates that can be read",
                    entry.path,
                    help: "put the authority's root here as PEM, or take the file away"
                )
            }
            return part
        }
    }

    private mutating func manifest(
        _ name: String,
        _ entry: FileTree.Entry,
        _ beside: [FileTree.Entry]
    ) -> StampedManifest? {
        guard let list = part(entry, limit: StampedManifest.sizeLimit) else { return nil }
        guard let files = SiteManifest.digests(list.bytes) else {
            report("this is no list of files as `sha256sum` writes it", entry.path)
            return nil
        }
        var heads: StampedManifest.Part?
        var proof: StampedManifest.Part?
        var replies: [StampedManifest.Part] = []
        for other in beside where other.path != entry.path {
            if other.path.hasSuffix(StampedManifest.Ending.reply) {
                part(other, limit: TimeStampReply.sizeLimit).map { replies.append($0) }
            } else if other.path.hasSuffix(StampedManifest.Ending.proof) {
                proof = part(other, limit: BlockProof.sizeLimit)
            } else if other.path.hasSuffix(StampedManifest.Ending.heads) {
                heads = part(other, limit: StampedManifest.sizeLimit)
            }
        }
        return StampedManifest(
            name: name,
            list: list,
            files: files,
            heads: heads,
            replies: replies,
            proof: proof
        )
    }

    private mutating func part(_ entry: FileTree.Entry, limit: Int) -> StampedManifest.Part? {
        do throws(FileProblem) {
            return StampedManifest.Part(path: entry.path, bytes: try tree.contents(of: entry, limit: limit))
        } catch {
            report("the file cannot be read: \(error)", entry.path)
            return nil
        }
    }

    private mutating func report(
        _ message: String,
        _ path: String,
        help: String = "restore the file from git"
    ) {
        diagnostics.append(
            Diagnostic(
                rule: .brokenStamp,
                message: message,
                span: SourceFile(path: path, bytes: []).startSpan,
                help: help
            )
        )
    }
}
