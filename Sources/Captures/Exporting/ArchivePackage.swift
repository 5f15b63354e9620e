import Diagnostics
import Digests
import WARC

/// Captures in one file that players of web archives open: WACZ 1.1.1, with the archives as they are, an index of them, and a list of
/// the pages with their titles and words.
package struct ArchivePackage: Sendable {
    /// A capture with the content of its file.
    package struct Part: Sendable {
        /// The capture.
        package let capture: Capture
        /// The content of its file.
        package let file: CaptureFile

        /// Makes a part.
        package init(_ capture: Capture, _ file: CaptureFile) {
            self.capture = capture
            self.file = file
        }
    }

    /// The file.
    package let bytes: [UInt8]

    /// The largest text of a page in the list of pages, in bytes; a player searches in it.
    private static let textLimit = 1 << 20

    /// Packs captures.
    /// - Parameters:
    ///   - title: the title of the whole.
    ///   - time: when it was packed.
    package init(
        _ parts: [Part],
        title: String,
        software: String,
        at time: WARCDate
    ) throws(WARCProblem) {
        var files: [(path: String, bytes: [UInt8])] = []
        var index = ArchiveIndex()
        for part in parts {
            for (number, archive) in part.file.archives.enumerated() {
                let name = Self.name(of: part, number, archive)
                try index.add(archive, named: name)
                files.append(("archive/\(name)", archive))
            }
        }
        files.append(("indexes/index.cdx", index.bytes))
        files.append(("pages/pages.jsonl", try Self.pages(parts, title)))
        let package = Self.description(of: files, parts, title: title, software: software, at: time)
        files.append(("datapackage.json", package))
        let digest = JSONValue.object([
            "path": .string("datapackage.json"), "hash": .string("sha256:\(Digest(of: package))"),
        ])
        files.append(("datapackage-digest.json", Array((digest.text(.pretty) + "\n").utf8)))
        var zip = ZipWriter()
        for file in files { try zip.add(file.path, file.bytes) }
        bytes = zip.file()
    }

    /// The name of an archive: that of the captured file, and a number where that holds several.
    private static func name(of part: Part, _ number: Int, _ archive: [UInt8]) -> String {
        let file = part.capture.file.split(separator: "/").last.map(String.init) ?? "capture"
        let stem = String(file.prefix { $0 != "." })
        let form = archive.starts(with: Gzip.magic) ? CapturePlace.Form.compressed : .plain
        return stem + (part.file.archives.count == 1 ? "" : "-\(number + 1)") + ".\(form.rawValue)"
    }

    /// The list of pages, which begins with a line about itself.
    private static func pages(_ parts: [Part], _ title: String) throws(WARCProblem) -> [UInt8] {
        let head = JSONValue.object([
            "format": .string("json-pages-1.0"), "id": .string("pages"), "title": .string(title),
            "hasText": .bool(true),
        ])
        var lines = [head.text(.compact)]
        for (number, part) in parts.enumerated() {
            let capture = part.capture
            let page = try part.file.page(capture.main)
            let words = page?.text?.joined ?? ""
            let value = JSONValue.object([
                "id": .string("page-\(number + 1)"),
                "url": .string(page?.record.targetURI ?? capture.final),
                "ts": .string(page?.record.date?.seconds ?? capture.at),
                "title": .string(capture.title ?? capture.final),
                "text": .string(String(decoding: words.utf8.prefix(textLimit), as: UTF8.self)),
            ])
            lines.append(value.text(.compact))
        }
        return lines.flatMap { Array(($0 + "\n").utf8) }
    }

    /// The list of files with their digests (Frictionless Data Package).
    private static func description(
        of files: [(path: String, bytes: [UInt8])],
        _ parts: [Part],
        title: String,
        software: String,
        at time: WARCDate
    ) -> [UInt8] {
        let resources = files.map { file in
            JSONValue.object([
                "name": .string(file.path.split(separator: "/").last.map(String.init) ?? file.path),
                "path": .string(file.path), "hash": .string("sha256:\(Digest(of: file.bytes))"),
                "bytes": .integer(file.bytes.count),
            ])
        }
        let value = JSONValue.object([
            "profile": "data-package", "wacz_version": "1.1.1", "title": .string(title),
            "software": .string(software), "created": .string(time.seconds),
            "mainPageUrl": parts.last.map { .string($0.capture.final) },
            "mainPageDate": parts.last.map { .string($0.capture.at) },
            "resources": .array(resources),
        ])
        return Array((value.text(.pretty) + "\n").utf8)
    }
}
